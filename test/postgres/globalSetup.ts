/** Gives the processes of a run a folder to agree in, and ends the PostgreSQL that one of them may have started. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, missing, removePostgres } from './postgres.ts';
import { folderVariable } from './shared.ts';

const prefix = 'ackward-tests-';

export default async function setup(): Promise<() => Promise<void>> {
  await cleanUpAfterKilled();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, 'owner'), String(process.pid));
  process.env[folderVariable] = folder;
  if (missing !== null) console.warn(`NOT CHECKED: the store on PostgreSQL, and several nodes on one (${missing}).`);
  return () => remove(folder);
}

async function remove(folder: string): Promise<void> {
  const told = join(folder, 'told');
  if (existsSync(told)) await removePostgres((JSON.parse(readFileSync(told, 'utf8')) as { data: string }).data);
  rmSync(folder, { recursive: true, force: true });
}

/** A run that was killed could not do it. */
async function cleanUpAfterKilled(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const owner = join(tmpdir(), name, 'owner');
    if (existsSync(owner) && !isRunning(Number(readFileSync(owner, 'utf8')))) await remove(join(tmpdir(), name));
  }
}
