/**
 * The bench of the machines that have a sea: both keepers with the calls of their applications, the segments under
 * way with what may become of them, what just happened, and the ladder. Steps can be taken back one by one.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Told } from '../../../../shared/game/event.ts';
import { headerOf } from '../../../../shared/game/header.ts';
import { type Role, otherRole, roles } from '../../../../shared/game/role.ts';
import type { Afloat, Strait } from '../../../../shared/lessons/strait.ts';
import { bellOf } from '../../../../shared/lessons/straitStory.ts';
import { flagText, hoistOrder } from '../../../art/flags.ts';
import { lampShapes, tower } from '../../../art/harbour.ts';
import { lamps } from '../../../art/lamps.ts';
import { LadderPicture } from '../../../ladder/ladder.tsx';
import { happenedSince, ladderStory } from '../../../library/straitLadder.ts';
import { lib } from '../../../library/words.ts';
import { locale, t } from '../../../state/settings.ts';
import { grouped, seconds } from '../../../text/numbers.ts';
import { type Teller, tell } from '../../../text/tell.ts';
import { shortText } from '../../../text/short.ts';
import { Shapes, SignalFlag } from '../../shapes.tsx';

/** Something that the player can do at one end. */
export interface Call {
  readonly name: string;
  readonly host: Role;
  readonly label: string;
  readonly run: () => void;
}

export interface BenchProps {
  readonly strait: Strait;
  /** Before the last step. */
  readonly before: Strait;
  readonly calls: readonly Call[];
  readonly onArrive: (name: string) => void;
  /** null: here nothing sinks. */
  readonly onSink: ((name: string) => void) | null;
  /** null: waiting would show nothing. */
  readonly onWait: (() => void) | null;
  /** null: there is no step to take back. */
  readonly onUndo: (() => void) | null;
  readonly onAgain: () => void;
  /** What the last step showed, in one sentence; '' : the events say it all. */
  readonly said: string;
  /** A picture above the keepers. */
  readonly children?: ComponentChildren;
}

export function Bench(props: BenchProps) {
  const { strait, before, calls, said } = props;
  const { machine } = lib.value;
  const story = ladderStory(strait);
  const speaker: Teller = {
    t: t.value,
    locale: locale.value,
    bases: story.bases,
    form: 'absolute',
    flight: (id) => story.flights.get(id) ?? null,
  };
  const box = useFocusKept(strait);
  const ladder = useRef<HTMLElement>(null);
  // The newest arrow is the lowest.
  useEffect(() => ladder.current?.scrollTo({ top: ladder.current.scrollHeight }), [strait]);
  return (
    <div class="bench-place">
      <section class="bench panel" ref={box} aria-label={machine.bench}>
        {props.children}
        <div class="bench-ends">
          {roles.map((role) => (
            <Keeper key={role} role={role} strait={strait} calls={calls.filter(({ host }) => host === role)} />
          ))}
        </div>
        <Sea {...props} />
        <Said said={said} events={happenedSince(before, strait)} speaker={speaker} />
        <Tools {...props} />
      </section>
      <section class="bench-ladder panel" ref={ladder} tabIndex={0} aria-label={machine.ladder}>
        <LadderPicture story={story} />
      </section>
      <details class="bench-log panel">
        <summary>
          <b>{machine.log}</b>
        </summary>
        <ol class="log">
          {strait.history.map((event) => (
            <li key={event.n} data-event={event.type} {...('host' in event ? { 'data-host': event.host } : {})}>
              <span class="log-time mono">{seconds(event.at)}</span>
              <span>{tell(event, speaker)}</span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

/** The button that was pressed may be gone after the step: then the focus goes to the first one that is there. */
function useFocusKept(strait: Strait) {
  const box = useRef<HTMLElement>(null);
  const had = useRef(false);
  const here = box.current;
  had.current = here !== null && here.contains(document.activeElement);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (!lost || !had.current) return;
    for (const place of ['[data-arrive]', '[data-call]', '[data-wait]', '[data-again]']) {
      const found = box.current?.querySelector(place);
      if (found instanceof HTMLElement) {
        found.focus();
        return;
      }
    }
  }, [strait]);
  return box;
}

/** A keeper's lighthouse, the state, and what the application may call. */
function Keeper({
  role,
  strait,
  calls,
}: {
  readonly role: Role;
  readonly strait: Strait;
  readonly calls: readonly Call[];
}) {
  const { machine } = lib.value;
  const { tcb } = strait.ends[role];
  const who = t.value.role[role];
  return (
    <section class={`keeper keeper-${role}`} aria-label={who}>
      <LightPicture state={tcb.state} />
      <div class="keeper-words">
        <h3>{who}</h3>
        <p class="keeper-state" data-end={role} data-state={tcb.state}>
          <b class="mono">{tcb.state}</b> <small>{t.value.state[tcb.state]}</small>
        </p>
        {tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN' && (
          <p class="keeper-numbers mono">
            SND.NXT {grouped(tcb.snd.nxt)}
            {tcb.state !== 'SYN-SENT' && <> · RCV.NXT {grouped(tcb.rcv.nxt)}</>}
          </p>
        )}
      </div>
      {calls.length > 0 && (
        <div class="keeper-calls" role="group" aria-label={machine.calls(who)}>
          {calls.map(({ name, label, run }) => (
            <button key={name} type="button" class="button" data-call={name} onClick={run}>
              {label}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

function LightPicture({ state }: { readonly state: Strait['ends'][Role]['tcb']['state'] }) {
  return (
    <svg class="keeper-light" viewBox="-30 -194 60 196" aria-hidden="true">
      <g class="print">
        <Shapes shapes={[...tower, ...lampShapes(lamps[state])]} />
      </g>
    </svg>
  );
}

/** What is under way, and the sand-glass. */
function Sea({ strait, onArrive, onSink, onWait }: BenchProps) {
  const { machine } = lib.value;
  const bell = bellOf(strait);
  return (
    <section class="bench-sea" aria-label={machine.underWay}>
      <h3>{machine.underWay}</h3>
      {strait.afloat.length === 0 && <p class="empty">{machine.calm}</p>}
      <ul class="boats">
        {strait.afloat.map((boat) => (
          <Boat key={boat.id} boat={boat} onArrive={onArrive} onSink={onSink} />
        ))}
      </ul>
      {onWait !== null && bell !== null && (
        <button type="button" class="button" data-wait onClick={onWait}>
          {machine.wait(t.value.role[bell.host], t.value.logbook.timer[bell.timer])}
        </button>
      )}
    </section>
  );
}

function Boat({ boat, onArrive, onSink }: { readonly boat: Afloat } & Pick<BenchProps, 'onArrive' | 'onSink'>) {
  const { machine } = lib.value;
  const { composer, role, verdict } = t.value;
  const { flags, seq, ack, len, text } = headerOf(boat.segment);
  const name = flagText(flags);
  const label = (what: string): string =>
    `${what}${verdict.marks.colon}${name}, seq ${seq}${ack === null ? '' : `, ack ${ack}`}`;
  return (
    <li class={`boat-row from-${boat.from}`} data-boat={boat.name}>
      <span class="boat-way">{machine.way(role[boat.from], role[otherRole(boat.from)])}</span>
      <span class="boat-head">
        <span class="flags-mini">
          {hoistOrder
            .filter((flag) => flags.includes(flag))
            .map((flag) => (
              <SignalFlag key={flag} flag={flag} />
            ))}
        </span>
        <b>{name}</b> <span class="mono">seq {grouped(seq)}</span>
        {ack !== null && <span class="mono"> ack {grouped(ack)}</span>}
        {len > 0 && (
          <span>
            {' '}
            {composer.octets(len)} <q>{shortText(text)}</q>
          </span>
        )}
      </span>
      <span class="boat-ways">
        <button
          type="button"
          class="button small"
          data-arrive={boat.name}
          aria-label={label(machine.arrive)}
          onClick={() => onArrive(boat.name)}
        >
          {machine.arrive}
        </button>
        {onSink !== null && (
          <button
            type="button"
            class="button small"
            data-sink={boat.name}
            aria-label={label(machine.sink)}
            onClick={() => onSink(boat.name)}
          >
            {machine.sink}
          </button>
        )}
      </span>
    </li>
  );
}

/** The last step, for eyes and ears: its meaning first, then event by event. */
function Said({
  said,
  events,
  speaker,
}: {
  readonly said: string;
  readonly events: readonly Told[];
  readonly speaker: Teller;
}) {
  const { machine } = lib.value;
  return (
    <div class="bench-said" role="status" aria-label={machine.said}>
      {said !== '' && <p class="bench-meaning">{said}</p>}
      {events.length > 0 && (
        <ul class="bench-events">
          {events.map((event) => (
            <li key={event.n} data-event={event.type}>
              {tell(event, speaker)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Tools({ onUndo, onAgain }: BenchProps) {
  const { machine } = lib.value;
  return (
    <div class="bench-tools">
      <button type="button" class="button quiet" data-undo aria-disabled={onUndo === null} onClick={() => onUndo?.()}>
        {machine.undo}
      </button>
      <button type="button" class="button quiet" data-again onClick={onAgain}>
        {machine.again}
      </button>
    </div>
  );
}
