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

/** A column that the schema declares as text. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`column ${column} is no text`);
  return value;
}

export const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : text(row, column);

/** A column that the schema declares as a number. */
export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`column ${column} is no number`);
  return value;
}
