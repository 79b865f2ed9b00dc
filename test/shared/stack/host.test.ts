import { describe, expect, test } from 'vitest';
import { fromText } from '../../../shared/octets.ts';
import { encodePacket, makePacket } from '../../../shared/packet/packet.ts';
import { ACK, FIN, makeSegment, RST, SYN } from '../../../shared/tcp/segment.ts';
import { addressOf, hand, ours, stackWith, takePackets, theirs, value } from './hand.ts';

const toClosed = (src = theirs, dst = ours) =>
  encodePacket(
    makePacket(
      { src: addressOf(src), srcPort: 1234, dst: addressOf(dst), dstPort: 9 },
      makeSegment({ seq: 500, ctl: SYN, wnd: 1000, data: fromText('xy') }),
    ),
  );

describe('input', () => {
  test('a SYN for a closed port is answered by RST,ACK with ack = SEG.SEQ + SEG.LEN', () => {
    const stack = stackWith();
    stack.input(toClosed());
    expect(hand(stack, 1234, 9).reads()).toEqual(['RST,ACK 0/503']);
  });

  test('an ACK for a closed port is answered by RST with seq = SEG.ACK; a RST by nothing', () => {
    const stack = stackWith();
    const peer = hand(stack, 1234, 9);
    peer.says({ seq: 500, ack: 7, ctl: ACK });
    peer.says({ seq: 500, ctl: RST });
    expect(peer.reads()).toEqual(['RST 7/0']);
  });

  test('every packet with one wrong bit is dropped silently', () => {
    const packet = toClosed();
    const answered = [];
    for (let bit = 0; bit < packet.length * 8; bit++) {
      const damaged = packet.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
      const stack = stackWith();
      stack.input(damaged);
      if (stack.output().length > 0) answered.push(bit);
    }
    expect(answered).toEqual([]);
  });

  test.each([
    { what: 'for another host', packet: toClosed(theirs, '10.0.0.3') },
    { what: 'for everybody', packet: toClosed(theirs, '255.255.255.255') },
    { what: 'for a group', packet: toClosed(theirs, '224.0.0.1') },
    { what: 'from everybody', packet: toClosed('255.255.255.255') },
    { what: 'from a group', packet: toClosed('224.0.0.1') },
    { what: 'from this host on this network', packet: toClosed('0.0.0.1') },
    { what: 'from a loopback address', packet: toClosed('127.0.0.1') },
    { what: 'from our own address', packet: toClosed(ours) },
    { what: 'that is no packet', packet: fromText('no packet at all') },
    { what: 'that is empty', packet: new Uint8Array(0) },
  ])('a packet $what is discarded', ({ packet }) => {
    const stack = stackWith();
    stack.input(packet);
    expect(stack.output()).toEqual([]);
  });
});

test('a host at 127.x hears others at 127.x, and itself', () => {
  const stack = stackWith({ address: '127.0.0.1' });
  for (const src of ['127.0.0.2', '127.0.0.1']) {
    stack.input(toClosed(src, '127.0.0.1'));
    expect(stack.output()).toHaveLength(1);
  }
  const itself = stack.open();
  expect(stack.connect(itself, '127.0.0.1', 9).ok).toBe(true);
});

describe('time', () => {
  test('timers fire in order and stamp segments with their own instant, not the target', () => {
    const stack = stackWith({ now: 100 });
    stack.connect(stack.open(), theirs, 80);
    stack.advance(400);
    stack.connect(stack.open(), theirs, 81);
    expect(stack.nextTimer()).toBe(1100);
    stack.advance(10_000);
    const seen = stack.output().map(({ at }) => at);
    expect(seen).toEqual([100, 400, 1100, 1400, 3100, 3400, 7100, 7400]);
    expect(stack.now()).toBe(10_000);
  });

  test('time does not go backwards', () => {
    const stack = stackWith({ now: 100 });
    stack.advance(50);
    expect(stack.now()).toBe(100);
  });

  test('the first RTO can be chosen', () => {
    const stack = stackWith({ initialRto: 250 });
    stack.connect(stack.open(), theirs, 80);
    expect(stack.nextTimer()).toBe(250);
  });

  test('what output gave does not change when more is sent', () => {
    const stack = stackWith();
    const before = stack.output();
    stack.input(toClosed());
    expect(before).toEqual([]);
    const first = stack.output();
    stack.input(toClosed());
    expect([first.length, stack.output().length]).toEqual([1, 1]);
  });

  test('a call inside of an instant costs none: output is stamped with now', () => {
    const stack = stackWith({ now: 12.5 });
    stack.connect(stack.open(), theirs, 80);
    expect(stack.output().map(({ at }) => at)).toEqual([12.5]);
    expect(stack.output()).toEqual([]);
  });
});

/** A connection of ours that peer 10.0.0.2:80 helped into TIME-WAIT; SND.NXT 1002, RCV.NXT 502. */
function inTimeWait(options: Parameters<typeof stackWith>[0] = {}, how: 'close' | 'shutdown' = 'close') {
  const stack = stackWith({ msl: 1000, ...options });
  const listener = stack.open();
  value(stack.bind(listener, ours, 80));
  value(stack.listen(listener, 5));
  const peer = hand(stack, 7000, 80);
  peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
  peer.says({ seq: 501, ack: 1001, ctl: ACK, wnd: 65_535 });
  const socket = value(stack.accept(listener));
  if (how === 'close') stack.close(socket);
  else stack.shutdown(socket, 'write');
  peer.says({ seq: 501, ack: 1002, ctl: FIN | ACK, wnd: 65_535 });
  peer.hears();
  return { stack, listener, socket, peer };
}

describe('TIME-WAIT', () => {
  test('a repeated FIN is acknowledged and starts 2MSL again', () => {
    const { stack, socket, peer } = inTimeWait();
    stack.advance(1500);
    peer.says({ seq: 501, ack: 1002, ctl: FIN | ACK, wnd: 65_535 });
    expect(peer.reads()).toEqual(['ACK 1002/502']);
    expect(stack.nextTimer()).toBe(3500);
    stack.advance(3499);
    expect(stack.state(socket)).toBe('TIME-WAIT');
    stack.advance(3500);
    expect(stack.connections()).toEqual([]);
  });

  test('RFC 1337 on: a RST does not end it; off: it does', () => {
    const safe = inTimeWait({ rfc1337: true });
    safe.peer.says({ seq: 502, ctl: RST });
    expect(safe.stack.state(safe.socket)).toBe('TIME-WAIT');
    const risky = inTimeWait({ rfc1337: false });
    risky.peer.says({ seq: 502, ctl: RST });
    expect(risky.stack.state(risky.socket)).toBe('CLOSED');
    expect(risky.stack.connections()).toEqual([]);
  });

  test('a SYN is an old duplicate unless the stack reopens', () => {
    const { stack, socket, peer } = inTimeWait();
    peer.says({ seq: 900_000, ctl: SYN, wnd: 65_535 });
    expect(peer.reads()).toEqual(['ACK 1002/502']);
    expect(stack.state(socket)).toBe('TIME-WAIT');
  });

  test('MAY-2: a newer SYN begins a connection whose ISS lies beyond the old one', () => {
    const { stack, socket, listener, peer } = inTimeWait({ tcp: { reopen: true } });
    peer.says({ seq: 900_000, ctl: SYN, wnd: 65_535 });
    expect(peer.reads()).toEqual(['SYN,ACK 1003/900001']);
    expect(stack.state(socket)).toBe('CLOSED');
    peer.says({ seq: 900_001, ack: 1004, ctl: ACK, wnd: 65_535 });
    expect(stack.state(value(stack.accept(listener)))).toBe('ESTABLISHED');
  });

  test('MAY-2 (b): back to TIME-WAIT when the peer does not know of the SYN', () => {
    const { stack, socket, peer } = inTimeWait({ tcp: { reopen: true } });
    peer.says({ seq: 900_000, ctl: SYN, wnd: 65_535 });
    peer.says({ seq: 900_001, ctl: RST });
    expect(stack.state(socket)).toBe('TIME-WAIT');
    expect(stack.nextTimer()).toBe(2000);
    stack.advance(2000);
    expect(stack.connections()).toEqual([]);
  });

  test('once the new connection stood, the old TIME-WAIT never comes back', () => {
    const { stack, peer } = inTimeWait({ tcp: { reopen: true } });
    peer.says({ seq: 900_000, ctl: SYN, wnd: 65_535 });
    peer.says({ seq: 900_001, ack: 1004, ctl: ACK, wnd: 65_535 });
    peer.says({ seq: 900_001, ctl: RST });
    expect(stack.connections()).toEqual([]);
  });

  test('closing the old socket late does not touch the new connection', () => {
    const { stack, listener, socket, peer } = inTimeWait({ tcp: { reopen: true } }, 'shutdown');
    peer.says({ seq: 900_000, ctl: SYN, wnd: 65_535 });
    peer.says({ seq: 900_001, ack: 1004, ctl: ACK, wnd: 65_535 });
    expect(stack.close(socket).ok).toBe(true);
    const child = value(stack.accept(listener));
    peer.says({ seq: 900_001, ack: 1004, ctl: ACK, wnd: 65_535, data: fromText('new') });
    expect(stack.recv(child, 10)).toEqual({ type: 'bytes', bytes: fromText('new') });
  });

  test('back to TIME-WAIT also where the application still holds the old socket', () => {
    const { stack, peer } = inTimeWait({ tcp: { reopen: true } }, 'shutdown');
    peer.says({ seq: 900_000, ctl: SYN, wnd: 65_535 });
    peer.says({ seq: 900_001, ctl: RST });
    expect(stack.connections().map(({ state }) => state)).toEqual(['TIME-WAIT']);
    stack.advance(2000);
    expect(stack.connections()).toEqual([]);
  });

  test('a listener without room reopens nothing: the SYN is an old one', () => {
    const { stack, listener, peer } = inTimeWait({ tcp: { reopen: true }, cookies: false });
    value(stack.listen(listener, 1));
    hand(stack, 7001, 80).says({ seq: 1, ctl: SYN, wnd: 65_535 });
    peer.hears();
    peer.says({ seq: 900_000, ctl: SYN, wnd: 65_535 });
    expect(peer.reads()).toEqual(['ACK 1002/502']);
  });

  test('without a listener no SYN can begin anew', () => {
    const { stack, listener, socket, peer } = inTimeWait({ tcp: { reopen: true } });
    stack.close(listener);
    peer.says({ seq: 900_000, ctl: SYN, wnd: 65_535 });
    expect(peer.reads()).toEqual(['ACK 1002/502']);
    expect(stack.state(socket)).toBe('TIME-WAIT');
  });
});

describe('RFC 5961', () => {
  test.each([
    { rfc5961: true, expected: 'ACK 1001/501', state: 'ESTABLISHED' },
    { rfc5961: false, expected: 'RST 1001/0', state: 'CLOSED' },
  ] as const)('a SYN in the window, rfc5961 $rfc5961: $expected', ({ rfc5961, expected, state }) => {
    const stack = stackWith({ rfc5961 });
    const socket = stack.open();
    stack.bind(socket, ours, 5000);
    stack.connect(socket, theirs, 80);
    const peer = hand(stack, 80, 5000);
    peer.says({ seq: 500, ack: 1001, ctl: SYN | ACK, wnd: 65_535 });
    peer.hears();
    peer.says({ seq: 510, ack: 1001, ctl: SYN | ACK, wnd: 65_535 });
    expect(peer.reads()).toEqual([expected]);
    expect(stack.state(socket)).toBe(state);
  });
});

/** The ports of a hundred connections to one peer; `first` is the first octet of the key. */
function portsOf(first: number) {
  const stack = stackWith({ key: Uint8Array.from({ length: 16 }, (_, i) => i + first) });
  for (let i = 0; i < 100; i++) stack.connect(stack.open(), theirs, 80);
  return takePackets(stack).map(({ tcp }) => tcp.srcPort);
}

describe('ports', () => {
  test('ephemeral ports are 49152..65535, all different, and depend on the key', () => {
    const ports = portsOf(0);
    expect(new Set(ports).size).toBe(100);
    expect(Math.min(...ports)).toBeGreaterThanOrEqual(49_152);
    expect(portsOf(1)).not.toEqual(ports);
    expect(portsOf(0)).toEqual(ports);
  });

  test('an ephemeral port is never one that is bound; when there is none left: EADDRNOTAVAIL', () => {
    const stack = stackWith();
    for (let port = 49_152; port < 65_535; port++) value(stack.bind(stack.open(), ours, port));
    expect(stack.connect(stack.open(), theirs, 80)).toEqual({ ok: true, value: 65_535 });
    expect(stack.connect(stack.open(), theirs, 80)).toEqual({ ok: false, error: 'EADDRNOTAVAIL' });
    expect(stack.connect(stack.open(), theirs, 81)).toEqual({ ok: true, value: 65_535 });
  });

  test('one port serves many peers, and each segment finds its connection', () => {
    const stack = stackWith();
    const listener = stack.open();
    value(stack.bind(listener, '0.0.0.0', 80));
    value(stack.listen(listener, 300));
    const peers = Array.from({ length: 200 }, (_, i) => hand(stack, 1000 + (i % 7), 80, `10.0.1.${i}`));
    for (const peer of peers) peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    for (const [i, peer] of peers.entries()) {
      peer.says({ seq: 501, ack: 1001, ctl: ACK, wnd: 65_535, data: Uint8Array.of(i) });
    }
    for (let i = 0; i < 200; i++) {
      expect(stack.recv(value(stack.accept(listener)), 10)).toEqual({ type: 'bytes', bytes: Uint8Array.of(i) });
    }
  });
});
