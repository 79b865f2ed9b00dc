/** The same for PostgreSQL, by its own programs: they must be on the PATH, and not older than the server. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Result, fail, ok } from '../../shared/result.ts';

export function dumpDatabase(url: string, copy: string): Result<null, string> {
  if (existsSync(copy)) return fail(`${copy} exists already; nothing is overwritten.`);
  const { place, env } = reach(url);
  const options = ['--format=custom', '--no-owner', '--no-privileges', `--file=${copy}`];
  const dumped = call('pg_dump', [place, ...options], env);
  // Reads the copy through, into nothing.
  return dumped.ok ? call('pg_restore', ['--file=/dev/null', copy], process.env) : dumped;
}

/** Everything that is in the database now is replaced, or nothing is. */
export function restoreDatabase(url: string, copy: string): Result<null, string> {
  if (!existsSync(copy)) return fail(`There is no backup ${copy}.`);
  const { place, env } = reach(url);
  const options = ['--clean', '--if-exists', '--no-owner', '--no-privileges', '--single-transaction'];
  return call('pg_restore', [place, ...options, copy], env);
}

type Env = typeof process.env;

/** The password goes by the environment: everybody may read the arguments of a program. */
function reach(url: string): { readonly place: string; readonly env: Env } {
  const place = new URL(url);
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(place.password) };
  place.password = '';
  return { place: `--dbname=${place.href}`, env };
}

function call(program: string, args: readonly string[], env: Env): Result<null, string> {
  const { status, stderr, error } = spawnSync(program, [...args], { env, encoding: 'utf8' });
  if (error !== undefined) return fail(`${program} cannot be started; install the client programs of PostgreSQL.`);
  return status === 0 ? ok(null) : fail(`${program} failed: ${stderr.trim().split('\n')[0]}`);
}
