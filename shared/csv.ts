/**
 * Comma-separated values (RFC 4180) that a spreadsheet shows and does not run. A text that begins like a formula gets
 * an apostrophe in front; numbers stay numbers. Every export goes through here.
 */

export type Cell = string | number | boolean | null;

/**
 * What makes a spreadsheet take a text for a formula, also behind blanks, which some throw away, and in the full
 * width that Chinese keyboards type.
 */
const formula = /^[\s\p{C}\p{Z}]*[=+\-@|%＝＋－＠｜％]|^[\t\r\n]/u;
const quoted = /[",\r\n\t;]/;

/** One cell, with its quotes where it needs some. null is empty. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return quoted.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines end with CR LF. The mark at the beginning tells spreadsheets that it is UTF-8. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
