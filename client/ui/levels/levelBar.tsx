/** Above the match of a level: what is played, how long was thought, whose hand it is, and the ways out. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Role, roles } from '../../../shared/game/role.ts';
import { placeOf } from '../../solo/chart.ts';
import type { Sitting } from '../../solo/sitting.ts';
import { leaveGhost } from '../../solo/ghost.ts';
import { look, restart, thinking } from '../../solo/table.ts';
import { lt, wordsOf } from '../../state/levelWords.ts';
import type { Session } from '../../state/session.ts';
import { apparition } from '../../state/store.ts';
import { t } from '../../state/settings.ts';
import { AgainIcon, BackIcon } from '../icons.tsx';
import { LevelHelp } from './levelHelp.tsx';
import { LevelLink } from './levelLink.tsx';

interface Props {
  readonly sitting: Sitting;
  readonly now: Session;
}

export function LevelBar({ sitting, now }: Props) {
  const { bar } = lt.value;
  const { level, outcome, way } = sitting;
  const { title, task } = wordsOf(level.id, way.variant);
  const tag = way.judging === 'free' ? 'sandbox' : way.variant === null ? null : 'second';
  const playing = outcome === 'open';
  return (
    <section class="level-bar" aria-label={bar.level} data-seed={sitting.seed}>
      <LevelLink class="button quiet" to={{ type: 'levels' }} label={bar.map}>
        <BackIcon />
        <span class="bar-word">{bar.map}</span>
      </LevelLink>
      <p class="level-title">
        <span class="mono">{placeOf(level)}</span> <b>{title}</b>
        {tag !== null && (
          <span class="level-tag" data-way={way.variant ?? 'sandbox'}>
            {lt.value.ways.tag[tag]}
          </span>
        )}
      </p>
      {playing && (
        <>
          <button
            type="button"
            class="button quiet"
            data-restart
            aria-label={bar.restart}
            title={bar.restart}
            onClick={() => {
              leaveGhost();
              restart(level, sitting);
            }}
          >
            <AgainIcon />
            <span class="bar-word">{bar.restart}</span>
          </button>
          <details class="level-task" key={sitting.id}>
            <summary>{bar.task}</summary>
            <p>{task}</p>
          </details>
          {apparition.value === null && <LevelHelp sitting={sitting} />}
          {apparition.value === null && sitting.attempt.course.scene.players.length > 1 && <Hands now={now} />}
          {way.judging === 'strict' && <Thinking />}
        </>
      )}
    </section>
  );
}

/** Both ends are the player's: whose hand is shown, and which one is asked. */
function Hands({ now }: { readonly now: Session }) {
  const { bar } = lt.value;
  const { role: names } = t.value;
  const own: Role = now.view.role ?? 'client';
  return (
    <div class="hands" role="group" aria-label={bar.hand}>
      {roles.map((role) => {
        const asked = now.view.ends[role].deciding;
        return (
          <button
            key={role}
            type="button"
            class="tab"
            aria-pressed={role === own}
            data-hand={role}
            data-asked={asked}
            onClick={() => look(role)}
          >
            {names[role]}
            {asked && (
              <>
                <span aria-hidden="true"> ●</span>
                <span class="hidden">, {bar.asked}</span>
              </>
            )}
          </button>
        );
      })}
      <span class="hidden" role="status">
        {bar.nowAt(names[own])}
      </span>
    </div>
  );
}

/** Counts up, never down. */
function Thinking() {
  const { bar, seconds } = lt.value;
  const spent = useSignal(thinking());
  useEffect(() => {
    const ticking = setInterval(() => {
      spent.value = thinking();
    }, 500);
    return () => clearInterval(ticking);
  }, []);
  return (
    <p class="thinking" title={bar.thinkingHint}>
      <span class="bar-word">{bar.thinking}</span> <b class="mono">{seconds(String(Math.floor(spent.value / 1000)))}</b>
    </p>
  );
}
