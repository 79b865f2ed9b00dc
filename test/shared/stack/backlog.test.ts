import { describe, expect, test } from 'vitest';
import { fromText } from '../../../shared/octets.ts';
import { type Seq, seqAdd, toSeq } from '../../../shared/seq.ts';
import { cookieMss, cookieOf, openCookie } from '../../../shared/stack/cookie.ts';
import { ACK, makeSegment, RST, SYN } from '../../../shared/tcp/segment.ts';
import type { StackOptions } from '../../../shared/stack/options.ts';
import { addressOf, hand, key, ours, stackWith, theirs, value } from './hand.ts';

/** A listener on port 80 whose backlog of two is full of half-open connections. */
function flooded(options: Partial<StackOptions> = {}) {
  const stack = stackWith({ now: 1000, ...options });
  const listener = stack.open();
  value(stack.bind(listener, ours, 80));
  value(stack.listen(listener, 2));
  for (const port of [1, 2]) hand(stack, port, 80).says({ seq: 500, ctl: SYN, wnd: 65_535 });
  const peer = hand(stack, 3, 80);
  peer.hears();
  return { stack, listener, peer };
}

describe('a full backlog', () => {
  test('without cookies a SYN is dropped, and its repetition finds a place once there is one', () => {
    const { stack, peer, listener } = flooded({ cookies: false });
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    expect(peer.reads()).toEqual([]);
    hand(stack, 1, 80).says({ seq: 501, ack: 1001, ctl: ACK, wnd: 65_535 });
    value(stack.accept(listener));
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    expect(peer.reads()).toEqual(['SYN,ACK 1000/501']);
  });

  test('with cookies the SYN is answered and nothing is kept', () => {
    const { stack, peer } = flooded();
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    const [synAck] = peer.hears();
    expect(synAck).toMatchObject({ ctl: SYN | ACK, ack: 501 });
    expect(synAck?.seq).not.toBe(1000);
    expect(stack.connections().length).toBe(2);
  });

  test('the ACK of a cookie opens the connection, with the MSS of its SYN, and its text is taken', () => {
    const { stack, listener, peer } = flooded();
    peer.says({ seq: 500, ctl: SYN, wnd: 4000, options: [{ type: 'mss', mss: 1300 }] });
    const iss = peer.hears()[0]?.seq ?? toSeq(0);
    peer.says({ seq: 501, ack: seqAdd(iss, 1), ctl: ACK, wnd: 4000, data: fromText('late') });
    expect(peer.reads()).toEqual([`ACK ${seqAdd(iss, 1)}/505`]);
    const child = value(stack.accept(listener));
    expect(stack.recv(child, 10)).toEqual({ type: 'bytes', bytes: fromText('late') });
    expect(stack.tcb(child)?.snd).toMatchObject({ mss: 1220, wnd: 4000, una: seqAdd(iss, 1) });
    expect(stack.tcb(child)?.rtt.srtt).toBe(null);
  });

  test('an ACK of no cookie is answered by RST; so is a cookie for another connection, and an old one', () => {
    const { stack, peer } = flooded();
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    const ack = seqAdd(peer.hears()[0]?.seq ?? toSeq(0), 1);
    peer.says({ seq: 501, ack: seqAdd(ack, 1), ctl: ACK, wnd: 1 });
    peer.says({ seq: 502, ack, ctl: ACK, wnd: 1 });
    hand(stack, 4, 80).says({ seq: 501, ack, ctl: ACK, wnd: 1 });
    expect(peer.reads()).toEqual([`RST ${seqAdd(ack, 1)}/0`, `RST ${ack}/0`, `RST ${ack}/0`]);
    stack.advance(129_000);
    peer.hears();
    peer.says({ seq: 501, ack, ctl: ACK, wnd: 1 });
    expect(peer.reads()).toEqual([`RST ${ack}/0`]);
  });

  test('while accept has no room the ACK waits outside, and comes again with the text', () => {
    const { stack, listener, peer } = flooded();
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    const ack = seqAdd(peer.hears()[0]?.seq ?? toSeq(0), 1);
    for (const port of [1, 2]) hand(stack, port, 80).says({ seq: 501, ack: 1001, ctl: ACK, wnd: 65_535 });
    peer.says({ seq: 501, ack, ctl: ACK, wnd: 65_535 });
    expect(peer.reads()).toEqual([]);
    value(stack.accept(listener));
    peer.says({ seq: 501, ack, ctl: ACK, wnd: 65_535, data: fromText('again') });
    expect(peer.hears().length).toBe(1);
    value(stack.accept(listener));
    expect(stack.recv(value(stack.accept(listener)), 10)).toEqual({ type: 'bytes', bytes: fromText('again') });
  });

  test('those who wait for accept count as well', () => {
    const { stack, peer } = flooded({ cookies: false });
    for (const port of [1, 2]) hand(stack, port, 80).says({ seq: 501, ack: 1001, ctl: ACK, wnd: 65_535 });
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    expect(peer.reads()).toEqual([]);
  });

  test('a cookie is not believed by a listener that has sent none', () => {
    const stack = stackWith({ now: 1000 });
    const listener = stack.open();
    value(stack.bind(listener, ours, 80));
    value(stack.listen(listener, 2));
    const ends = { local: addressOf(ours), localPort: 80, remote: addressOf(theirs), remotePort: 3 };
    const ack = seqAdd(cookieOf(key, ends, { irs: toSeq(500), mss: 1460 }, 1000), 1);
    const peer = hand(stack, 3, 80);
    peer.says({ seq: 501, ack, ctl: ACK, wnd: 1 });
    expect(peer.reads()).toEqual([`RST ${ack}/0`]);
  });

  test('a RST makes room', () => {
    const { stack, peer } = flooded();
    hand(stack, 1, 80).says({ seq: 501, ctl: RST });
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    expect(peer.reads()).toEqual(['SYN,ACK 1000/501']);
  });

  test('a backlog of 0 has room for one, as in other systems', () => {
    const stack = stackWith();
    const listener = stack.open();
    value(stack.bind(listener, ours, 80));
    value(stack.listen(listener, 0));
    const peer = hand(stack, 1, 80);
    peer.says({ seq: 500, ctl: SYN, wnd: 65_535 });
    expect(peer.reads()).toEqual(['SYN,ACK 1000/501']);
  });
});

describe('a cookie', () => {
  const ends = { local: 1, localPort: 80, remote: 2, remotePort: 3 };
  const irs = toSeq(0xffff_ffff);
  const ackOf = (iss: Seq) => makeSegment({ seq: seqAdd(irs, 1), ack: seqAdd(iss, 1), ctl: ACK });

  test.each(cookieMss)('keeps an MSS of %i', (mss) => {
    for (const now of [0, 63_999, 64_000, 2_048_000]) {
      expect(openCookie(key, ends, ackOf(cookieOf(key, ends, { irs, mss }, now)), now)).toEqual({ irs, mss });
    }
  });

  test('is good for its turn of 64 s and the next one, over the wrap of its five bits too', () => {
    for (const turn of [0, 30, 31, 32, 1000]) {
      const cookie = cookieOf(key, ends, { irs, mss: 1460 }, turn * 64_000);
      expect(openCookie(key, ends, ackOf(cookie), turn * 64_000 + 127_999)?.mss).toBe(1460);
      expect(openCookie(key, ends, ackOf(cookie), turn * 64_000 + 128_000)).toBe(null);
    }
  });

  test('says nothing with one bit changed, or under another key', () => {
    const cookie = cookieOf(key, ends, { irs, mss: 1460 }, 0);
    for (let bit = 0; bit < 32; bit++) {
      expect(openCookie(key, ends, ackOf(toSeq(cookie ^ (1 << bit))), 0)).toBe(null);
    }
    expect(openCookie(key.toReversed(), ends, ackOf(cookie), 0)).toBe(null);
  });
});
