/** Gives the processes of a run a folder to agree in, and ends the PostgreSQL that one of them may have started. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missing, removePostgres } from './postgres.ts';
import { folderVariable } from './shared.ts';

export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ackward-tests-'));
  process.env[folderVariable] = folder;
  if (missing !== null) console.warn(`NOT CHECKED: the store on PostgreSQL, and several nodes on one (${missing}).`);
  return async () => {
    const told = join(folder, 'told');
    if (existsSync(told)) await removePostgres((JSON.parse(readFileSync(told, 'utf8')) as { data: string }).data);
    rmSync(folder, { recursive: true, force: true });
  };
}
