/**
 * What a store does to its tables, told once for every database: a script asks for one statement after the other and is
 * given the rows of each. SQLite runs it without a pause, PostgreSQL over its connection. The SQL is what both
 * understand; `?` stands for the values, in their order.
 */
export type Value = string | number | null;

export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

export type Row = { readonly [column: string]: unknown };
export type Script<T> = Generator<Statement, T, readonly Row[]>;

export const ask = (sql: string, ...values: readonly Value[]): Statement => ({ sql, values });

/** A value that the schema does not allow: the database lets it in only where its file is damaged. */
const misfit = (what: string): Error => Object.assign(new Error(what), { code: 'MISFIT' as const });
export const isMisfit = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'MISFIT';

/** A column that the schema declares as text. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw misfit(`column ${column} is no text`);
  return value;
}

export const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : text(row, column);

/** A column that the schema declares as a number. */
export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw misfit(`column ${column} is no number`);
  return value;
}

/** The sum that a row carries is the sum of its other columns; one that the schema does not allow has none. */
export function fits(row: Row, sumOfRow: (row: Row) => string): boolean {
  try {
    return text(row, 'sum') === sumOfRow(row);
  } catch (error) {
    if (isMisfit(error)) return false;
    throw error;
  }
}
