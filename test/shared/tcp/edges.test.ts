/** Single facts at the edges, by one octet or one bit: each was found by a mutant that no other test noticed. */
import { describe, expect, test } from 'vitest';
import { toSeq } from '../../../shared/seq.ts';
import type { Effect } from '../../../shared/tcp/effect.ts';
import { optionsLength } from '../../../shared/tcp/option.ts';
import { offers } from '../../../shared/tcp/offers.ts';
import { FIN, PSH, type Segment } from '../../../shared/tcp/segment.ts';
import { newTcb } from '../../../shared/tcp/tcb.ts';
import { closeWait, established, listening, numberings, synReceived, synSent, type World } from './world.ts';

const [plain] = numberings;
const ack = (number: number, rest = ''): string => `<SEQ=1><ACK=${number}><CTL=ACK>${rest}`;
const text = (seq: number, count: number, rest = ''): string => `<SEQ=${seq}><ACK=1><CTL=ACK><DATA=${count}>${rest}`;
const segments = ({ effects }: World): readonly Segment[] =>
  effects.flatMap((effect) => (effect.type === 'sendSegment' ? [effect.segment] : []));
const started = ({ effects }: World): readonly (readonly [string, string])[] =>
  effects.flatMap((effect: Effect) => (effect.type === 'startTimer' ? [[effect.timer, effect.clause] as const] : []));

describe('one octet', () => {
  test('SENT and acknowledged is told', () => {
    expect(established(plain).send(1).gets(ack(2)).did).toBe('ESTABLISHED signal:sent');
  });
  test('held back by a shut window makes the user wait', () => {
    const sent = established(plain, { userTimeout: 5000 }).gets(ack(1, '<WND=500>')).send(501);
    const rest = sent.after(100).gets(ack(501, '<WND=0>'));
    expect(rest.due('user')).toBe(rest.now + 5000);
    const shut = established(plain, { userTimeout: 5000 }).gets(ack(1, '<WND=0>'));
    expect(shut.send(1).due('user')).toBe(5000);
    expect(shut.send(0).due('user')).toBeNull();
  });
  test('unread is lost by CLOSE, and given out by RECEIVE', () => {
    const world = established(plain, { autoReceive: false }).gets(text(1, 1));
    expect(world.close().did).toBe('CLOSED <SEQ=1><CTL=RST>');
    expect(world.receive().did).toBe('ESTABLISHED deliver:1+1');
  });
  test('of urgent data that is left is told', () => {
    const world = established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=ACK,URG><UP=5><DATA=9>');
    expect(world.receive(3).did).toBe('ESTABLISHED deliver:1+3 signal:urgent');
    expect(world.receive(4).did).toBe('ESTABLISHED deliver:1+4 signal:urgent');
    expect(world.receive(5).did).toBe('ESTABLISHED deliver:1+5');
  });
  test('of text after the FIN is dropped', () => {
    expect(closeWait(plain).gets('<SEQ=2><ACK=1><CTL=ACK><DATA=1>').why).toBe('text-after-fin drop');
  });
  test('of a Fast Open cookie is a cookie, none is none', () => {
    const opened = synSent(plain, { fastOpen: true }).abort();
    const syn = opened.call({ type: 'OPEN', mode: 'active', iss: plain.iss, cookie: new Uint8Array(0) });
    expect(syn.gets('<SEQ=0><ACK=1><CTL=SYN,ACK><FO=x>').did).toContain('cookie:x');
    // Nobody asked.
    expect(synSent(plain).gets('<SEQ=0><ACK=1><CTL=SYN,ACK><FO=x>').did).not.toContain('cookie');
    // A host that gives none takes none: the text waits.
    expect(listening(plain, { fastOpen: true }).gets('<SEQ=0><CTL=SYN><FO=><DATA=5>').did).toBe(
      'SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>',
    );
  });
});

describe('the window', () => {
  test('of one octet takes the FIN and is shut', () => {
    const full = established(plain, { autoReceive: false }).gets(text(1, 999));
    expect(full.gets('<SEQ=1000><ACK=1><CTL=FIN,ACK>').sent).toBe('<SEQ=1><ACK=1001><CTL=ACK><WND=0>');
  });
  test('has room for a FIN at its last number, behind text that is half old', () => {
    const world = established(plain).gets('<SEQ=-9><ACK=1><CTL=FIN,ACK><DATA=1009>');
    expect(world.did).toBe('CLOSE-WAIT deliver:1+999 signal:closing <SEQ=1><ACK=1001><CTL=ACK>');
  });
  test('cuts what is held as well: an octet beyond it is not there when the gap is filled', () => {
    const beyond = established(plain).gets(text(501, 501));
    expect(beyond.gets(text(1, 500)).did).toBe('ESTABLISHED deliver:1+500 deliver:245+500 <SEQ=1><ACK=1001><CTL=ACK>');
    const fin = established(plain).gets('<SEQ=501><ACK=1><CTL=FIN,ACK><DATA=501>');
    expect(fin.gets(text(1, 500)).did).toBe('ESTABLISHED deliver:1+500 deliver:245+500 <SEQ=1><ACK=1001><CTL=ACK>');
  });
  test('of a peer that shifts by one counts twice', () => {
    const world = listening(plain, { windowScale: 0 }).gets('<SEQ=0><CTL=SYN><WS=1>').gets(ack(1, '<WND=700>'));
    expect(world.tcb.snd.wnd).toBe(1400);
  });
});

describe('what is held', () => {
  test('is the segment with the FIN, where its text was held without', () => {
    const twice = established(plain).gets(text(6, 5)).gets('<SEQ=6><ACK=1><CTL=FIN,ACK><DATA=5>');
    expect(twice.gets(text(1, 5)).tcb.state).toBe('CLOSE-WAIT');
  });
  test('behind a FIN is forgotten with it', () => {
    const world = established(plain).gets('<SEQ=6><ACK=1><CTL=FIN,ACK><DATA=5>').gets(text(12, 5));
    const filled = world.gets(text(1, 5));
    expect(filled.did).toBe('CLOSE-WAIT deliver:1+5 deliver:6+5 signal:closing <SEQ=1><ACK=12><CTL=ACK>');
    expect(filled.tcb.rcv.held).toBeNull();
  });
  test('with the SYN and is a FIN only is acknowledged as a FIN', () => {
    const world = listening(plain).gets('<SEQ=0><CTL=SYN,FIN>').gets(ack(1));
    expect(world.did).toBe('CLOSE-WAIT signal:closing <SEQ=1><ACK=2><CTL=ACK>');
    expect(world.clauses).toContain('fin-acknowledged');
    expect(world.clauses).not.toContain('text-acknowledged');
  });
});

describe('a queue', () => {
  test('whose front was acknowledged in part is empty when the rest is', () => {
    const world = established(plain).gets(ack(1, '<WND=0>')).send(10).close().gets(ack(1, '<WND=1000>'));
    const part = world.gets(ack(4));
    expect(part.tcb.snd.queue).toMatchObject([{ len: 7 }]);
    const all = part.gets(ack(12));
    expect(all.tcb.snd.queue).toEqual([]);
    expect(all.due('retransmission')).toBeNull();
  });
});

describe('a segment that is refused', () => {
  test('in SYN-RECEIVED for its ACK has no other effect', () => {
    const world = synReceived(plain).gets('<SEQ=1><ACK=2><CTL=FIN,ACK><DATA=5>');
    expect(world.did).toBe('SYN-RECEIVED <SEQ=2><CTL=RST>');
    expect(world.why).toBe('syn-received-resets-bad-ack drop');
    expect(synReceived(plain).gets('<SEQ=1><ACK=2><CTL=FIN,ACK>').did).toBe('SYN-RECEIVED <SEQ=2><CTL=RST>');
  });
  test('in SYN-RECEIVED with SEQ = IRS and no SYN is an old segment', () => {
    expect(synReceived(plain).gets('<SEQ=0><ACK=1><CTL=ACK>').why).toBe('unacceptable-segment drop');
  });
  test('by a RST of a whole connection leaves nothing behind', () => {
    const both = established(plain).shutdown('receive').shutdown('send').gets(text(1, 5));
    expect(both.tcb).toEqual(newTcb(both.tcb.config));
  });
});

describe('an urgent pointer', () => {
  test('without its bit says nothing, also on a SYN', () => {
    const world = listening(plain).gets('<SEQ=0><CTL=SYN><UP=9>').gets(ack(1));
    expect(world.did).toBe('ESTABLISHED');
    expect(world.tcb.rcv.up).toBe(20_001);
  });
  test('of ours is 0 where nothing is urgent', () => {
    expect(segments(established(plain).send(5).gets(ack(6)).send(5)).map(({ up }) => up)).toEqual([0]);
    expect(segments(established(plain).gets(text(1, 5))).map(({ up }) => up)).toEqual([0]);
  });
});

describe('what leaves', () => {
  test('as a SYN without ACK has 0 in the acknowledgment field, and TSecr 0', () => {
    const syn = segments(synSent(plain, { timestamps: true }));
    expect(syn.map(({ ack: number }) => number)).toEqual([0]);
    expect(syn[0]?.options).toEqual([{ type: 'timestamps', val: 0, ecr: 0 }]);
  });
  test('as a FIN alone is not pushed, the last octet is', () => {
    const [fin] = segments(established(plain).close());
    expect((fin?.ctl ?? 0) & (FIN | PSH)).toBe(FIN);
    const [one] = segments(established(plain).send(1));
    expect((one?.ctl ?? 0) & PSH).toBe(PSH);
  });
  test('a second time has its SACK blocks where they just fit', () => {
    const sacked = listening(plain, { sack: true }).gets('<SEQ=0><CTL=SYN><SACKOK>').gets(ack(1));
    const [fits] = segments(sacked.send(524).gets(text(11, 5)).expire('retransmission'));
    expect(fits?.options.map(({ type }) => type)).toEqual(['nop', 'nop', 'sack']);
    const [full] = segments(sacked.send(525).gets(text(11, 5)).expire('retransmission'));
    expect(full?.options).toEqual([]);
  });
  test('a second time has its timestamp, though the SACK blocks do not fit any more', () => {
    const both = listening(plain, { sack: true, timestamps: true })
      .gets('<SEQ=0><CTL=SYN><SACKOK><TS=5/0>')
      .gets(ack(1, '<TS=6/0>'));
    const [again] = segments(
      both
        .send(524)
        .gets(text(11, 5, '<TS=7/0>'))
        .expire('retransmission'),
    );
    expect(again?.data.length).toBe(524);
    expect(again?.options.map(({ type }) => type)).toEqual(['nop', 'nop', 'timestamps']);
  });
  test('as a probe of text from CLOSE-WAIT does not close', () => {
    const world = closeWait(plain).gets('<SEQ=2><ACK=1><CTL=ACK><WND=0>').send(5).expire('persist');
    expect(world.did).toBe('CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK><DATA=1>');
    const fin = closeWait(plain).gets('<SEQ=2><ACK=1><CTL=ACK><WND=0>').close().expire('persist');
    expect(fin.did).toBe('LAST-ACK <SEQ=1><ACK=2><CTL=FIN,ACK>');
    expect(fin.clauses).toContain('close-wait-fin');
  });
});

describe('timers', () => {
  test("start one by one, and the user's patience with the SYN", () => {
    const world = synSent(plain, { userTimeout: 9000 });
    expect(started(world)).toContainEqual(['user', 'user-timeout']);
    expect(world.due('timeWait')).toBeNull();
    expect(world.due('persist')).toBeNull();
    expect(world.due('delayedAck')).toBeNull();
  });
  test('of 3 s or more are not shortened to 3 s by a lost SYN: RFC 6298 5.7', () => {
    const slow = synSent(plain, { initialRto: 3000 }).expire('retransmission');
    expect(slow.gets('<SEQ=0><ACK=1><CTL=SYN,ACK>').send(1).tcb.rtt.rto).toBe(6000);
  });
  test('for challenge ACKs count from none again', () => {
    const limited = established(plain, { challengeAcks: { most: 2, per: 1000 } }).after(5000);
    const rst = '<SEQ=9><CTL=RST>';
    const spent = limited.gets(rst).gets(rst);
    expect(spent.did).toContain('<CTL=ACK>');
    expect(spent.gets(rst).did).toBe('ESTABLISHED');
    expect(spent.after(1000).gets(rst).gets(rst).did).toContain('<CTL=ACK>');
  });
});

describe('a connection that is over', () => {
  test('leaves nothing of what was agreed on for the next one', () => {
    const rich = { windowScale: 3, sack: true, timestamps: true, challengeAcks: { most: 2, per: 1000 } };
    const world = listening(plain, rich)
      .gets('<SEQ=0><CTL=SYN><WS=3><SACKOK><TS=5/0>')
      .gets(ack(1, '<TS=6/0>'))
      .gets('<SEQ=9><CTL=RST>');
    expect(world.tcb.challenges.count).toBe(1);
    const over = world.gets('<SEQ=1><CTL=RST>');
    expect(over.tcb).toEqual(newTcb(over.tcb.config));
  });
  test('leaves nothing of its Fast Open in LISTEN', () => {
    const cookie = Uint8Array.of(1, 2, 3, 4);
    const half = listening(plain, { fastOpen: true }).gets('<SEQ=0><CTL=SYN><FO=\u0001\u0002\u0003\u0004>', cookie);
    expect(half.tcb.fastOpen).toEqual({ option: null, accepted: true });
    expect(half.gets('<SEQ=1><CTL=RST>').tcb.fastOpen).toBeNull();
  });
  test('keeps nothing that LISTEN could not send', () => {
    const world = listening(plain).send(5);
    expect(world.why).toBe('send-listen');
    expect(world.tcb.snd.text.length).toBe(0);
  });
});

describe('calls in vain', () => {
  test('a SEND behind a CLOSE that waits is refused, and its octets are not kept', () => {
    const waits = closeWait(plain).gets('<SEQ=2><ACK=1><CTL=ACK><WND=0>').send(5).close();
    const late = waits.send(3);
    expect(late.why).toBe('send-closing');
    expect(late.tcb.snd.text.length).toBe(5);
    expect(waits.close().why).toBe('close-again');
    const half = synReceived(plain).send(5).close();
    expect(half.tcb.state).toBe('SYN-RECEIVED');
    expect(half.close().why).toBe('close-again');
  });
});

test('an ACK that may wait is offered under its own clause', () => {
  const keeper = { pacing: 'keeper', delayedAck: 400 } as const;
  const half = synReceived(plain, keeper);
  const [syn] = offers(half.tcb);
  if (syn === undefined) throw new Error('no SYN,ACK is offered');
  const world = half.do({ type: 'transmit', segment: syn.segment }).gets(text(1, 5));
  expect(offers(world.tcb)).toMatchObject([{ kind: 'ack', owed: false, clause: 'text-acknowledged' }]);
});

test('TS.Recent is not taken over from a RST', () => {
  const lingers = listening(plain, { timestamps: true })
    .gets('<SEQ=0><CTL=SYN><TS=50/0>')
    .gets(ack(1, '<TS=51/0>'))
    .close()
    .gets(ack(2, '<TS=52/0>'))
    .gets('<SEQ=1><ACK=2><CTL=FIN,ACK><TS=53/0>');
  expect(lingers.tcb.state).toBe('TIME-WAIT');
  expect(lingers.gets('<SEQ=2><CTL=RST><TS=99/0>').tcb.agreed.timestamps?.recent).toBe(53);
});

test('two options of a kind take the octets of two', () => {
  const block = { left: toSeq(1), right: toSeq(2) };
  expect(optionsLength([{ type: 'sackPermitted' }, { type: 'sackPermitted' }])).toBe(4);
  expect(
    optionsLength([{ type: 'windowScale', shift: 1 }, { type: 'windowScale', shift: 1 }, { type: 'sackPermitted' }]),
  ).toBe(8);
  expect(optionsLength([{ type: 'sack', blocks: [block] }, { type: 'sackPermitted' }])).toBe(12);
  expect(optionsLength([{ type: 'fastOpen', cookie: new Uint8Array(4) }, { type: 'sackPermitted' }])).toBe(8);
  expect(optionsLength([{ type: 'unknown', kind: 77, body: new Uint8Array(4) }, { type: 'sackPermitted' }])).toBe(8);
});
