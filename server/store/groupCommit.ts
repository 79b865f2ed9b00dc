/** All writes of one turn of the event loop become one transaction, and one fsync: SQLite's writes wait for each other anyway. */
import type { DatabaseSync } from 'node:sqlite';

interface Job {
  /** Comes back with what to do when the commit is safe. May run twice: the first time it was rolled back. */
  readonly work: () => () => void;
  readonly fail: (error: unknown) => void;
}

/** What the function that comes back is given runs inside a transaction that holds the write lock. */
export function groupCommits(db: DatabaseSync): <T>(work: () => T) => Promise<T> {
  let waiting: Job[] = [];
  const commit = (jobs: readonly Job[]): void => {
    try {
      db.exec('begin immediate');
      const kept = jobs.map((job) => job.work());
      db.exec('commit');
      for (const resolve of kept) resolve();
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      // One damaged or impossible row must not take the others with it; a full disk fails all the same.
      if (jobs.length > 1 && !isPassing(error)) for (const job of jobs) commit([job]);
      else for (const job of jobs) job.fail(error);
    }
  };
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    commit(batch);
  };
  return (work) =>
    new Promise((resolve, reject) => {
      const job: Job = {
        work() {
          const outcome = work();
          return () => resolve(outcome);
        },
        fail: reject,
      };
      if (waiting.push(job) === 1) setImmediate(flush);
    });
}

/** SQLite's primary result code, without its details; null: not an error of SQLite. */
export function resultCode(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  return typeof code === 'number' ? code & 0xff : null;
}

/** BUSY, READONLY, IOERR, FULL, CANTOPEN: no write fares better by itself, and all may fare better in a moment. */
export function isPassing(error: unknown): boolean {
  const code = resultCode(error);
  return code !== null && [5, 8, 10, 13, 14].includes(code);
}
