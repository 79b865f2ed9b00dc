/** The store that the configuration names: PostgreSQL where there is a URL of one, else a file in the data folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Report } from './runScripts.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

export async function openStore(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  clock: Clock,
  report: Report,
): Promise<Store> {
  if (databaseUrl !== null) {
    // Loaded here, because most servers do without.
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres({ url: databaseUrl, clock, report });
  }
  mkdirSync(dataDir, { recursive: true });
  return openSqlite({ file: join(dataDir, 'rooms.db'), clock, report });
}
