/** The programs that the tests of this folder talk to, and how to get them: Debian packages, none of it in Node. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

interface Tool {
  readonly name: string;
  readonly package: string;
  /** Whether it works here; false where it is missing or may not be used. */
  readonly works: () => boolean;
}

const succeeds = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0;

export const tools: readonly Tool[] = [
  { name: 'ip', package: 'iproute2', works: () => succeeds('ip', '-V') },
  { name: 'socat', package: 'socat', works: () => succeeds('socat', '-V') },
  { name: 'curl', package: 'curl', works: () => succeeds('curl', '--version') },
  { name: 'python3', package: 'python3', works: () => succeeds('/usr/bin/python3', '--version') },
  { name: 'scapy', package: 'python3-scapy', works: () => succeeds('/usr/bin/python3', '-c', 'import scapy') },
  { name: 'tshark', package: 'tshark', works: () => succeeds('tshark', '--version') },
  { name: 'gcc', package: 'gcc', works: () => succeeds('gcc', '--version') },
  { name: 'libc', package: 'libc6-dev', works: () => existsSync('/usr/include/stdio.h') },
  { name: 'pkg-config', package: 'pkg-config', works: () => succeeds('pkg-config', '--version') },
  { name: 'lwip', package: 'liblwip-dev', works: () => succeeds('pkg-config', '--exists', 'lwip') },
];

/** Installs what is missing, where that is possible. */
export function install(): void {
  const wanted = tools.filter((tool) => !tool.works()).map((tool) => tool.package);
  if (wanted.length === 0) return;
  console.log(`interop: installing ${wanted.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: readonly string[]) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update', '-q');
  apt('install', '-q', '-y', '--no-install-recommends', ...wanted);
}

/** Why a group of tests cannot run here, or null. */
export function missing(...names: readonly (typeof tools)[number]['name'][]): string | null {
  const lacking = tools.filter(({ name, works }) => names.includes(name) && !works());
  if (lacking.length > 0) return `${lacking.map(({ name }) => name).join(', ')} missing`;
  if (!names.includes('ip')) return null;
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  if (!existsSync('/dev/net/tun')) return '/dev/net/tun missing';
  return succeeds('unshare', '-n', 'true') ? null : 'network namespaces are forbidden here';
}
