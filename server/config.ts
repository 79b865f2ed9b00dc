/** Every environment variable that the server knows, read and checked here and nowhere else. */
import { fileURLToPath } from 'node:url';
import { type Result, fail, ok } from '../shared/result.ts';

export interface Config {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** The folder of the store. */
  readonly dataDir: string;
  /** How much faster than real time every match runs. */
  readonly timeScale: number;
  /** Origins that may connect besides the server's own. */
  readonly origins: readonly string[];
  /** Serve the client by Vite, from its sources. */
  readonly development: boolean;
}

type Env = { readonly [name: string]: string | undefined };

/** The configuration, or one sentence for the person who started the server. */
export function readConfig(env: Env): Result<Config, string> {
  const port = Number(env['PORT'] ?? 3000);
  if (env['PORT']?.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65535)
    return fail(`PORT must be a whole number from 0 to 65535, not "${env['PORT']}".`);
  const timeScale = Number(env['TIME_SCALE'] ?? 1);
  if (!(timeScale >= 0.01 && timeScale <= 10_000))
    return fail(`TIME_SCALE must be a number from 0.01 to 10000, not "${env['TIME_SCALE']}".`);
  const host = env['HOST'] ?? '0.0.0.0';
  if (host.trim() === '') return fail('HOST must be an address to listen on, such as 0.0.0.0; it is empty.');
  const dataDir = env['DATA_DIR'] ?? fileURLToPath(new URL('../data', import.meta.url));
  if (dataDir.trim() === '') return fail('DATA_DIR must be a folder; it is empty.');
  const origins = (env['ORIGINS'] ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  const bad = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (bad !== undefined)
    return fail(`ORIGINS must be origins such as https://game.example.org, with commas between; "${bad}" is none.`);
  return ok({ port, host, dataDir, timeScale, origins, development: env['NODE_ENV'] === 'development' });
}
