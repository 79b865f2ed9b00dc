/** The card before a level: what is to be done, who keeps which end, and what will happen by itself. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Call, Level } from '../../../shared/levels/level.ts';
import { type Role, roles } from '../../../shared/game/role.ts';
import { line } from '../../net/socket.ts';
import { accessTo, placeOf } from '../../solo/chart.ts';
import { bestAt, keep, progress } from '../../solo/progress.ts';
import { hintFor } from '../../../shared/levels/hints.ts';
import { whyLevels } from '../../../shared/levels/procedures.ts';
import { type Demonstration, demonstrationFor, withShown } from '../../solo/firstTime.ts';
import { askAhead } from '../../solo/handed.ts';
import { begin } from '../../solo/table.ts';
import { lt, textOf, worldNames } from '../../state/levelWords.ts';
import { locale, t } from '../../state/settings.ts';
import { Board } from './board.tsx';
import { Heading } from './heading.tsx';
import { IslandPicture } from './island.tsx';
import { LevelLink } from './levelLink.tsx';
import { MachineLinks } from './machineLinks.tsx';
import { OtherWays } from './otherWays.tsx';
import { Stars } from './stars.tsx';

export function Intro({ level }: { readonly level: Level }) {
  const { intro } = lt.value;
  const { title, task } = textOf(level.id);
  const { after } = accessTo(level, progress.value);
  const shown = useMemo(() => demonstrationFor(level, progress.peek()), [level]);
  const starting = useSignal(false);
  const start = async (): Promise<void> => {
    starting.value = true;
    await begin(level);
    starting.value = false;
  };
  // While the card is read; again when the line comes back.
  useEffect(() => {
    if (line.value === 'online') askAhead(level.id);
  }, [level, line.value]);
  return (
    <main class="intro" id="main" data-level={level.id}>
      <IslandPicture world={level.world} lit full={false} />
      <p class="intro-place">{intro.place(worldNames.value[level.world], placeOf(level))}</p>
      <Heading>{title}</Heading>
      <p class="lead">{task}</p>
      {after !== null && <p class="hint">{intro.early(textOf(after).title)}</p>}
      <div class="map-ways">
        <button
          type="button"
          class="button accent big"
          aria-disabled={starting.value}
          onClick={() => {
            if (shown !== null) keep(withShown(progress.peek(), shown.procedure));
            if (!starting.peek()) void start();
          }}
        >
          {intro.begin}
        </button>
        <LevelLink class="button" to={{ type: 'levels' }}>
          {intro.map}
        </LevelLink>
      </div>
      {shown !== null && <FirstTime shown={shown} />}
      {/* A level that asks "why" begins without help: its machine would be one. */}
      {!whyLevels.includes(level.id) && <MachineLinks level={level} />}
      <Facts level={level} />
      <OtherWays level={level} won={bestAt(progress.value, level.id) !== null} />
      <Board level={level.id} />
    </main>
  );
}

/** How it is done, once, with other numbers and before the clock runs. */
function FirstTime({ shown }: { readonly shown: Demonstration }) {
  const { help } = lt.value;
  return (
    <section class="lesson" aria-label={help.firstTime} data-demonstration={shown.procedure}>
      <h2>{help.firstTime}</h2>
      {hintFor(shown.situation, 4, locale.value).lines.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}

function Facts({ level }: { readonly level: Level }) {
  const { intro } = lt.value;
  const best = bestAt(progress.value, level.id);
  const keeps = level.players.length > 1 ? 'both' : (level.players[0] ?? 'client');
  return (
    <dl class="facts">
      <dt>{intro.keep}</dt>
      <dd data-keeps={keeps}>{intro.ends[keeps]}</dd>
      <dt>{intro.start}</dt>
      <dd>
        {roles.map((role) => (
          <span key={role} class="fact">
            {intro.startOf(t.value.role[role], level.hosts[role].state)}
          </span>
        ))}
      </dd>
      <dt>{intro.calls}</dt>
      <dd>
        {level.calls.length === 0 && intro.noCalls}
        {roles.map((role) => (
          <CallsOf key={role} role={role} calls={level.calls.filter(({ host }) => host === role)} />
        ))}
      </dd>
      <dt>{intro.sea}</dt>
      <dd>
        <span class="fact">{seaWords(level)}</span>
        {level.arrivals.length > 0 && <span class="fact">{intro.strangers(level.arrivals.length)}</span>}
      </dd>
      <dt>{intro.stars}</dt>
      <dd class="fact-stars">
        <Stars count={3} /> <span>{intro.three(level.stars.three)}</span>
        <Stars count={2} /> <span>{intro.two(level.stars.two)}</span>
        <Stars count={1} /> <span>{intro.one}</span>
      </dd>
      {best !== null && (
        <>
          <dt>{intro.best}</dt>
          <dd>{intro.bestSo(lt.value.stars(best.stars, 3), (best.thinking / 1000).toFixed(1))}</dd>
        </>
      )}
    </dl>
  );
}

function CallsOf({ role, calls }: { readonly role: Role; readonly calls: readonly Call[] }) {
  const { intro } = lt.value;
  if (calls.length === 0) return null;
  const words = calls.map(({ call, octets }) => (octets === undefined ? call : intro.octets(call, octets)));
  return <span class="fact">{intro.callsOf(t.value.role[role], words)}</span>;
}

function seaWords({ delay, faults }: Level): string {
  const count = (type: 'lost' | 'delayed' | 'copied'): number => faults.filter(({ fate }) => fate.type === type).length;
  return lt.value.intro.script({
    delay,
    lost: count('lost'),
    delayed: count('delayed'),
    copied: count('copied'),
  });
}
