/** The daily three: what is due today and what is done; one decision at a time; and no guilt. */
import { useEffect, useRef } from 'preact/hooks';
import { type MisconceptionId, misconceptions } from '../../../shared/judge/misconceptions.ts';
import { dailyOf, nextAsk, nextDueDay } from '../../../shared/levels/daily.ts';
import { masteryTexts, sayMastery } from '../../../shared/levels/sayMastery.ts';
import { today } from '../../clock.ts';
import { type Quiz, ask, askForHelp, close, quiz } from '../../solo/dailyTable.ts';
import { progress } from '../../solo/progress.ts';
import { pt } from '../../state/progressWords.ts';
import type { Session } from '../../state/session.ts';
import { ladderOpen, locale } from '../../state/settings.ts';
import { session } from '../../state/store.ts';
import { Live } from '../live.tsx';
import { Match } from '../match.tsx';
import { listenToKeys } from '../shortcuts.ts';
import { SidePanel } from '../sidePanel.tsx';
import { Strait } from '../strait.tsx';
import { Heading } from './heading.tsx';
import { Help } from './help.tsx';
import { type BuoyLook, BuoyPicture, IslandPicture } from './island.tsx';
import { LevelLink } from './levelLink.tsx';

export function Daily() {
  useEffect(() => close, []);
  useEffect(listenToKeys, []);
  const now = session.value;
  const asked = quiz.value;
  return now === null || asked === null ? <Today /> : <Asking now={now} asked={asked} />;
}

function Today() {
  const { daily, mastery } = pt.value;
  const day = today();
  const { asks, done } = dailyOf(progress.value, day);
  const left = asks.length - done.length;
  const next = nextDueDay(progress.value, day);
  return (
    <main class="intro daily" id="main" data-asks={asks.length} data-done={done.length}>
      <IslandPicture world={1} lit full={asks.length > 0 && left === 0} />
      <Heading>{daily.title}</Heading>
      <p class="lead">{daily.lead}</p>
      {asks.length > 0 && left === asks.length && <p>{daily.asks(asks.length)}</p>}
      {asks.length > 0 && left === 0 && <p class="daily-done">{daily.done}</p>}
      {asks.length === 0 && <p>{next === null ? daily.never : daily.none}</p>}
      {left === 0 && next !== null && <p>{daily.next(next - day)}</p>}
      {asks.length > 0 && (
        <ol class="asks">
          {asks.map((id) => (
            <Ask
              key={id}
              id={id}
              look={done.includes(id) ? 'done' : id === nextAsk({ asks, done, day }) ? 'next' : 'open'}
            />
          ))}
        </ol>
      )}
      <div class="map-ways">
        {left > 0 && (
          <button type="button" class="button accent big" data-begin onClick={() => ask()}>
            {left === asks.length ? daily.begin : daily.goOn}
          </button>
        )}
        <LevelLink class="button" to={{ type: 'mastery' }}>
          {mastery.link}
        </LevelLink>
        <LevelLink class="button" to={{ type: 'levels' }}>
          {mastery.map}
        </LevelLink>
      </div>
      <p class="hint">{daily.calm}</p>
    </main>
  );
}

/** What is asked is not told before it is answered: naming the mistake would be half of the answer. */
function Ask({ id, look }: { readonly id: MisconceptionId; readonly look: BuoyLook }) {
  const { daily } = pt.value;
  const done = look === 'done';
  return (
    <li data-done={done}>
      <BuoyPicture look={look} />
      <span>
        <b>{done ? masteryTexts[locale.value].names[id] : daily.open}</b>
        {done && <> · {sayMastery(id, progress.value.rows[id], locale.value)}</>}
      </span>
    </li>
  );
}

function Asking({ now, asked }: { readonly now: Session; readonly asked: Quiz }) {
  const { daily } = pt.value;
  const { asks, done } = dailyOf(progress.value, today());
  const { puzzle, submissions, outcome, hint } = asked;
  const situation = puzzle.match.ends[puzzle.role];
  const n = outcome === null ? done.length + 1 : done.length;
  return (
    <>
      <section class="level-bar" aria-label={daily.bar} data-quiz={outcome ?? 'open'} data-asks={puzzle.asks}>
        <button type="button" class="button quiet" onClick={close}>
          {daily.leave}
        </button>
        <p class="level-title">
          <b>{daily.bar}</b> <span class="mono">{daily.count(n, asks.length)}</span>
        </p>
        {outcome === null && (
          <Help
            key={asked.id}
            situation={situation}
            reached={hint}
            refused={submissions.length}
            allowed
            onAsk={askForHelp}
          />
        )}
      </section>
      {outcome === null ? <Match now={now} /> : <Answered now={now} asked={asked} last={done.length >= asks.length} />}
      <Live now={now} />
    </>
  );
}

interface AnsweredProps {
  readonly now: Session;
  readonly asked: Quiz;
  readonly last: boolean;
}

/** The answer is on its way; what it showed, and what to remember. */
function Answered({ now, asked: { puzzle, outcome }, last }: AnsweredProps) {
  const { daily } = pt.value;
  const further = useRef<HTMLButtonElement>(null);
  useEffect(() => further.current?.focus(), []);
  const words = outcome === 'clean' ? daily.right : outcome === 'committed' ? daily.rightLate : daily.rightHelped;
  return (
    <main class={`match side-${puzzle.role}${ladderOpen.value ? ' with-ladder' : ''}`} id="main">
      <Strait now={now} />
      <section class="hand answered-hand panel" aria-label={daily.answered}>
        <h1>
          <span class="good" aria-hidden="true">
            ✓
          </span>{' '}
          {words}
        </h1>
        <p>{misconceptions[puzzle.asks][locale.value]}</p>
        <p class="hint" data-sentence>
          {sayMastery(puzzle.asks, progress.value.rows[puzzle.asks], locale.value)}
        </p>
        <button ref={further} type="button" class="button accent" data-further onClick={() => ask()}>
          {last ? daily.finish : daily.further}
        </button>
      </section>
      <SidePanel now={now} />
    </main>
  );
}
