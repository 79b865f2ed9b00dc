/** What the two programs share: which store, which file, and one sentence at the end. */
import { join } from 'node:path';
import type { Result } from '../../shared/result.ts';
import { readConfig } from '../config.ts';

interface Place {
  readonly file: string;
  readonly databaseUrl: string | null;
  /** The file of the store, where it is one. */
  readonly store: string;
}

/** Ends the program where the environment or the call makes no sense. */
export function readPlace(usage: string): Place {
  const config = readConfig(process.env);
  if (!config.ok) return finish(config);
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) return finish({ ok: false, error: `Say which file: ${usage}` });
  const { databaseUrl, dataDir } = config.value;
  return { file, databaseUrl, store: join(dataDir, 'rooms.db') };
}

export function finish(done: Result<string, string>): never {
  if (done.ok) console.log(done.value);
  else console.error(done.error);
  process.exit(done.ok ? 0 : 1);
}
