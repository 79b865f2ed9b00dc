/**
 * One PostgreSQL for a whole run of the tests, started by the first test that wants it, in whichever process that is;
 * `globalSetup.ts` ends it. Each test has a database of its own in it.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from './postgres.ts';

/** Names the folder in which the processes of a run agree on one PostgreSQL. */
export const folderVariable = 'POSTGRES_TEST_FOLDER';

async function sharedUrl(): Promise<string> {
  const folder = process.env[folderVariable];
  if (folder === undefined) throw new Error(`${folderVariable} is not set: run the tests by vitest's configuration`);
  const told = join(folder, 'told');
  if (isFirst(join(folder, 'first'))) {
    const { url, folder: data } = await startPostgres();
    writeFileSync(`${told}.new`, JSON.stringify({ url, data }));
    renameSync(`${told}.new`, told);
  }
  while (!existsSync(told)) await setTimeout(50);
  return (JSON.parse(readFileSync(told, 'utf8')) as { readonly url: string }).url;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** The URL of a new, empty database. */
export async function newDatabase(): Promise<string> {
  const url = new URL(await sharedUrl());
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = name;
  return url.href;
}
