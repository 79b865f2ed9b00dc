/** Options: what the SYNs agree on, window scale, timestamps and PAWS, SACK blocks, Fast Open. */
import { describe, expect, test } from 'vitest';
import { type Option, optionsLength } from '../../../shared/tcp/option.ts';
import { type Config } from '../../../shared/tcp/config.ts';
import { NONE } from '../../../shared/octets.ts';
import { established, listening, numberings, synReceived, synSent, type World } from './world.ts';

const [plain, wrapping] = numberings;
const all: Partial<Config> = { mss: 1460, windowScale: 7, sack: true, timestamps: true };
const offer = '<MSS=1460><SACKOK><TS=5000/0><WS=2>';

const agreed = (syn: string): unknown => listening(plain, all).gets(`<SEQ=0><CTL=SYN>${syn}`).tcb.agreed;

const to = (syn: string, config: Partial<Config>): string =>
  listening(plain, config).gets(`<SEQ=0><CTL=SYN>${syn}`).did;

describe('what the SYNs agree on', () => {
  test('a SYN offers what is switched on', () => {
    expect(synSent(plain, all).did).toBe('SYN-SENT <SEQ=0><CTL=SYN><MSS=1460><SACKOK><TS=0/0><WS=7>');
    expect(synSent(plain).did).toBe('SYN-SENT <SEQ=0><CTL=SYN>');
    expect(synSent(plain, { mss: 1460 }).did).toBe('SYN-SENT <SEQ=0><CTL=SYN><MSS=1460>');
  });
  test('a SYN,ACK has what the SYN had, of what is switched on', () => {
    expect(to(offer, all)).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK><MSS=1460><SACKOK><TS=0/5000><WS=7>');
    expect(to('', all)).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK><MSS=1460>');
    expect(to(offer, {})).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>');
    expect(to('<SACKOK>', all)).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK><MSS=1460><SACKOK>');
    expect(to('<WS=0>', all)).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK><MSS=1460><WS=7>');
    expect(to('<TS=9/0>', { timestamps: true })).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK><TS=0/9>');
  });
  test('nothing is used that one end did not offer', () => {
    const world = synSent(plain, all).gets('<SEQ=0><ACK=1><CTL=SYN,ACK><WND=1000>');
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>');
    expect(world.tcb.agreed).toEqual({ scaled: false, sndShift: 0, rcvShift: 0, sack: false, timestamps: null });
  });
  test('each option stands for itself', () => {
    expect(agreed('<WS=3>')).toEqual({ scaled: true, sndShift: 3, rcvShift: 7, sack: false, timestamps: null });
    expect(agreed('<SACKOK>')).toEqual({ scaled: false, sndShift: 0, rcvShift: 0, sack: true, timestamps: null });
  });
  test('an MSS option is read in every SYN (MUST-14), an unknown one is skipped', () => {
    expect(synSent(plain).gets('<SEQ=0><ACK=1><CTL=SYN,ACK><KIND=99><MSS=300>').tcb.snd.mss).toBe(300);
    expect(synSent(plain).gets('<SEQ=0><ACK=1><CTL=SYN,ACK>').tcb.snd.mss).toBe(536);
  });
  test('a repeated SYN,ACK repeats them', () => {
    const world = listening(plain, all).gets(`<SEQ=0><CTL=SYN>${offer}`).expire('retransmission');
    expect(world.did).toContain('<MSS=1460><SACKOK><TS=1000/5000><WS=7>');
  });
});

test('MUST-69: options fill whole words', () => {
  const nop: Option = { type: 'nop' };
  expect(optionsLength([])).toBe(0);
  expect(optionsLength([nop])).toBe(4);
  expect(optionsLength([{ type: 'eol' }, nop, nop, nop])).toBe(4);
  expect(optionsLength([{ type: 'mss', mss: 1 }])).toBe(4);
  expect(optionsLength([{ type: 'windowScale', shift: 1 }, nop, nop])).toBe(8);
  expect(optionsLength([{ type: 'sackPermitted' }, nop, nop, nop])).toBe(8);
  expect(optionsLength([{ type: 'sack', blocks: [] }, nop, nop, nop])).toBe(8);
  expect(optionsLength([nop, nop, { type: 'timestamps', val: 0, ecr: 0 }])).toBe(12);
  expect(optionsLength([{ type: 'fastOpen', cookie: new Uint8Array(8) }])).toBe(12);
  expect(optionsLength([{ type: 'unknown', kind: 9, body: new Uint8Array(3) }])).toBe(8);
});

const scaled = (config: Partial<Config> = {}): World =>
  listening(plain, { windowScale: 2, rcvBuff: 100_000, ...config })
    .gets('<SEQ=0><CTL=SYN><WND=1000><WS=3>')
    .gets('<SEQ=1><ACK=1><CTL=ACK><WND=1000>');

describe('window scale: RFC 7323 2', () => {
  test('SEG.WND is shifted left, but not that of a SYN', () => {
    expect(listening(plain, { windowScale: 2 }).gets('<SEQ=0><CTL=SYN><WND=1000><WS=3>').tcb.snd.wnd).toBe(1000);
    expect(scaled().tcb.snd).toMatchObject({ wnd: 8000, maxWnd: 8000 });
    expect(synSent(plain, { windowScale: 2 }).gets('<SEQ=0><ACK=1><CTL=SYN,ACK><WND=9><WS=3>').tcb.snd.wnd).toBe(9);
    const crossed = synSent(plain, { windowScale: 2 }).gets('<SEQ=0><CTL=SYN><WND=9><WS=3>');
    expect(crossed.gets('<SEQ=0><ACK=1><CTL=SYN,ACK><WND=9><WS=3>').tcb.snd.wnd).toBe(9);
    expect(crossed.gets('<SEQ=1><ACK=1><CTL=ACK><WND=9>').tcb.snd.wnd).toBe(72);
  });
  test('our window is shifted right, but not on a SYN', () => {
    const syn = listening(plain, { windowScale: 2, rcvBuff: 100_000 }).gets('<SEQ=0><CTL=SYN><WS=3>');
    expect(syn.sent).toContain('<WND=65535>');
    const text = scaled().gets('<SEQ=1><ACK=1><CTL=ACK><DATA=8>');
    expect(text.sent).toBe('<SEQ=1><ACK=9><CTL=ACK><WND=25000>');
    expect(text.tcb.rcv.wnd).toBe(100_000);
  });
  test('a shift over 14 counts as 14', () => {
    expect(scaled({ windowScale: 20 }).tcb.agreed.rcvShift).toBe(14);
    expect(synSent(plain, { windowScale: 20 }).did).toBe('SYN-SENT <SEQ=0><CTL=SYN><WS=14>');
    const world = listening(plain, { windowScale: 0 }).gets('<SEQ=0><CTL=SYN><WS=15>').tcb.agreed;
    expect(world).toMatchObject({ sndShift: 14, rcvShift: 0 });
  });
  test('the largest window is 65,535 shifted', () => {
    const world = scaled({ windowScale: 0 }).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=600>');
    expect(world.sent).toBe('<SEQ=1><ACK=601><CTL=ACK><WND=65535>');
  });
});

describe.each([plain, wrapping])('timestamps and PAWS: RFC 7323, $title', (numbering) => {
  const stamped = (): World =>
    listening(numbering, { timestamps: true, timestampOffset: 700 })
      .after(100)
      .gets('<SEQ=0><CTL=SYN><TS=5000/0>')
      .after(100)
      .gets('<SEQ=1><ACK=1><CTL=ACK><TS=5100/800>');
  test('every segment carries the clock of now and the latest TSval', () => {
    const world = stamped().after(50).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5><TS=5150/900>');
    expect(world.did).toBe('ESTABLISHED deliver:1+5 <SEQ=1><ACK=6><CTL=ACK><TS=950/5150>');
    expect(world.after(0.7).send(3).did).toBe('ESTABLISHED <SEQ=1><ACK=6><CTL=ACK><DATA=3><TS=950/5150>');
    expect(world.after(50).close().did).toContain('<TS=1000/5150>');
  });
  test('an older timestamp is an old duplicate: ACK', () => {
    const world = stamped().gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5><TS=5099/800>');
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><TS=900/5100>');
    expect(world.clauses).toContain('paws');
    expect(stamped().gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5><TS=5100/800>').did).toContain('deliver:1+5');
  });
  test('the clock wraps: 4294967295 comes before 4', () => {
    const near = listening(numbering, { timestamps: true }).gets('<SEQ=0><CTL=SYN><TS=4294967295/0>');
    const world = near.gets('<SEQ=1><ACK=1><CTL=ACK><TS=4/0>');
    expect(world.did).toBe('ESTABLISHED');
    expect(world.gets('<SEQ=1><ACK=1><CTL=ACK><TS=4294967295/0>').clauses).toContain('paws');
  });
  test('a RST needs no timestamp, and an old one does not hurt it', () => {
    expect(stamped().gets('<SEQ=1><CTL=RST>').did).toBe('CLOSED signal:reset');
    expect(stamped().gets('<SEQ=1><CTL=RST><TS=1/0>').did).toBe('CLOSED signal:reset');
  });
  test('a segment without a timestamp is dropped', () => {
    const world = stamped().gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5>');
    expect(world.did).toBe('ESTABLISHED');
    expect(world.clauses).toEqual(['timestamp-missing']);
  });
  const recent = (segment: string): number => (stamped().gets(segment).tcb.agreed.timestamps?.recent ?? 0) - 5000;
  test('TS.Recent follows segments at Last.ACK.sent, not those beyond a gap or outside the window', () => {
    expect(recent('<SEQ=1><ACK=1><CTL=ACK><DATA=5><TS=5200/0>')).toBe(200);
    expect(recent('<SEQ=2><ACK=1><CTL=ACK><DATA=5><TS=5200/0>')).toBe(100);
    expect(recent('<SEQ=0><ACK=1><CTL=ACK><DATA=1><TS=5200/0>')).toBe(100);
    expect(recent('<SEQ=0><ACK=1><CTL=ACK><DATA=2><TS=5200/0>')).toBe(200);
    expect(recent('<SEQ=1001><ACK=1><CTL=ACK><DATA=5><TS=5200/0>')).toBe(100);
    expect(recent('<SEQ=2><CTL=RST><TS=5200/0>')).toBe(100);
  });
  test('Last.ACK.sent is what we acknowledged, not RCV.NXT, while an ACK waits', () => {
    const slow = listening(numbering, { timestamps: true, delayedAck: 200 })
      .gets('<SEQ=0><CTL=SYN><TS=5000/0>')
      .gets('<SEQ=1><ACK=1><CTL=ACK><TS=5100/0>')
      .gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5><TS=5200/0>');
    const later = slow.gets('<SEQ=6><ACK=1><CTL=ACK><DATA=5><TS=5300/0>');
    expect(later.tcb.agreed.timestamps?.recent).toBe(5200);
    const acked = later.expire('delayedAck').gets('<SEQ=11><ACK=1><CTL=ACK><DATA=5><TS=5400/0>');
    expect(acked.tcb.agreed.timestamps?.recent).toBe(5400);
  });
  test('after 24 idle days TS.Recent is void', () => {
    const day = 24 * 3600 * 1000;
    const old = '<SEQ=1><ACK=1><CTL=ACK><DATA=5><TS=1/0>';
    expect(
      stamped()
        .after(24 * day)
        .gets(old).clauses,
    ).toContain('paws');
    const world = stamped()
      .after(24 * day + 1)
      .gets(old);
    expect(world.did).toContain('deliver:1+5');
    expect(world.tcb.agreed.timestamps).toMatchObject({ recent: 1, recentAt: world.now });
  });
  test('TSecr measures the round trip, of a retransmission as well', () => {
    const world = stamped().send(5).expire('retransmission');
    const acked = world.after(80).gets(`<SEQ=1><ACK=6><CTL=ACK><TS=6000/${world.now + 700}>`);
    expect(acked.tcb.rtt.srtt).toBe((100 * 7 + 80) / 8);
    const future = world.after(80).gets(`<SEQ=1><ACK=6><CTL=ACK><TS=6000/${world.now + 9000}>`);
    expect(future.tcb.rtt).toEqual(world.tcb.rtt);
  });
  test('they take their octets from the text: Eff.snd.MSS', () => {
    const world = listening(numbering, { timestamps: true })
      .gets('<SEQ=0><CTL=SYN><MSS=100><TS=5000/0>')
      .gets('<SEQ=1><ACK=1><CTL=ACK><TS=5100/0>')
      .send(100);
    expect(world.did).toBe(
      'ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=88><TS=0/5100> <SEQ=89><ACK=1><CTL=ACK><DATA=12><TS=0/5100>',
    );
  });
  test('a RST carries none', () => {
    expect(stamped().abort().did).toBe('CLOSED signal:reset <SEQ=1><CTL=RST>');
  });
  const stampedWait = (segment: string): string =>
    listening(numbering, { timestamps: true, reopen: true })
      .gets('<SEQ=0><CTL=SYN><TS=5000/0>')
      .gets('<SEQ=1><ACK=1><CTL=ACK><TS=5100/0>')
      .close()
      .gets('<SEQ=1><ACK=2><CTL=FIN,ACK><TS=6000/0>')
      .gets(segment).did;
  test('RFC 6191: in TIME-WAIT a SYN with a later timestamp opens anew, whatever its number', () => {
    expect(stampedWait('<SEQ=-900><CTL=SYN><TS=6001/0>')).toBe('CLOSED reopen:2');
    expect(stampedWait('<SEQ=900><CTL=SYN><TS=6000/0>')).toBe('CLOSED reopen:2');
    expect(stampedWait('<SEQ=900><CTL=SYN><TS=5999/0>')).toBe('TIME-WAIT <SEQ=2><ACK=2><CTL=ACK><TS=0/6000>');
    expect(stampedWait('<SEQ=900><CTL=SYN>')).toBe('CLOSED reopen:2');
  });
});

const text = (seq: number, count = 5): string => `<SEQ=${seq}><ACK=1><CTL=ACK><DATA=${count}>`;

describe.each([plain, wrapping])('SACK blocks: RFC 2018 4, $title', (numbering) => {
  const sacked = (config: Partial<Config> = {}): World =>
    listening(numbering, { sack: true, ...config })
      .gets('<SEQ=0><CTL=SYN><SACKOK>')
      .gets('<SEQ=1><ACK=1><CTL=ACK>');
  const after = (...segments: readonly string[]): string =>
    segments.reduce((world, segment) => world.gets(segment), sacked()).did;

  test('a segment beyond a gap is reported', () => {
    expect(after(text(11))).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=11-16>');
  });
  test('the first block is the one that the latest segment belongs to', () => {
    expect(after(text(11), text(31))).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=31-36,11-16>');
    expect(after(text(31), text(11))).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=11-16,31-36>');
    expect(after(text(11), text(31), text(16))).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=11-21,31-36>');
    expect(after(text(11), text(31), text(6))).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=6-16,31-36>');
    expect(after(text(11), text(31), text(11))).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=11-16,31-36>');
  });
  test('blocks that meet or overlap become one', () => {
    expect(after(text(11), text(21), text(16))).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=11-26>');
    expect(after(text(11), text(14))).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=11-19>');
    expect(after(text(11, 20), text(8, 9))).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=8-31>');
  });
  test('at most four fit, three beside a timestamp', () => {
    expect(after(text(11), text(21), text(31), text(41), text(51))).toBe(
      'ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=51-56,41-46,31-36,21-26>',
    );
    let world = listening(numbering, { sack: true, timestamps: true })
      .gets('<SEQ=0><CTL=SYN><SACKOK><TS=5/0>')
      .gets('<SEQ=1><ACK=1><CTL=ACK><TS=5/0>');
    for (const seq of [11, 21, 31, 41]) world = world.gets(`${text(seq)}<TS=5/0>`);
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><TS=0/5><SACK=41-46,31-36,21-26>');
  });
  test('a filled gap is reported no more', () => {
    expect(after(text(11), text(31), text(1, 10))).toBe(
      'ESTABLISHED deliver:1+10 deliver:11+5 <SEQ=1><ACK=16><CTL=ACK><SACK=31-36>',
    );
    expect(after(text(11), text(1, 10))).toBe('ESTABLISHED deliver:1+10 deliver:11+5 <SEQ=1><ACK=16><CTL=ACK>');
    const { latest } = sacked().gets(text(11)).gets(text(31)).gets(text(1, 10)).tcb.rcv;
    expect(latest).toHaveLength(1);
  });
  test('a FIN that was held has a number, too', () => {
    expect(after('<SEQ=11><ACK=1><CTL=FIN,ACK><DATA=5>')).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><SACK=11-17>');
  });
  test('they are on every ACK while something is held, and take octets from text', () => {
    expect(sacked().gets(text(11)).send(536).did).toBe(
      'ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=524><SACK=11-16> <SEQ=525><ACK=1><CTL=ACK><DATA=12><SACK=11-16>',
    );
  });
  test('without agreement there are none', () => {
    const world = established(numbering, { sack: true }).gets(text(11));
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>');
    expect(world.tcb.rcv.latest).toEqual([]);
  });
  test('blocks that arrive are read over: what follows from them is congestion control', () => {
    const world = sacked().send(10).gets('<SEQ=1><ACK=1><CTL=ACK><SACK=6-11>');
    expect(world.did).toBe('ESTABLISHED');
    expect(world.expire('retransmission').did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=10>');
  });
  test('of many arrivals the latest eight are remembered', () => {
    let world = sacked();
    for (let seq = 11; seq <= 111; seq += 10) world = world.gets(text(seq));
    expect(world.tcb.rcv.latest).toHaveLength(8);
  });
});

describe('Fast Open: RFC 7413', () => {
  const cookie = Uint8Array.from('cookie77', (letter) => letter.codePointAt(0) ?? 0);
  const on = { fastOpen: true };
  const openWith = (given: Uint8Array, data = 0): World =>
    synSent(plain, on)
      .abort()
      .call({
        type: 'OPEN',
        mode: 'active',
        iss: plain.iss,
        cookie: given,
        data: Uint8Array.from({ length: data }, (_, i) => i + 1),
      });

  test('a client without a cookie asks for one, without text', () => {
    expect(openWith(NONE, 5).did).toBe('SYN-SENT <SEQ=0><CTL=SYN><FO=>');
  });
  test('the cookie of the SYN,ACK is handed out, and the text follows', () => {
    const world = openWith(NONE, 5).gets('<SEQ=0><ACK=1><CTL=SYN,ACK><FO=cookie77>');
    expect(world.did).toBe('ESTABLISHED cookie:cookie77 <SEQ=1><ACK=1><CTL=ACK><DATA=5>');
    expect(world.clauses).toContain('fast-open-cookie');
    expect(openWith(NONE, 0).gets('<SEQ=0><ACK=1><CTL=SYN,ACK><FO=>').did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>');
  });
  test('with a cookie text rides on the SYN, at most 536 octets with the options', () => {
    expect(openWith(cookie, 20).did).toBe('SYN-SENT <SEQ=0><CTL=SYN><DATA=20><FO=cookie77>');
    expect(openWith(cookie, 20).tcb.snd.nxt).toBe(10_021);
    expect(openWith(cookie, 250).call({ type: 'SEND', data: new Uint8Array(500), urgent: false }).did).toBe('SYN-SENT');
    expect(openWith(cookie, 600).did).toContain('<DATA=524');
  });
  test('text that was acknowledged with the SYN is done', () => {
    const world = openWith(cookie, 20).gets('<SEQ=0><ACK=21><CTL=SYN,ACK>');
    expect(world.did).toBe('ESTABLISHED signal:sent <SEQ=21><ACK=1><CTL=ACK>');
    expect(world.due('retransmission')).toBeNull();
  });
  test('text that was not goes again at once', () => {
    const world = openWith(cookie, 20).gets('<SEQ=0><ACK=1><CTL=SYN,ACK>');
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=20>');
    expect(world.clauses).toContain('fast-open-again');
    expect(openWith(cookie, 20).gets('<SEQ=0><ACK=11><CTL=SYN,ACK>').did).toBe(
      'ESTABLISHED <SEQ=11><ACK=1><CTL=ACK><DATA=10>',
    );
  });
  test('a lost SYN goes again without text and option; the text is not lost', () => {
    const world = openWith(cookie, 20).expire('retransmission');
    expect(world.did).toBe('SYN-SENT <SEQ=0><CTL=SYN>');
    expect(world.due('retransmission')).toBe(3000);
    expect(world.tcb.snd.nxt).toBe(10_001);
    expect(world.gets('<SEQ=0><ACK=1><CTL=SYN,ACK>').did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=20>');
    // The first SYN did arrive: the ACK of its text is good as well.
    expect(world.gets('<SEQ=0><ACK=21><CTL=SYN,ACK>').did).toBe('ESTABLISHED signal:sent <SEQ=21><ACK=1><CTL=ACK>');
  });
  test('both open at once: the text waits for ESTABLISHED', () => {
    const world = openWith(cookie, 20).gets('<SEQ=0><CTL=SYN>');
    expect(world.did).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>');
    expect(world.gets('<SEQ=1><ACK=1><CTL=ACK>').did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=20>');
  });
  test('where it is switched off, OPEN with a cookie sends a plain SYN', () => {
    const world = synSent(plain).abort().call({ type: 'OPEN', mode: 'active', iss: plain.iss, cookie });
    expect(world.did).toBe('SYN-SENT <SEQ=0><CTL=SYN>');
  });

  const syn = (option: string): World => listening(plain, on).gets(`<SEQ=0><CTL=SYN><DATA=20>${option}`, cookie);
  test('a server takes the text of a SYN with a good cookie', () => {
    const world = syn('<FO=cookie77>');
    expect(world.did).toBe('SYN-RECEIVED deliver:1+20 <SEQ=0><ACK=21><CTL=SYN,ACK>');
    expect(world.clauses).toContain('fast-open-accepted');
  });
  test('and may answer before the third segment', () => {
    const world = syn('<FO=cookie77>').send(30);
    expect(world.did).toBe('SYN-RECEIVED <SEQ=1><ACK=21><CTL=ACK><DATA=30>');
    expect(world.gets('<SEQ=21><ACK=31><CTL=ACK>').did).toBe('ESTABLISHED signal:sent');
    expect(world.gets('<SEQ=21><ACK=1><CTL=ACK>').did).toBe('ESTABLISHED');
    expect(synReceived(plain).send(30).did).toBe('SYN-RECEIVED');
  });
  test('a FIN of ours waits for ESTABLISHED all the same', () => {
    const world = syn('<FO=cookie77>').send(30).close();
    expect(world.did).toBe('SYN-RECEIVED');
    expect(world.gets('<SEQ=21><ACK=31><CTL=ACK>').did).toBe('FIN-WAIT-1 signal:sent <SEQ=31><ACK=21><CTL=FIN,ACK>');
  });
  test('who asks, or has a bad cookie, gets one, and the text waits', () => {
    expect(syn('<FO=>').did).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK><FO=cookie77>');
    expect(syn('<FO=cookie78>').did).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK><FO=cookie77>');
    expect(syn('<FO=cookie78>').clauses).toContain('fast-open-cookie');
    expect(syn('').did).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>');
    expect(syn('<FO=cookie78>').gets('<SEQ=1><ACK=1><CTL=ACK>').did).toBe(
      'ESTABLISHED deliver:1+20 <SEQ=1><ACK=21><CTL=ACK>',
    );
  });
  test('a host that gives no cookies, or has it switched off, answers a plain SYN,ACK', () => {
    expect(listening(plain, on).gets('<SEQ=0><CTL=SYN><FO=>').did).toBe('SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>');
    expect(listening(plain).gets('<SEQ=0><CTL=SYN><FO=cookie77><DATA=5>', cookie).did).toBe(
      'SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>',
    );
  });
});

describe('RFC 5961 7: how many challenge ACKs', () => {
  const limited = established(plain, { challengeAcks: { most: 2, per: 5000 } });
  const rst = '<SEQ=9><CTL=RST>';
  test('no more than the limit in its time', () => {
    expect(limited.gets(rst).gets(rst).did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>');
    expect(limited.gets(rst).gets(rst).gets(rst).did).toBe('ESTABLISHED');
    expect(limited.gets(rst).gets(rst).gets(rst).clauses).toEqual(['rst-challenge']);
  });
  test('the time begins with the first of them', () => {
    const world = limited.after(9000).gets(rst).after(4000).gets(rst);
    expect(world.after(999).gets(rst).did).toBe('ESTABLISHED');
    expect(world.after(1000).gets(rst).did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>');
    expect(world.after(1000).gets(rst).gets(rst).gets(rst).did).toBe('ESTABLISHED');
  });
  test('SYNs and old ACKs count with them, acknowledgments of other kinds do not', () => {
    const spent = limited.gets('<SEQ=9><CTL=SYN>').gets('<SEQ=1><ACK=-5000><CTL=ACK>');
    expect(spent.gets(rst).did).toBe('ESTABLISHED');
    expect(spent.gets('<SEQ=1><ACK=2><CTL=ACK>').did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>');
  });
});
