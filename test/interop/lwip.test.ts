/** Issue 3, live peers: lwIP, a TCP for small devices, in a C program that is compiled here, over UDP on 127.0.0.1. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { StackOptions } from '../../shared/stack/options.ts';
import { value } from '../shared/stack/hand.ts';
import { inspect } from './capture.ts';
import { end, firstLine, outcome } from './child.ts';
import { freePort, type LiveHost, startHost } from './liveHost.ts';
import { accepted, connected, gone, listening, patient, readAll } from './talk.ts';
import { missing } from './tools.ts';
import { closed, resetBy } from './tshark.ts';

const lack = missing('gcc', 'libc', 'pkg-config', 'lwip', 'tshark');
const source = fileURLToPath(new URL('peers/lwip.c', import.meta.url));
const [itsAddress, ours] = ['10.78.0.1', '10.78.0.2'];
const key = Uint8Array.from({ length: 16 }, (_, i) => 3 * i + 1);
const text = Uint8Array.from({ length: 30_000 }, (_, i) => (i * 31 + (i >> 7)) & 0xff);

let folder: string;
let host: LiveHost | null = null;
let peer: ChildProcess | null = null;

beforeAll(() => {
  if (lack !== null) return;
  folder = mkdtempSync(join(tmpdir(), 'tcp-interop-'));
  const flags = execFileSync('pkg-config', ['--cflags', '--libs', 'lwip'], { encoding: 'utf8' }).trim().split(/\s+/);
  execFileSync('gcc', ['-O1', '-Wall', '-o', join(folder, 'lwip'), source, ...flags, '-lpthread']);
});

afterEach(async () => {
  host?.stop();
  if (peer !== null) await end(peer);
});

afterAll(() => {
  if (lack === null) rmSync(folder, { recursive: true, force: true });
});

/** Our stack, and lwIP at the other end of the wire. */
async function start(options: Partial<StackOptions>, ...words: readonly string[]) {
  const itsPort = await freePort();
  const steady = { ...options, tcp: { delayedAck: 40, ...options.tcp } };
  const live = await startHost({ address: ours, key, msl: 100, ...steady, ...patient(steady) }, itsPort);
  const args = [String(itsPort), String(live.port), ...words];
  const child = spawn(join(folder, 'lwip'), args, { stdio: ['ignore', 'pipe', 'inherit'] });
  host = live;
  peer = child;
  return { live, child };
}

describe.skipIf(lack !== null)(`lwIP${lack === null ? '' : ` (${lack})`}`, () => {
  test('we connect, talk, close first; the ISN is the last before the wrap', async () => {
    const { live, child } = await start({ isn: () => 0xffff_ffff }, 'serve');
    await firstLine(child);
    const socket = await connected(live, itsAddress, 7);
    value(live.stack.send(socket, text));
    value(live.stack.shutdown(socket, 'write'));
    expect(await readAll(live, socket)).toEqual(text);
    expect(live.stack.state(socket)).toBe('TIME-WAIT');
    value(live.stack.close(socket));
    await gone(live);
    inspect(live.crossed, 'lwip-we-connect', { conversations: [closed('stack', 'peer')] });
  });

  test('it connects, talks, closes first', async () => {
    const { live, child } = await start({ isn: () => 0xffff_fff0 }, 'fetch', '30000');
    const told = outcome(child);
    const listener = listening(live, ours, 7);
    const socket = await accepted(live, listener);
    const heard = await readAll(live, socket);
    expect(live.stack.state(socket)).toBe('CLOSE-WAIT');
    value(live.stack.send(socket, heard));
    value(live.stack.close(socket));
    await gone(live);
    expect(String((await told).output)).toBe('30000 same\n');
    inspect(live.crossed, 'lwip-it-connects', { conversations: [closed('peer', 'stack')] });
  });

  test('window scale is agreed on', async () => {
    const { live, child } = await start({ receiveBuffer: 120_000, tcp: { windowScale: 3 } }, 'serve');
    await firstLine(child);
    const socket = await connected(live, itsAddress, 7);
    expect(live.stack.tcb(socket)?.agreed.rcvShift).toBe(3);
    value(live.stack.send(socket, text));
    value(live.stack.shutdown(socket, 'write'));
    expect(await readAll(live, socket)).toEqual(text);
    value(live.stack.close(socket));
    await gone(live);
    inspect(live.crossed, 'lwip-window-scale', { conversations: [closed('stack', 'peer')] });
  });

  test('our closed port refuses it: ERR_RST', async () => {
    const { live, child } = await start({}, 'fetch', '1');
    expect(String((await outcome(child)).output)).toBe('connect -14\n');
    // The RST is the scene.
    inspect(live.crossed, 'lwip-closed-port', {
      conversations: [{ completeness: 37, thirdAck: false, fins: [] }],
      findings: [resetBy('stack')],
    });
  });
});
