/** Runs scripts on a SQLite file. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Script } from './script.ts';

export type Run = <T>(script: Script<T>) => T;

/** Runs scripts without a pause; each statement is prepared once. */
export function runner(db: DatabaseSync): Run {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  return (script) => {
    let step = script.next();
    while (step.done !== true) {
      const { sql, values } = step.value;
      step = script.next(statement(sql).all(...values));
    }
    return step.value;
  };
}
