/**
 * The strait: a box of fixed shape that the shell draws first. Phaser moves in behind it when it has arrived;
 * the plain view stands in where the picture is not wanted or cannot be drawn. All of it is a list as well.
 */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Role, roles } from '../../shared/game/role.ts';
import { frame } from '../frame.ts';
import { stateOf, wayDone } from '../motion/plan.ts';
import type { Session } from '../state/session.ts';
import { numberForm, plainView, t } from '../state/settings.ts';
import { alone } from '../state/store.ts';
import { ratesText } from '../text/rates.ts';
import { segmentWords } from '../text/words.ts';
import { PlainView } from './plainView.tsx';

export function Strait({ now }: { readonly now: Session }) {
  const failed = useSignal(false);
  const { strait } = t.value;
  const plain = plainView.value || failed.value;
  return (
    <section class="strait" aria-label={strait.sea}>
      <div class={`strait-box weather-${now.view.weather}`}>
        {plain ? <PlainView now={now} /> : <Scene now={now} onFail={() => (failed.value = true)} />}
      </div>
      <Caption now={now} failed={failed.value} />
      <ul class="hidden" aria-label={strait.boats}>
        {now.view.flights.length === 0 && <li>{strait.none}</li>}
        {now.view.flights.map((flight) => (
          <li key={flight.id} data-flight={flight.id}>
            {strait.boat(
              segmentWords(flight.header, flight.from, now.bases, numberForm.value),
              t.value.role[flight.from],
              Math.floor(wayDone(flight, frame.value) * 10) * 10,
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The canvas in one sentence. */
function pictureText(now: Session): string {
  const { strait } = t.value;
  const say = (role: Role): string => stateOf(now, role) ?? strait.fog;
  return strait.picture(say('client'), say('server'), now.view.flights.length);
}

function Scene({ now, onFail }: { readonly now: Session; readonly onFail: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    const open = async (): Promise<void> => {
      const { openStrait } = await import('../scene/strait.ts');
      if (!gone && box.current !== null) stop = openStrait(box.current);
    };
    open().catch(onFail);
    return () => {
      gone = true;
      stop?.();
    };
  }, []);
  return <div ref={box} class="strait-canvas" role="img" aria-label={pictureText(now)} />;
}

function Caption({ now, failed }: { readonly now: Session; readonly failed: boolean }) {
  const { strait, weather, clock, judging, start } = t.value;
  const { view } = now;
  return (
    <div class="caption">
      {roles.map((role) => (
        <EndLabel key={role} role={role} now={now} />
      ))}
      <p class="caption-sea">
        {/* What the sea does to a level is in its script, not in a weather. */}
        {alone.value && view.role !== null ? (
          start.clockHint[view.clock]
        ) : (
          <>
            <b>{weather[view.weather]}</b> {ratesText(view.weather, t.value)} · {clock[view.clock]} ·{' '}
            {judging[view.judging]}
          </>
        )}
        {failed && ` · ${strait.failed}`}
      </p>
    </div>
  );
}

/** Who keeps an end, in a word, as this page sees it. */
function keeperWords({ view, room }: Session, role: Role): string {
  const words = t.value;
  if (view.ends[role].keeper === 'bot') return room.ends[role].standIn ? words.botFor : words.bot;
  if (view.role === null) return words.player;
  return role === view.role || alone.value ? words.you : words.partner;
}

function EndLabel({ role, now }: { readonly role: Role; readonly now: Session }) {
  const words = t.value;
  const state = stateOf(now, role);
  const own = role === now.view.role;
  const who = keeperWords(now, role);
  return (
    <p class={`end-label end-${role}`} title={state === null ? words.strait.fogHint : words.state[state]}>
      <b>{words.role[role]}</b> <span>({who})</span>{' '}
      <span class="mono" data-peer-state={own ? undefined : (state ?? 'fog')}>
        {state ?? words.strait.fog}
      </span>
    </p>
  );
}
