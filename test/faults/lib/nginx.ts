/** nginx with the configuration of the repository, on ports and with a certificate of its own. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from './numbers.ts';
import { cleanUp, newFolder } from './temporary.ts';

const configuration = new URL('../../../server/nginx.conf', import.meta.url);
const isThere = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0;

export const missingNginx = (): string | null =>
  isThere('nginx', '-v') && isThere('openssl', 'version') ? null : 'nginx and openssl are not installed';

/** Comes back with its port, when it answers. `nodes`: the ports of the three nodes, in their order. */
export async function startNginx(nodes: readonly number[]): Promise<number> {
  const folder = newFolder();
  const port = await freePort();
  const [key, pem] = [join(folder, 'key'), join(folder, 'pem')];
  const subject = ['-subj', '/CN=localhost', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', pem, ...subject], {
    stdio: 'ignore',
  });
  const site = nodes
    .reduce((text, node, n) => text.replaceAll(`127.0.0.1:${3001 + n}`, `127.0.0.1:${node}`), read())
    .replace('listen 80;', `listen 127.0.0.1:${await freePort()};`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('/etc/ssl/game.example.org.pem', pem)
    .replace('/etc/ssl/game.example.org.key', key);
  const file = join(folder, 'nginx.conf');
  const log = `error_log ${join(folder, 'error.log')};`;
  const main = `daemon off; pid ${join(folder, 'pid')}; ${log} worker_processes 1; events { worker_connections 1024; }`;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join(' ');
  writeFileSync(file, `${main}\nhttp { access_log off; ${temporary}\n${site}\n}\n`);
  const child = spawn('nginx', ['-c', file, '-p', folder], { stdio: 'ignore' });
  const ended = once(child, 'close');
  cleanUp(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  if (!(await until(10_000, () => answers(port)))) throw new Error(readFileSync(join(folder, 'error.log'), 'utf8'));
  return port;
}

const read = (): string => readFileSync(configuration, 'utf8');

const answers = (port: number): boolean =>
  isThere('openssl', 's_client', '-connect', `127.0.0.1:${port}`, '-brief', '-verify_quiet');

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
