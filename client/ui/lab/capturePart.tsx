/** The parts that are done in the capture: filter, and follow the stream. */
import { isRight } from '../../../shared/lessons/lab/attempt.ts';
import { goodFilters } from '../../../shared/lessons/lab/labs.ts';
import { applied, shown } from '../../lab/bench.ts';
import { report } from '../../lab/report.ts';
import { shownMark } from '../../lab/steps.ts';
import { labSays, lp } from '../../lab/words.ts';
import { LibraryLink } from '../libraryLink.tsx';

export function FilterPart() {
  const { filter } = labSays.value;
  const attempt = report.value?.attempt;
  if (attempt === undefined) return null;
  const done = isRight(attempt, 'filter');
  const count = shown.value.length;
  const mark = shownMark();
  if (done) return <GoodFilters own={attempt.answers['filter']?.typed ?? ''} />;
  if (applied.value.text.trim() === '') return null;
  return (
    <p role="status" class={mark === 'right' ? 'said-right' : 'said-wrong'} data-filter-mark={mark}>
      <span class="mono">{applied.value.text}</span>
      <br />
      {count === 0 ? filter.none(0) : filter[mark](count)}
    </p>
  );
}

/** What the player wrote, and what others write. */
function GoodFilters({ own }: { readonly own: string }) {
  return (
    <>
      <p class="said-right mono">{own}</p>
      <p class="hint">{lp.value.report.goodFilters}</p>
      <ul class="good-filters mono">
        {goodFilters
          .filter((filter) => filter !== own)
          .map((filter) => (
            <li key={filter}>{filter}</li>
          ))}
      </ul>
      <p>
        <LibraryLink at="wireshark-filters">{lp.value.report.aboutFilters}</LibraryLink>
      </p>
    </>
  );
}

export function FollowPart() {
  const attempt = report.value?.attempt;
  if (attempt === undefined || !isRight(attempt, 'follow')) return null;
  return <p>{lp.value.report.followed}</p>;
}
