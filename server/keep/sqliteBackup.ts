/** A copy of the SQLite store, made while the server runs, and the way back. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type Result, fail, ok } from '../../shared/result.ts';

/** Writes the store as it stands at one instant into a new file, and reads the copy through. */
export function copyStore(store: string, copy: string): Result<null, string> {
  if (!existsSync(store)) return fail(`There is no store ${store} to back up.`);
  if (existsSync(copy)) return fail(`${copy} exists already; nothing is overwritten.`);
  const db = new DatabaseSync(store, { timeout: 10_000 });
  try {
    db.prepare('vacuum into ?').run(copy);
  } finally {
    db.close();
  }
  return isSound(copy) ? ok(null) : fail(`The copy ${copy} is damaged, and so may be the store.`);
}

/**
 * Puts a copy in the place of the store, which is kept beside it under the name that comes back; null: there was none.
 * No server may have the store open.
 */
export function putBack(copy: string, store: string): Result<string | null, string> {
  if (!existsSync(copy)) return fail(`There is no backup ${copy}.`);
  if (!isSound(copy)) return fail(`${copy} is no backup of a store, or it is damaged.`);
  const before = existsSync(store) ? `${store}.before-restore` : null;
  if (before !== null && existsSync(before)) return fail(`${before} is there from another time; move it away first.`);
  if (before !== null && !isUnused(store)) return fail(`A server uses ${store}; stop it first.`);
  const fresh = `${store}.restoring`;
  rmSync(fresh, { force: true });
  const made = copyStore(copy, fresh);
  if (!made.ok) return made;
  if (before !== null) renameSync(store, before);
  renameSync(fresh, store);
  return ok(before);
}

/** Every page can be read, and it is a store of ours. */
function isSound(file: string): boolean {
  try {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      db.prepare('select count(*) from room').get();
      return db.prepare('pragma integrity_check').get()?.['integrity_check'] === 'ok';
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/** Nobody else has it open: only then does SQLite let go of its write-ahead log. */
function isUnused(file: string): boolean {
  const db = new DatabaseSync(file);
  try {
    return db.prepare('pragma journal_mode = delete').get()?.['journal_mode'] === 'delete';
  } catch {
    return false;
  } finally {
    db.close();
  }
}
