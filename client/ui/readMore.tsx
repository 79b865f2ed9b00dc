/** "Read more" of a verdict, wherever one is shown: the pages come down the wire with the first of them. */
import { useEffect } from 'preact/hooks';
import type { ReadMoreProps } from './library/readMore.tsx';
import { loadReadMore, readMoreLink } from './loadReadMore.ts';

export function ReadMore({ verdict }: ReadMoreProps) {
  const Link = readMoreLink.value;
  useEffect(() => void loadReadMore(), []);
  return Link === null ? null : <Link verdict={verdict} />;
}
