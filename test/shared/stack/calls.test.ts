import { describe, expect, test } from 'vitest';
import { fromText, toText } from '../../../shared/octets.ts';
import { ACK, FIN, PSH, RST, SYN } from '../../../shared/tcp/segment.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { hand, ours, stackWith, theirs, value } from './hand.ts';

const bytes = (text: string) => ({ type: 'bytes', bytes: fromText(text) });

/** A stack connected to port 80 of the peer from port 5000; ISS 1000, IRS 500. */
function connected(options: Parameters<typeof stackWith>[0] = {}) {
  const stack = stackWith(options);
  const socket = stack.open();
  stack.bind(socket, ours, 5000);
  stack.connect(socket, theirs, 80);
  const peer = hand(stack, 80, 5000);
  peer.says({ seq: 500, ack: 1001, ctl: SYN | ACK, wnd: 65_535 });
  peer.hears();
  return { stack, socket, peer };
}

/** A stack that listens on port 80, and a child in ESTABLISHED that nobody accepted yet; ISS 1000, IRS 500. */
function listening(backlog = 5) {
  const stack = stackWith();
  const socket = stack.open();
  value(stack.bind(socket, ours, 80));
  value(stack.listen(socket, backlog));
  const peer = hand(stack, 7000, 80);
  return { stack, socket, peer };
}

function established() {
  const scene = listening();
  scene.peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
  scene.peer.says({ seq: 501, ack: 1001, ctl: ACK, wnd: 65_535 });
  scene.peer.hears();
  return scene;
}

describe('an active open', () => {
  test('sends a SYN at once and is ESTABLISHED by the SYN,ACK', () => {
    const stack = stackWith();
    const socket = stack.open();
    expect(stack.bind(socket, ours, 5000)).toEqual({ ok: true, value: 5000 });
    expect(stack.connect(socket, theirs, 80)).toEqual({ ok: true, value: 5000 });
    expect(stack.state(socket)).toBe('SYN-SENT');
    const peer = hand(stack, 80, 5000);
    expect(peer.reads()).toEqual(['SYN 1000/0']);
    peer.says({ seq: 500, ack: 1001, ctl: SYN | ACK, wnd: 65_535 });
    expect(peer.reads()).toEqual(['ACK 1001/501']);
    expect(stack.state(socket)).toBe('ESTABLISHED');
  });

  test('offers a window of exactly 65,535 when asked, on the SYN already', () => {
    const stack = stackWith({ receiveBuffer: 65_535 });
    stack.connect(stack.open(), theirs, 80);
    expect(hand(stack, 80, 0).hears()[0]).toMatchObject({ wnd: 65_535 });
  });

  test('is refused by a RST: ECONNREFUSED, told once', () => {
    const stack = stackWith();
    const socket = stack.open();
    stack.bind(socket, ours, 5000);
    stack.connect(socket, theirs, 80);
    hand(stack, 80, 5000).says({ seq: 0, ack: 1001, ctl: RST | ACK });
    expect(stack.state(socket)).toBe('CLOSED');
    expect(stack.takeError(socket)).toBe('ECONNREFUSED');
    expect(stack.takeError(socket)).toBe(null);
  });

  test('is refused in SYN-RECEIVED too, after a simultaneous open', () => {
    const stack = stackWith();
    const socket = stack.open();
    stack.bind(socket, ours, 5000);
    stack.connect(socket, theirs, 80);
    const peer = hand(stack, 80, 5000);
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    expect(stack.state(socket)).toBe('SYN-RECEIVED');
    peer.says({ seq: 501, ctl: RST });
    expect(stack.takeError(socket)).toBe('ECONNREFUSED');
  });

  test('nobody answers: the SYN goes again, and at last ETIMEDOUT', () => {
    const stack = stackWith();
    const socket = stack.open();
    stack.connect(socket, theirs, 80);
    for (let next = stack.nextTimer(); next !== null; next = stack.nextTimer()) stack.advance(next);
    expect(stack.output().map(({ at }) => at)).toEqual([0, 1000, 3000, 7000, 15_000, 31_000, 63_000, 123_000]);
    expect(stack.takeError(socket)).toBe('ETIMEDOUT');
  });

  test('text on the SYN,ACK is taken at once', () => {
    const stack = stackWith();
    const socket = stack.open();
    stack.bind(socket, ours, 5000);
    stack.connect(socket, theirs, 80);
    hand(stack, 80, 5000).says({ seq: 500, ack: 1001, ctl: SYN | ACK, wnd: 65_535, data: fromText('hello') });
    expect(stack.recv(socket, 100)).toEqual(bytes('hello'));
  });
});

describe('a passive open', () => {
  test('answers a SYN, and gives the connection to accept after the third segment', () => {
    const { stack, socket, peer } = listening();
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    expect(peer.reads()).toEqual(['SYN,ACK 1000/501']);
    expect(stack.accept(socket)).toEqual({ ok: false, error: 'EAGAIN' });
    peer.says({ seq: 501, ack: 1001, ctl: ACK, wnd: 65_535 });
    const child = value(stack.accept(socket));
    expect(stack.state(child)).toBe('ESTABLISHED');
    expect(stack.state(socket)).toBe('LISTEN');
    expect(stack.connections()).toEqual([
      {
        id: child,
        local: { address: ours, port: 80 },
        remote: { address: theirs, port: 7000 },
        state: 'ESTABLISHED',
      },
    ]);
  });

  test('text on the SYN waits until ESTABLISHED', () => {
    const { stack, socket, peer } = listening();
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535, data: fromText('early') });
    expect(peer.reads()).toEqual(['SYN,ACK 1000/501']);
    peer.says({ seq: 506, ack: 1001, ctl: ACK, wnd: 65_535 });
    expect(stack.recv(value(stack.accept(socket)), 100)).toEqual(bytes('early'));
  });

  test('a RST in SYN-RECEIVED ends the child and not the listener', () => {
    const { stack, socket, peer } = listening();
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    peer.says({ seq: 501, ctl: RST });
    expect(stack.connections()).toEqual([]);
    expect(stack.state(socket)).toBe('LISTEN');
  });

  test('closing a listener resets the children that nobody accepted, and frees the port', () => {
    const { stack, socket, peer } = established();
    hand(stack, 7001, 80).says({ seq: 800, ctl: SYN, wnd: 65_535 });
    peer.hears();
    expect(stack.close(socket)).toEqual({ ok: true, value: null });
    expect(peer.reads().toSorted()).toEqual(['RST 1001/0', 'RST 1001/0']);
    expect(stack.connections()).toEqual([]);
    expect(stack.bind(stack.open(), ours, 80).ok).toBe(true);
  });

  test('an accepted child outlives its listener', () => {
    const { stack, socket, peer } = established();
    const child = value(stack.accept(socket));
    stack.close(socket);
    peer.says({ seq: 501, ack: 1001, ctl: ACK | PSH, wnd: 65_535, data: fromText('still here') });
    expect(stack.recv(child, 100)).toEqual(bytes('still here'));
  });
});

describe('send and recv', () => {
  test('send takes what the buffer has room for, then EAGAIN', () => {
    const { stack, socket } = connected({ sendBuffer: 10 });
    expect(stack.send(socket, fromText('0123456'))).toEqual({ ok: true, value: 7 });
    expect(stack.send(socket, fromText('789abc'))).toEqual({ ok: true, value: 3 });
    expect(stack.send(socket, fromText('x'))).toEqual({ ok: false, error: 'EAGAIN' });
  });

  test('send before ESTABLISHED queues', () => {
    const stack = stackWith();
    const socket = stack.open();
    stack.bind(socket, ours, 5000);
    stack.connect(socket, theirs, 80);
    expect(stack.send(socket, fromText('soon'))).toEqual({ ok: true, value: 4 });
    const peer = hand(stack, 80, 5000);
    peer.hears();
    peer.says({ seq: 500, ack: 1001, ctl: SYN | ACK, wnd: 65_535 });
    expect(
      peer
        .hears()
        .map(({ data }) => toText(data))
        .join(''),
    ).toBe('soon');
  });

  test('the caller may write over what it gave to send', () => {
    const { stack, socket, peer } = connected();
    const text = fromText('original');
    stack.send(socket, text);
    text.fill(0);
    peer.hears();
    stack.advance(5000);
    expect(toText(peer.hears()[0]?.data ?? text)).toBe('original');
  });

  test('recv gives bytes, would-block, and end after the FIN', () => {
    const { stack, socket, peer } = connected();
    expect(stack.recv(socket, 3)).toEqual({ type: 'would-block' });
    peer.says({ seq: 501, ack: 1001, ctl: ACK | FIN, wnd: 65_535, data: fromText('abcde') });
    expect(stack.recv(socket, 3)).toEqual(bytes('abc'));
    expect(stack.recv(socket, 3)).toEqual(bytes('de'));
    expect(stack.recv(socket, 3)).toEqual({ type: 'end' });
    expect(stack.recv(socket, 3)).toEqual({ type: 'end' });
  });

  test('after a RST: what had arrived, then ECONNRESET, then end; send says EPIPE', () => {
    const { stack, socket, peer } = connected();
    peer.says({ seq: 501, ack: 1001, ctl: ACK, wnd: 65_535, data: fromText('last') });
    peer.says({ seq: 505, ctl: RST });
    expect(stack.recv(socket, 100)).toEqual(bytes('last'));
    expect(stack.recv(socket, 100)).toEqual({ type: 'error', error: 'ECONNRESET' });
    expect(stack.recv(socket, 100)).toEqual({ type: 'end' });
    expect(stack.send(socket, fromText('x'))).toEqual({ ok: false, error: 'EPIPE' });
  });
});

describe('the end', () => {
  test('shutdown for writing sends FIN; reading goes on', () => {
    const { stack, socket, peer } = connected();
    peer.says({ seq: 501, ack: 1001, ctl: ACK, wnd: 65_535, data: fromText('unread') });
    peer.hears();
    expect(stack.shutdown(socket, 'write').ok).toBe(true);
    expect(peer.reads()).toEqual(['FIN,ACK 1001/507']);
    expect(stack.send(socket, fromText('x'))).toEqual({ ok: false, error: 'EPIPE' });
    expect(stack.recv(socket, 100)).toEqual(bytes('unread'));
    peer.says({ seq: 507, ack: 1002, ctl: ACK, wnd: 65_535, data: fromText(' more') });
    expect(stack.recv(socket, 100)).toEqual(bytes(' more'));
  });

  test('shutdown for reading: what comes is acknowledged and thrown away', () => {
    const { stack, socket, peer } = connected();
    stack.shutdown(socket, 'read');
    peer.says({ seq: 501, ack: 1001, ctl: ACK, wnd: 65_535, data: fromText('ignored') });
    expect(peer.reads()).toEqual(['ACK 1001/508']);
    expect(stack.recv(socket, 100)).toEqual({ type: 'end' });
    expect(stack.state(socket)).toBe('ESTABLISHED');
  });

  test('close goes through FIN-WAIT-2 and TIME-WAIT, which lasts 2MSL', () => {
    const { stack, socket, peer } = connected({ msl: 1000 });
    expect(stack.close(socket).ok).toBe(true);
    expect(peer.reads()).toEqual(['FIN,ACK 1001/501']);
    peer.says({ seq: 501, ack: 1002, ctl: ACK, wnd: 65_535 });
    expect(stack.state(socket)).toBe('FIN-WAIT-2');
    peer.says({ seq: 501, ack: 1002, ctl: FIN | ACK, wnd: 65_535 });
    expect(peer.reads()).toEqual(['ACK 1002/502']);
    expect(stack.state(socket)).toBe('TIME-WAIT');
    expect(stack.nextTimer()).toBe(2000);
    stack.advance(1999.999);
    expect(stack.state(socket)).toBe('TIME-WAIT');
    stack.advance(2000);
    expect(stack.state(socket)).toBe('CLOSED');
    expect(stack.nextTimer()).toBe(null);
    expect(stack.connections()).toEqual([]);
  });

  test.each([
    { title: 'in ESTABLISHED', ctl: ACK, before: null, expected: 'RST 1001/0' },
    { title: 'in CLOSE-WAIT', ctl: FIN | ACK, before: null, expected: 'RST 1001/0' },
    { title: 'in FIN-WAIT-1', ctl: ACK, before: 'write', expected: 'RST 1002/0' },
    { title: 'in LAST-ACK', ctl: FIN | ACK, before: 'write', expected: 'RST 1002/0' },
  ] as const)('close with octets unread sends RST $title', ({ ctl, before, expected }) => {
    const { stack, socket, peer } = connected();
    peer.says({ seq: 501, ack: 1001, ctl, wnd: 65_535, data: fromText('unread') });
    if (before !== null) stack.shutdown(socket, before);
    peer.hears();
    stack.close(socket);
    expect(peer.reads()).toEqual([expected]);
    expect(stack.state(socket)).toBe('CLOSED');
  });

  test('close with octets unread in TIME-WAIT sends nothing, and 2MSL goes on', () => {
    const { stack, socket, peer } = connected({ msl: 1000 });
    stack.shutdown(socket, 'write');
    peer.says({ seq: 501, ack: 1002, ctl: FIN | ACK, wnd: 65_535, data: fromText('unread') });
    peer.hears();
    stack.close(socket);
    expect([peer.reads(), stack.state(socket), stack.nextTimer()]).toEqual([[], 'TIME-WAIT', 2000]);
  });

  test('text that comes after close is answered by RST, also together with the FIN', () => {
    const { stack, socket, peer } = connected();
    stack.close(socket);
    peer.hears();
    peer.says({ seq: 501, ack: 1002, ctl: FIN | ACK, wnd: 65_535, data: fromText('too late') });
    expect(peer.reads()).toEqual(['RST 1002/0']);
    expect(stack.connections()).toEqual([]);
  });

  test('abort sends RST and forgets the connection', () => {
    const { stack, socket, peer } = connected();
    expect(stack.abort(socket).ok).toBe(true);
    expect(peer.reads()).toEqual(['RST 1001/0']);
    expect(stack.connections()).toEqual([]);
    expect(stack.send(socket, fromText('x'))).toEqual({ ok: false, error: 'EBADF' });
  });
});

const fresh = (stack: Stack) => stack.open();

function listener(stack: Stack): number {
  const socket = stack.open();
  value(stack.bind(socket, ours, 80));
  value(stack.listen(socket, 1));
  return socket;
}

function opening(stack: Stack): number {
  const socket = stack.open();
  value(stack.connect(socket, theirs, 80));
  return socket;
}

describe('errors have their usual names', () => {
  test.each([
    { name: 'EBADF', does: 'a call on a number that is no socket', call: (s: Stack) => s.bind(99, ours, 1) },
    { name: 'EINVAL', does: 'bind to a port over 65,535', call: (s: Stack) => s.bind(fresh(s), ours, 65_536) },
    { name: 'EINVAL', does: 'bind to no address', call: (s: Stack) => s.bind(fresh(s), 'here', 1) },
    { name: 'EINVAL', does: 'bind twice', call: (s: Stack) => s.bind(listener(s), ours, 81) },
    { name: 'EADDRNOTAVAIL', does: 'bind to an address of others', call: (s: Stack) => s.bind(fresh(s), theirs, 1) },
    {
      name: 'EADDRINUSE',
      does: 'bind to a port that is held',
      call: (s: Stack) => {
        listener(s);
        return s.bind(fresh(s), ours, 80);
      },
    },
    { name: 'EINVAL', does: 'listen on a connection', call: (s: Stack) => s.listen(opening(s), 1) },
    { name: 'EINVAL', does: 'listen with a negative backlog', call: (s: Stack) => s.listen(fresh(s), -1) },
    { name: 'EINVAL', does: 'listen with half a place', call: (s: Stack) => s.listen(fresh(s), 1.5) },
    { name: 'EINVAL', does: 'accept on what does not listen', call: (s: Stack) => s.accept(fresh(s)) },
    { name: 'EAGAIN', does: 'accept with nobody waiting', call: (s: Stack) => s.accept(listener(s)) },
    { name: 'EOPNOTSUPP', does: 'connect a listener', call: (s: Stack) => s.connect(listener(s), theirs, 80) },
    { name: 'EALREADY', does: 'connect again while opening', call: (s: Stack) => s.connect(opening(s), theirs, 80) },
    { name: 'EINVAL', does: 'connect to port 0', call: (s: Stack) => s.connect(fresh(s), theirs, 0) },
    {
      name: 'ENETUNREACH',
      does: 'connect to everybody',
      call: (s: Stack) => s.connect(fresh(s), '255.255.255.255', 1),
    },
    { name: 'ENETUNREACH', does: 'connect to a group', call: (s: Stack) => s.connect(fresh(s), '224.0.0.1', 1) },
    { name: 'ENETUNREACH', does: 'connect to a loopback', call: (s: Stack) => s.connect(fresh(s), '127.0.0.1', 1) },
    { name: 'ENETUNREACH', does: 'connect to ourselves', call: (s: Stack) => s.connect(fresh(s), ours, 1) },
    { name: 'ENOTCONN', does: 'send without connection', call: (s: Stack) => s.send(fresh(s), fromText('x')) },
    { name: 'ENOTCONN', does: 'shutdown without connection', call: (s: Stack) => s.shutdown(listener(s), 'both') },
  ])('$name: $does', ({ name, call }) => {
    expect(call(stackWith())).toEqual({ ok: false, error: name });
  });

  test('EISCONN: connect what is connected; ENOTCONN: recv without connection', () => {
    const { stack, socket } = connected();
    expect(stack.connect(socket, theirs, 80)).toEqual({ ok: false, error: 'EISCONN' });
    expect(stack.recv(stack.open(), 1)).toEqual({ type: 'error', error: 'ENOTCONN' });
  });

  test('EADDRINUSE: a second connection between the same two sockets', () => {
    const { stack, socket } = connected();
    stack.close(socket);
    const again = stack.open();
    expect(stack.bind(again, ours, 5000).ok).toBe(true);
    expect(stack.connect(again, theirs, 80)).toEqual({ ok: false, error: 'EADDRINUSE' });
  });
});
