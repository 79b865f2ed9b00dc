/** What was typed into a field, as people write numbers: grouped, full-width, or in base 16 with 0x. */

export const tidy = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s,_\u2009]/g, '');

/** null: no number. */
export function numberIn(typed: string): number | null {
  const word = tidy(typed);
  if (/^0x[0-9a-f]{1,10}$/.test(word)) return Number.parseInt(word.slice(2), 16);
  return /^\d{1,15}$/.test(word) ? Number(word) : null;
}

/** The field is empty on purpose: the number in it means nothing. */
export const isNothing = (typed: string): boolean =>
  ['', '-', '—', '–', '0', '0x0', '无', '无效', '空', 'none', 'n/a'].includes(tidy(typed));
