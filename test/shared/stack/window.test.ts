import { expect, test } from 'vitest';
import { fromText } from '../../../shared/octets.ts';
import { seqAdd, seqMax, toSeq } from '../../../shared/seq.ts';
import { ACK, segEnd, SYN } from '../../../shared/tcp/segment.ts';
import { hand, ours, stackWith, theirs } from './hand.ts';

test('a repeated segment with a new ACK brings its window: the right edge is never beyond what was offered', () => {
  const stack = stackWith();
  const socket = stack.open();
  stack.bind(socket, ours, 5000);
  stack.connect(socket, theirs, 80);
  const peer = hand(stack, 80, 5000);
  peer.says({ seq: 500, ack: 1001, ctl: SYN | ACK, wnd: 3000, options: [{ type: 'mss', mss: 1000 }] });
  stack.send(socket, new Uint8Array(20_000));
  // Text from beyond a gap arrives first, and moves SND.WL1 past what the peer has to send again.
  peer.says({ seq: 600, ack: 1001, ctl: ACK, wnd: 3000, data: fromText('later') });
  peer.hears();
  peer.says({ seq: 501, ack: 4001, ctl: ACK, wnd: 1000, data: fromText('again') });
  const edge = peer.hears().map(segEnd).reduce(seqMax, toSeq(0));
  expect(edge).toBe(seqAdd(toSeq(4001), 1000));
});

test('R2 counts from the last progress: a segment behind others that were lost is not given up with them', () => {
  const stack = stackWith({ tcp: { r2: { data: 100_000, syn: 180_000 } } });
  const socket = stack.open();
  stack.bind(socket, ours, 5000);
  stack.connect(socket, theirs, 80);
  const peer = hand(stack, 80, 5000);
  peer.says({ seq: 500, ack: 1001, ctl: SYN | ACK, wnd: 60_000, options: [{ type: 'mss', mss: 1000 }] });
  stack.send(socket, new Uint8Array(3000));
  for (const ack of [2001, 3001]) {
    stack.advance(stack.now() + 95_000);
    peer.says({ seq: 501, ack, ctl: ACK, wnd: 60_000 });
    expect(stack.state(socket)).toBe('ESTABLISHED');
  }
  stack.advance(stack.now() + 95_000);
  expect(stack.takeError(socket)).toBe(null);
  stack.advance(stack.now() + 65_000);
  expect(stack.takeError(socket)).toBe('ETIMEDOUT');
});
