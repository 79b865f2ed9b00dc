/** The way to the daily three, with how many of today's are left. */
import { dailyOf } from '../../../shared/levels/daily.ts';
import { today } from '../../clock.ts';
import { progress } from '../../solo/progress.ts';
import { pt } from '../../state/progressWords.ts';
import { LevelLink } from './levelLink.tsx';

export function DailyLink() {
  const { daily } = pt.value;
  const { asks, done } = dailyOf(progress.value, today());
  const left = asks.length - done.length;
  return (
    <LevelLink class="button" to={{ type: 'daily' }}>
      {daily.link}
      {left > 0 && <small class="left-today">{daily.left(left)}</small>}
    </LevelLink>
  );
}
