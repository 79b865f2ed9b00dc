/** From a verdict to the page that tells more of it, beside the match. */
import type { Verdict } from '../../../shared/judge/verdict.ts';
import { pagesAbout } from '../../../shared/lessons/search.ts';
import { lib } from '../../library/words.ts';
import { LibraryLink } from '../libraryLink.tsx';

export interface ReadMoreProps {
  readonly verdict: Pick<Verdict, 'clause' | 'misconceptions'>;
}

export function ReadMore({ verdict: { clause, misconceptions } }: ReadMoreProps) {
  const [page] = pagesAbout(clause, misconceptions[0] ?? null);
  if (page === undefined) return null;
  const { link, opens } = lib.value.readMore;
  return (
    <LibraryLink at={page} class="read-more">
      {link}
      <span class="hidden"> {opens}</span>
    </LibraryLink>
  );
}
