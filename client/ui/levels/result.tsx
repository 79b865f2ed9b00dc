/** After a level: stars and why, the lesson, what was refused, the ladder; and where to go from here. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { EndView } from '../../../shared/game/view.ts';
import type { Goal, Level } from '../../../shared/levels/level.ts';
import { whyLevels } from '../../../shared/levels/procedures.ts';
import { evaluate } from '../../../shared/levels/symbols.ts';
import { assertNever } from '../../../shared/result.ts';
import { replayLevel } from '../../replay/goTo.ts';
import { levelAfter } from '../../solo/chart.ts';
import { type Sitting, missed } from '../../solo/sitting.ts';
import { type Win, playAgain, restart } from '../../solo/table.ts';
import { whyOf } from '../../solo/why.ts';
import { lt, textOf, wordsOf } from '../../state/levelWords.ts';
import { examAt } from '../../state/libraryPath.ts';
import type { Session } from '../../state/session.ts';
import { t } from '../../state/settings.ts';
import { grouped } from '../../text/numbers.ts';
import { AlsoMoves } from '../alsoRight.tsx';
import { Counts, RefusedMoves, StatePath } from '../end.tsx';
import { EventLog } from '../eventLog.tsx';
import { LadderPanel } from '../ladderPanel.tsx';
import { LibraryLink } from '../libraryLink.tsx';
import { Logbook } from '../logbook.tsx';
import { Board } from './board.tsx';
import { Compare } from './compare.tsx';
import { LevelLink } from './levelLink.tsx';
import { MachineLinks } from './machineLinks.tsx';
import { OtherWays } from './otherWays.tsx';
import { RunNote } from './runNote.tsx';
import { Stars } from './stars.tsx';

interface Props {
  readonly sitting: Sitting;
  readonly now: Session;
}

export function Won({ sitting, now, win }: Props & { readonly win: Win }) {
  const { result } = lt.value;
  const { level } = sitting;
  const second = sitting.way.variant !== null;
  const compared = useSignal(second || !whyLevels.includes(level.id));
  if (!compared.value) {
    return (
      <Frame sitting={sitting} now={now} stars={win.stars}>
        <h1>{result.won}</h1>
        <Compare
          sitting={sitting}
          now={now}
          onDone={() => {
            compared.value = true;
          }}
        />
      </Frame>
    );
  }
  return (
    <Frame
      key="result"
      sitting={sitting}
      now={now}
      stars={win.stars}
      aside={second ? null : <Board level={level.id} />}
    >
      <h1>
        {second ? lt.value.ways.secondWon : result.won} <Stars count={win.stars} />
      </h1>
      <p class="lead" data-why={whyOf(win, level.stars)} data-thinking={Math.round(win.thinking)}>
        {whyWords(win, level)} {win.useless > 0 && result.useless(win.useless)} {win.record && result.record}
      </p>
      <p class="points">
        {result.points(win.points, win.bonus)} {second && lt.value.ways.notKept}
      </p>
      <section class="lesson" aria-label={result.lesson}>
        <h2>{result.lesson}</h2>
        <p>{wordsOf(level.id, sitting.way.variant).teaches}</p>
      </section>
      <MachineLinks level={level} />
      {!second && <RunNote />}
      <WaysOn sitting={sitting} />
      <OtherWays level={level} now={sitting.way} won />
    </Frame>
  );
}

/** Where to go from a level that was won. */
function WaysOn({ sitting }: { readonly sitting: Sitting }) {
  const { result } = lt.value;
  const { level } = sitting;
  const next = levelAfter(level.id);
  return (
    <div class="end-ways">
      {next === null ? (
        <p>{result.last}</p>
      ) : (
        <LevelLink class="button accent big" to={{ type: 'level', id: next.id }}>
          {result.next(textOf(next.id).title)}
        </LevelLink>
      )}
      {level.world === 8 && (
        <LibraryLink at={examAt} class="button" stays>
          {result.deck}
        </LibraryLink>
      )}
      <button type="button" class="button" data-again onClick={() => void playAgain(level, sitting)}>
        {level.again === 'redraw' ? result.again : result.againSame}
      </button>
      <button type="button" class="button" data-replay onClick={() => void replayLevel(sitting)}>
        {result.replay}
      </button>
      <LevelLink class="button" to={{ type: 'levels' }}>
        {result.map}
      </LevelLink>
    </div>
  );
}

/** Nothing is won or missed in a sandbox: what came of it is to be seen. */
export function SandboxOver({ sitting, now }: Props) {
  const { result, ways } = lt.value;
  const { level, outcome } = sitting;
  return (
    <Frame sitting={sitting} now={now} stars={0}>
      <h1>{ways.sandboxOver}</h1>
      {outcome === 'won' && <p class="lead">{ways.sandboxReached}</p>}
      {outcome === 'missed' && (
        <section class="lesson" aria-label={ways.sandboxMissed}>
          <h2>{ways.sandboxMissed}</h2>
          <ul>
            {missed(sitting).map((goal, i) => (
              <li key={i}>{goalWords(goal, sitting)}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="end-ways">
        <button type="button" class="button accent big" data-again onClick={() => restart(level, sitting)}>
          {result.restart}
        </button>
        <button type="button" class="button" data-replay onClick={() => void replayLevel(sitting)}>
          {result.replay}
        </button>
        <LevelLink class="button" to={{ type: 'levels' }}>
          {result.map}
        </LevelLink>
      </div>
      <OtherWays level={level} now={sitting.way} won={false} />
    </Frame>
  );
}

export function Missed({ sitting, now }: Props) {
  const { result } = lt.value;
  return (
    <Frame sitting={sitting} now={now} stars={0}>
      <h1>{result.missed}</h1>
      <p class="lead">{result.missedLead}</p>
      <section class="lesson" aria-label={result.goals}>
        <h2>{result.goals}</h2>
        <ul>
          {missed(sitting).map((goal, i) => (
            <li key={i}>{goalWords(goal, sitting)}</li>
          ))}
        </ul>
      </section>
      <div class="end-ways">
        <button type="button" class="button accent big" data-again onClick={() => restart(sitting.level, sitting)}>
          {result.restart}
        </button>
        <button type="button" class="button" data-replay onClick={() => void replayLevel(sitting)}>
          {result.replay}
        </button>
        <LevelLink class="button" to={{ type: 'levels' }}>
          {result.map}
        </LevelLink>
      </div>
    </Frame>
  );
}

interface FrameProps {
  readonly stars: number;
  /** Stands first beside the ladder. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The head takes the focus: the composer that had it is gone. */
function Frame({ sitting, now, stars, aside, children }: Props & FrameProps) {
  const { ladder, end, logbook } = t.value;
  const head = useRef<HTMLElement>(null);
  useEffect(() => head.current?.focus(), []);
  const ends = [now.view.own, now.view.peer].filter((view): view is EndView => view !== null);
  return (
    <main class="end result" id="main" data-result={sitting.level.id} data-stars={stars}>
      <header class="end-head" ref={head} tabIndex={-1}>
        {children}
      </header>
      <Counts now={now} />
      <section class="panel end-ladder" aria-label={ladder.title}>
        <h2>{ladder.title}</h2>
        <LadderPanel now={now} keep />
      </section>
      <div class="end-side">
        {aside}
        <RefusedMoves now={now} />
        <AlsoMoves now={now} />
        <section aria-label={end.tcbs} class="end-tcbs">
          {ends.map((view) => (
            <Logbook key={view.role} end={view} bases={now.bases} title={logbook.peer}>
              <StatePath now={now} role={view.role} />
            </Logbook>
          ))}
        </section>
        <details class="panel">
          <summary>
            <b>{ladder.log}</b>
          </summary>
          <EventLog now={now} />
        </details>
      </div>
    </main>
  );
}

function whyWords(win: Win, { stars }: Pick<Level, 'stars'>): string {
  const words = lt.value.result.why;
  const seconds = (win.thinking / 1000).toFixed(1);
  const why = whyOf(win, stars);
  switch (why) {
    case 'clean':
      return words.clean(seconds, stars.three);
    case 'slow':
      return words.slow(seconds, stars.three);
    case 'verySlow':
      return words.verySlow(seconds, stars.two);
    case 'oneRefused':
      return words.oneRefused;
    case 'moreRefused':
      return words.moreRefused(win.refused);
    case 'helped':
      return words.helped;
    default:
      return assertNever(why);
  }
}

function goalWords(goal: Goal, { level }: Sitting): string {
  const { goal: words } = lt.value.result;
  const { role, event } = t.value;
  switch (goal.type) {
    case 'state':
      return words.state(role[goal.host], goal.is);
    case 'variable':
      return words.variable(role[goal.host], goal.name.toUpperCase(), grouped(evaluate(level.vars, goal.is)));
    case 'received':
      return words.received(role[goal.host], goal.octets);
    case 'sent':
      return words.sent(goal.segments);
    case 'errors':
      return words.errors(
        role[goal.host],
        goal.are.map((error) => event.signal[error]),
      );
    default:
      return assertNever(goal);
  }
}
