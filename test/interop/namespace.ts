/**
 * A network namespace with a Linux TCP of its own: 10.77.0.1 there, our stack at 10.77.0.2. The kernel's packets come
 * out of a TUN device, which socat carries to a UDP socket on our 127.0.0.1; nothing of the host's network is touched.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import type { StackOptions } from '../../shared/stack/options.ts';
import { end } from './child.ts';
import { freePort, type LiveHost, startHost } from './liveHost.ts';

export const kernelAddress = '10.77.0.1';
export const stackAddress = '10.77.0.2';

export interface Namespace {
  readonly name: string;
  /** A stack at the other end of the wire; only one at a time. */
  readonly host: (options?: Partial<StackOptions>) => Promise<LiveHost>;
  /** Sets one of the kernel's `net.ipv4` switches inside. */
  readonly set: (setting: string, value: string) => void;
  /** Runs a program inside. It is ended with the namespace, if not before. */
  readonly spawn: (command: string, ...args: readonly string[]) => ChildProcess;
  /** Ends what runs inside, and the namespace. */
  readonly stop: () => Promise<void>;
}

/**
 * How the kernel behaves in its namespace. Its windows would be told in units of 1024 octets in a simultaneous open in
 * which we offer no scale (Linux forgets to take its own back there); so it scales only where a scene asks for it.
 * Receive buffers that grow would be told by window updates, as the scheduler pleases.
 */
const settings = [
  ['tcp_window_scaling', '0'],
  ['tcp_moderate_rcvbuf', '0'],
] as const;

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const key = Uint8Array.from({ length: 16 }, (_, i) => 7 * i + 1);

export async function makeNamespace(): Promise<Namespace> {
  const name = `ackward-${process.pid}`;
  const device = `ack${process.pid}`;
  const [myPort, itsPort] = [await freePort(), await freePort()];
  run('ip', 'netns', 'add', name);
  const children = new Set<ChildProcess>();
  const set = (setting: string, value: string): void => {
    run('ip', 'netns', 'exec', name, 'sh', '-c', `echo ${value} > /proc/sys/net/ipv4/${setting}`);
  };
  const stop = async (): Promise<void> => {
    for (const child of children) await end(child);
    run('ip', 'netns', 'del', name);
  };
  try {
    // Where there is IPv6, it would chatter about routers on our wire.
    const quiet = 'test ! -d /proc/sys/net/ipv6 || echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6';
    run('ip', 'netns', 'exec', name, 'sh', '-c', quiet);
    for (const [setting, value] of settings) set(setting, value);
    const target = `UDP-SENDTO:127.0.0.1:${myPort},bind=127.0.0.1:${itsPort}`;
    const tun = `TUN,tun-name=${device},tun-type=tun,iff-no-pi`;
    const socat = spawn('socat', ['-d', '-d', tun, target], { stdio: ['ignore', 'ignore', 'pipe'] });
    children.add(socat);
    await isReady(socat);
    // The device moves into the namespace; socat keeps its other end out here.
    run('ip', 'link', 'set', device, 'netns', name);
    run('ip', 'netns', 'exec', name, 'sh', '-c', quiet.replaceAll('default', device));
    run('ip', '-n', name, 'address', 'add', `${kernelAddress}/24`, 'dev', device);
    run('ip', '-n', name, 'link', 'set', device, 'up');
    run('ip', '-n', name, 'link', 'set', 'lo', 'up');
    // The kernel's 200 ms would take a busy moment of this machine for a loss.
    run('ip', '-n', name, 'route', 'replace', '10.77.0.0/24', 'dev', device, 'src', kernelAddress, 'rto_min', '3s');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name,
    set,
    host: (options = {}) => startHost({ address: stackAddress, key, ...options }, itsPort, myPort),
    spawn: (command, ...args) => {
      const child = spawn('ip', ['netns', 'exec', name, command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
      children.add(child);
      return child;
    },
    stop,
  };
}

/** Waits until socat has finished with the device: it looks it up by name several times, which a move would break. */
const isReady = (socat: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let told = '';
    socat.stderr?.on('data', (part: Buffer) => {
      told += String(part);
      if (told.includes('starting data transfer loop')) resolve();
    });
    socat.once('exit', () => reject(new Error(`socat ended: ${told}`)));
  });
