/** Issue 3, live peers: the Linux kernel, in a network namespace of our own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fromText, toText } from '../../shared/octets.ts';
import { encodePacket, makePacket } from '../../shared/packet/packet.ts';
import { makeSegment, SYN } from '../../shared/tcp/segment.ts';
import { addressOf, decoded, value } from '../shared/stack/hand.ts';
import { inspect } from './capture.ts';
import type { LiveHost } from './liveHost.ts';
import { firstLine, outcome } from './child.ts';
import { kernelAddress, makeNamespace, type Namespace, stackAddress } from './namespace.ts';
import { accepted, connected, gone, listening, patient, readAll } from './talk.ts';
import { missing } from './tools.ts';
import { closed, closedSilently, resetBy } from './tshark.ts';

const lack = missing('ip', 'socat', 'python3', 'curl', 'tshark');
const peer = fileURLToPath(new URL('peers/peer.py', import.meta.url));
const python = '/usr/bin/python3';
const big = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 31 + (i >> 7)) & 0xff);
/**
 * What we send. It fits into the kernel's first window, because without congestion control (on purpose) we fill it; and
 * into half of that window, so that the kernel cannot double it by reading, which is when it sends a window update.
 */
const page = big.subarray(0, 30_000);
/** SYN, RST,ACK and nothing more: tshark counts the ACK bit of the RST (4) and the RST (32). */
const refused = { completeness: 37, thirdAck: false, fins: [] };

/** As real stacks do: the ACK waits for the reader, so that it can tell the new window too. */
const delayed = { tcp: { delayedAck: 40 } };

let space: Namespace;
let host: LiveHost | null = null;
let folder: string;

beforeAll(async () => {
  if (lack !== null) return;
  folder = mkdtempSync(join(tmpdir(), 'tcp-interop-'));
  writeFileSync(join(folder, 'big'), big);
  space = await makeNamespace();
});

afterEach(() => {
  host?.stop();
  host = null;
});

afterAll(async () => {
  if (lack !== null) return;
  await space.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Parameters<Namespace['host']>[0] = {}): Promise<LiveHost> {
  host = await space.host({ msl: 100, ...options, ...patient(options) });
  return host;
}

/** Waits until a server inside the namespace listens: its port shows up in ss's list. */
async function listensInside(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { output } = await outcome(space.spawn('ss', '-Hltn', `sport = :${port}`));
    if (output.length > 0) return;
    await sleep(25);
  }
  throw new Error(`nobody listens on port ${port}`);
}

describe.skipIf(lack !== null)(`the Linux kernel${lack === null ? '' : ` (${lack})`}`, () => {
  test('HTTP GET from python3 http.server, with an ISN that wraps inside of the request', async () => {
    space.spawn(python, '-m', 'http.server', '8000', '--directory', folder);
    await listensInside(8000);
    const live = await start({ isn: () => 0xffff_ffe0, ...delayed });
    const socket = await connected(live, kernelAddress, 8000);
    value(live.stack.send(socket, fromText('GET /big HTTP/1.0\r\nHost: 10.77.0.1\r\nAccept: */*\r\n\r\n')));
    const reply = await readAll(live, socket);
    const text = toText(reply.subarray(0, 400));
    expect(text).toMatch(/^HTTP\/1\.0 200 OK\r\n/);
    expect(reply.subarray(text.indexOf('\r\n\r\n') + 4)).toEqual(big);
    expect(live.stack.state(socket)).toBe('CLOSE-WAIT');
    value(live.stack.close(socket));
    await gone(live);
    inspect(live.crossed, 'linux-http-get', { conversations: [closed('peer', 'stack')] });
  });

  test('window scale, SACK and timestamps are agreed on with the kernel', async () => {
    space.set('tcp_window_scaling', '1');
    const live = await start({
      receiveBuffer: 200_000,
      tcp: { delayedAck: 40, windowScale: 2, sack: true, timestamps: true },
    });
    const child = space.spawn(python, peer, 'echo', '8001');
    await firstLine(child);
    const socket = await connected(live, kernelAddress, 8001);
    value(live.stack.send(socket, page));
    value(live.stack.shutdown(socket, 'write'));
    expect(await readAll(live, socket)).toEqual(page);
    expect(live.stack.tcb(socket)?.agreed).toMatchObject({ rcvShift: 2, sack: true });
    expect(live.stack.tcb(socket)?.agreed.timestamps).not.toBe(null);
    value(live.stack.close(socket));
    await gone(live);
    inspect(live.crossed, 'linux-options', { conversations: [closed('stack', 'peer')] });
    space.set('tcp_window_scaling', '0');
  });

  test('our side closes first: FIN-WAIT-1, FIN-WAIT-2, TIME-WAIT, CLOSED', async () => {
    const live = await start(delayed);
    await firstLine(space.spawn(python, peer, 'echo', '8002'));
    const socket = await connected(live, kernelAddress, 8002);
    value(live.stack.send(socket, fromText('hello')));
    value(live.stack.shutdown(socket, 'write'));
    expect(live.stack.state(socket)).toBe('FIN-WAIT-1');
    await live.until('FIN-WAIT-2', () => live.stack.state(socket) === 'FIN-WAIT-2');
    expect(toText(await readAll(live, socket))).toBe('hello');
    expect(live.stack.state(socket)).toBe('TIME-WAIT');
    value(live.stack.close(socket));
    expect(live.stack.state(socket)).toBe('TIME-WAIT');
    const since = live.stack.now();
    await gone(live);
    expect(live.stack.now() - since).toBeGreaterThan(150);
    inspect(live.crossed, 'linux-we-close-first', { conversations: [closed('stack', 'peer')] });
  });

  test('nothing but a handshake and a close: completeness 23', async () => {
    const live = await start();
    await firstLine(space.spawn(python, peer, 'echo', '8003'));
    const socket = await connected(live, kernelAddress, 8003);
    expect(live.stack.close(socket).ok).toBe(true);
    await gone(live);
    inspect(live.crossed, 'linux-no-data', { conversations: [closedSilently('stack', 'peer')] });
  });

  test('curl fetches from our stack', async () => {
    const live = await start();
    const listener = listening(live, stackAddress, 80);
    const curl = outcome(space.spawn('curl', '-s', '-S', '--max-time', '10', `http://${stackAddress}/`));
    await serveOnce(live, listener);
    const { output, code } = await curl;
    expect(code).toBe(0);
    expect(Uint8Array.from(output)).toEqual(page);
    value(live.stack.close(listener));
    await gone(live);
    inspect(live.crossed, 'linux-curl', { conversations: [closed('stack', 'peer')] });
  });

  test('curl gets through while a flood of SYNs fills the backlog: SYN cookies', async () => {
    const live = await start();
    const listener = listening(live, stackAddress, 80, 2);
    // Nobody is at 192.0.2.1: its answers go nowhere.
    live.passes = ({ from, packet }) => from === 'peer' || decoded(packet).ip.dst !== addressOf('192.0.2.1');
    for (const srcPort of [1, 2]) {
      const ends = { src: addressOf('192.0.2.1'), srcPort, dst: addressOf(stackAddress), dstPort: 80 };
      live.inject(encodePacket(makePacket(ends, makeSegment({ seq: 1, ctl: SYN, wnd: 100 }))));
    }
    const before = live.stack.connections().length;
    const curl = outcome(space.spawn('curl', '-s', '-S', '--max-time', '10', `http://${stackAddress}/`));
    await serveOnce(live, listener);
    expect(before).toBe(2);
    expect(Uint8Array.from((await curl).output)).toEqual(page);
    // Each SYN of the flood has its SYN,ACK, and nothing follows: 1 + 2.
    const flood = { completeness: 3, thirdAck: false, fins: [] };
    await live.until('curl is gone', () => live.stack.connections().length === 2);
    inspect(live.crossed, 'linux-flood', { conversations: [flood, flood, closed('stack', 'peer')] });
  });

  test('a closed port refuses: theirs us, ours them', async () => {
    const live = await start();
    const socket = live.stack.open();
    value(live.stack.connect(socket, kernelAddress, 9));
    await live.until('CLOSED', () => live.stack.state(socket) === 'CLOSED');
    expect(live.stack.takeError(socket)).toBe('ECONNREFUSED');
    const { code } = await outcome(space.spawn('curl', '-s', '--max-time', '10', `http://${stackAddress}:9/`));
    // "Failed to connect to host", and not 28, "operation timeout".
    expect(code).toBe(7);
    // Each RST is the scene.
    inspect(live.crossed, 'linux-closed-ports', {
      conversations: [refused, refused],
      findings: [resetBy('peer'), resetBy('stack')],
    });
  });

  /**
   * tshark cannot be had without findings here. A SYN,ACK of a simultaneous open repeats the number of its own SYN
   * (MUST-10, Figure 7), which it takes for a retransmission; but not where the number after the SYN is 0, which it
   * keeps for "none yet". And the kernel acknowledges our SYN,ACK, whose SYN is old to it (3.10.7.4, first).
   */
  test.each([
    { isn: 10_000, port: 7100, findings: ['stack: retransmission', 'peer: retransmission', 'peer: duplicate_ack'] },
    { isn: 0xffff_ffff, port: 7101, findings: ['peer: retransmission', 'peer: duplicate_ack'] },
  ])('simultaneous open, ISN $isn: the SYNs cross, and text goes both ways', async ({ isn, port, findings }) => {
    const live = await start({ isn: () => isn, ...delayed });
    live.hold = true;
    const child = space.spawn(python, peer, 'cross', String(port), stackAddress, '7200');
    const told = outcome(child);
    // The kernel's SYN waits outside while ours leaves.
    await live.until('the SYN of the kernel', () => live.waiting() > 0);
    const socket = live.stack.open();
    value(live.stack.bind(socket, stackAddress, 7200));
    value(live.stack.connect(socket, kernelAddress, port));
    expect(live.stack.state(socket)).toBe('SYN-SENT');
    live.hold = false;
    live.flush();
    expect(live.stack.state(socket)).toBe('SYN-RECEIVED');
    await live.until('ESTABLISHED', () => live.stack.state(socket) !== 'SYN-RECEIVED');
    value(live.stack.send(socket, fromText('stack')));
    expect(toText(await readAll(live, socket))).toBe('kernel');
    value(live.stack.close(socket));
    expect(String((await told).output)).toBe('ready\nstack\n');
    await gone(live);
    inspect(live.crossed, `linux-simultaneous-open-${isn}`, { conversations: [closed('peer', 'stack')], findings });
  });

  test('a peer that aborts: ECONNRESET here; and there when we abort', async () => {
    const live = await start();
    await firstLine(space.spawn(python, peer, 'abort', '8004'));
    const socket = await connected(live, kernelAddress, 8004);
    value(live.stack.send(socket, fromText('go away')));
    await live.until('CLOSED', () => live.stack.state(socket) === 'CLOSED');
    expect(live.stack.takeError(socket)).toBe('ECONNRESET');
    const child = space.spawn(python, peer, 'listen-reset', '8005');
    const told = outcome(child);
    await listensInside(8005);
    const other = await connected(live, kernelAddress, 8005);
    value(live.stack.abort(other));
    expect(String((await told).output)).toBe('ready\nreset\n');
    // Each RST is the scene.
    inspect(live.crossed, 'linux-aborts', {
      conversations: [
        { completeness: 47, thirdAck: true, fins: [] },
        { completeness: 39, thirdAck: true, fins: [] },
      ],
      findings: [resetBy('peer'), resetBy('stack')],
    });
  });

  test('lost on the way: our SYN and one segment of our text; they come again, and nothing else does', async () => {
    const live = await start(delayed);
    await firstLine(space.spawn(python, peer, 'echo', '8006'));
    let syns = 0;
    let texts = 0;
    live.passes = ({ from, packet }) => {
      if (from === 'peer') return true;
      const { segment } = decoded(packet).tcp;
      if ((segment.ctl & SYN) !== 0) return syns++ > 0;
      return segment.data.length === 0 || texts++ !== 0;
    };
    const socket = await connected(live, kernelAddress, 8006);
    value(live.stack.send(socket, fromText('once more')));
    value(live.stack.shutdown(socket, 'write'));
    expect(toText(await readAll(live, socket))).toBe('once more');
    value(live.stack.close(socket));
    await gone(live);
    inspect(live.crossed, 'linux-lost', {
      conversations: [closed('stack', 'peer')],
      // The SYN again; the FIN came without the text before it, and the kernel says so; the text again.
      findings: ['stack: retransmission', 'peer: duplicate_ack', 'stack: retransmission'],
    });
  });
});

/** Answers one HTTP request with `page`, and closes first. */
async function serveOnce(live: LiveHost, listener: number): Promise<void> {
  const id = await accepted(live, listener);
  let request = '';
  await live.until('a request', () => {
    const got = live.stack.recv(id, 65_535);
    if (got.type === 'bytes') request += toText(got.bytes);
    return request.includes('\r\n\r\n');
  });
  value(live.stack.send(id, fromText(`HTTP/1.0 200 OK\r\nContent-Length: ${page.length}\r\n\r\n`)));
  value(live.stack.send(id, page));
  value(live.stack.shutdown(id, 'write'));
  await readAll(live, id);
  value(live.stack.close(id));
}
