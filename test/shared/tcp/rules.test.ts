/** Single facts that fit no table: each was found by a mutant that nothing else noticed. */
import { describe, expect, test } from 'vitest';
import { defaults } from '../../../shared/tcp/config.ts';
import { toSeq } from '../../../shared/seq.ts';
import { bitOf, ctlOf, flagNames, flagsOf, makeSegment, withoutSyn } from '../../../shared/tcp/segment.ts';
import { offers } from '../../../shared/tcp/offers.ts';
import { newTcb } from '../../../shared/tcp/tcb.ts';
import {
  closed,
  established,
  finWait1,
  listening,
  numberings,
  synCrossed,
  synReceived,
  synSent,
  timeWait,
  type World,
} from './world.ts';

const [plain] = numberings;
const ack = (number: number, rest = ''): string => `<SEQ=1><ACK=${number}><CTL=ACK>${rest}`;
const text = (seq: number, count: number): string => `<SEQ=${seq}><ACK=1><CTL=ACK><DATA=${count}>`;
const keeper = { pacing: 'keeper', delayedAck: 400 } as const;
const kinds = ({ tcb }: World): readonly string[] => offers(tcb).map(({ kind }) => kind);

test('the defaults are those of the RFCs', () => {
  expect(defaults).toEqual({
    pacing: 'engine',
    rfc5961: true,
    rfc1337: true,
    relaxedOpen: true,
    // 3.4.1: two minutes.
    msl: 120_000,
    // RFC 6298 2.1, 2.4, 2.5.
    initialRto: 1000,
    leastRto: 1000,
    mostRto: 60_000,
    // SHLD-10, SHLD-11, MUST-23.
    r1: 3,
    r2: { data: 100_000, syn: 180_000 },
    userTimeout: null,
    sndBuff: null,
    rcvBuff: 65_535,
    autoReceive: false,
    // Ethernet, without IP options.
    mss: 1460,
    mmsS: 1480,
    delayedAck: null,
    nagle: false,
    windowScale: null,
    sack: false,
    timestamps: false,
    timestampOffset: 0,
    fastOpen: false,
    synCookies: false,
    reopen: false,
    challengeAcks: null,
  });
});

test('a TCB that does not exist is blank', () => {
  const { snd, rcv, rtt, timers, ...rest } = newTcb(defaults);
  expect(snd).toMatchObject({ una: 0, nxt: 0, max: 0, wnd: 0, maxWnd: 0, mss: 536, closing: false, queue: [] });
  expect(rcv).toMatchObject({ nxt: 0, wnd: 65_535, held: null, latest: [], shut: false, unacked: 0 });
  expect(rtt).toEqual({ srtt: null, rttvar: 0, rto: 1000, synTimedOut: false, probeInterval: 0 });
  expect(Object.values(timers)).toEqual([null, null, null, null, null]);
  expect(rest).toMatchObject({ opened: 'actively', challenges: { since: 0, count: 0 }, fastOpen: null });
  expect(rest.agreed).toEqual({ scaled: false, sndShift: 0, rcvShift: 0, sack: false, timestamps: null });
});

describe('segments', () => {
  test('what is left out is zero or empty', () => {
    expect(makeSegment({})).toEqual({ seq: 0, ack: 0, ctl: 0, wnd: 0, up: 0, options: [], data: new Uint8Array(0) });
  });
  test('control bits have the places of Figure 1, and are said in the usual order', () => {
    expect(flagNames.map(bitOf)).toEqual([0x80, 0x40, 0x20, 0x10, 0x08, 0x04, 0x02, 0x01]);
    expect(flagsOf(0xff)).toEqual(['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ECE', 'CWR', 'ACK']);
    expect(ctlOf(['ACK', 'SYN', 'SYN'])).toBe(0x12);
  });
  test('behind the SYN the urgent pointer counts from the next number', () => {
    expect(withoutSyn(makeSegment({ seq: 5, ctl: 0x22, up: 4 }))).toMatchObject({ seq: 6, ctl: 0x20, up: 3 });
    expect(withoutSyn(makeSegment({ seq: 5, ctl: 0x02 }))).toMatchObject({ up: 0 });
    expect(withoutSyn(makeSegment({ seq: 5, ctl: 0x22, up: 1 }))).toMatchObject({ up: 0 });
  });
});

describe('numbers', () => {
  test('an ISS in the upper half of the circle is where SND.MAX and SND.UP begin', () => {
    const far = { title: 'far', iss: toSeq(0xc000_0000), irs: toSeq(1) };
    const { snd } = closed(far, keeper).open().tcb;
    expect(snd).toMatchObject({ una: 0xc000_0000, nxt: 0xc000_0000, max: 0xc000_0000, up: 0xc000_0000 });
    expect(synSent(far).tcb.snd.max).toBe(0xc000_0001);
  });
  test('SND.UP keeps up with SND.UNA, and stays ahead while urgent octets are out', () => {
    expect(established(plain).send(5).gets(ack(6)).tcb.snd.up).toBe(10_006);
    const urgent = established(plain).send(20, true).gets(ack(6));
    expect(urgent.expire('retransmission').did).toBe('ESTABLISHED <SEQ=6><ACK=1><CTL=URG,ACK><DATA=15><UP=15>');
  });
  test('RCV.UP keeps up with what the user has read', () => {
    const world = established(plain, { autoReceive: false }).gets(text(1, 10)).receive(4);
    expect(world.tcb.rcv.up).toBe(20_005);
    const ahead = established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=ACK,URG><UP=9><DATA=5>');
    expect(ahead.receive().tcb.rcv.up).toBe(20_010);
  });
  test('each segment of the queue goes again whole, and from its own number', () => {
    const three = established(plain).send(5).send(5).send(5);
    const second = three.gets(ack(6));
    expect(second.expire('retransmission').did).toBe('ESTABLISHED <SEQ=6><ACK=1><CTL=ACK><DATA=5>');
    expect(second.gets(ack(11)).expire('retransmission').did).toBe('ESTABLISHED <SEQ=11><ACK=1><CTL=ACK><DATA=5>');
    const cut = established(plain).send(5).send(5).gets(ack(3)).gets(ack(6));
    expect(cut.expire('retransmission').did).toBe('ESTABLISHED <SEQ=6><ACK=1><CTL=ACK><DATA=5>');
  });
  test('text with a FIN that was acknowledged in part goes again as the rest and the FIN', () => {
    const shut = established(plain).gets(ack(1, '<WND=0>')).send(10).close().gets(ack(1, '<WND=1000>'));
    expect(shut.did).toBe('FIN-WAIT-1 <SEQ=1><ACK=1><CTL=FIN,ACK><DATA=10>');
    expect(shut.gets(ack(4)).expire('retransmission').did).toBe('FIN-WAIT-1 <SEQ=4><ACK=1><CTL=FIN,ACK><DATA=7>');
    expect(shut.gets(ack(11)).expire('retransmission').did).toBe('FIN-WAIT-1 <SEQ=11><ACK=1><CTL=FIN,ACK>');
    expect(shut.gets(ack(12)).did).toBe('FIN-WAIT-2 signal:sent');
  });
});

const of = (world: World, type: string): readonly unknown[] =>
  world.effects.filter((effect) => effect.type === type).map(({ clause, ...rest }) => ({ ...rest, clause }));
const only = (world: World): readonly string[] => [...new Set(world.clauses)];

describe('effects', () => {
  test('a change of state names both states and its clause', () => {
    expect(of(synSent(plain), 'changeState')).toEqual([
      { type: 'changeState', from: 'CLOSED', to: 'SYN-SENT', clause: 'open-active' },
    ]);
    expect(of(finWait1(plain), 'changeState')).toEqual([
      { type: 'changeState', from: 'ESTABLISHED', to: 'FIN-WAIT-1', clause: 'close-sends-fin' },
    ]);
    expect(of(synReceived(plain).close(), 'changeState')).toEqual([
      { type: 'changeState', from: 'SYN-RECEIVED', to: 'FIN-WAIT-1', clause: 'close-sends-fin' },
    ]);
    expect(of(timeWait(plain).expire('timeWait'), 'changeState')).toEqual([
      { type: 'changeState', from: 'TIME-WAIT', to: 'CLOSED', clause: 'time-wait-timeout' },
    ]);
  });
  test('who stays in a state changes nothing', () => {
    expect(of(closed(plain).timeout('user'), 'changeState')).toEqual([]);
  });
  test('the end of a connection has one clause for all that it does', () => {
    expect(only(established(plain).send(5).abort())).toEqual(['abort-resets']);
    expect(only(established(plain).send(5).timeout('user'))).toEqual(['user-timeout']);
    expect(
      only(
        established(plain, { r2: { data: 0, syn: 0 } })
          .send(5)
          .expire('retransmission'),
      ),
    ).toEqual(['r2-gives-up']);
    const both = established(plain).shutdown('receive').shutdown('send');
    expect(only(both.gets(text(1, 5)))).toEqual(['late-text-resets']);
    const unread = established(plain, { autoReceive: false }).gets(text(1, 5));
    expect(only(unread.close())).toEqual(['close-unread-resets']);
    expect(only(synSent(plain).gets('<SEQ=0><ACK=1><CTL=RST,ACK>'))).toEqual(['syn-sent-refused']);
    expect(only(synSent(plain).abort())).toEqual(['abort-silent']);
    expect(only(synSent(plain).close())).toEqual(['close-before-open']);
  });
  test('timers are told of when they start and stop', () => {
    expect(of(established(plain).send(5), 'startTimer')).toEqual([
      { type: 'startTimer', timer: 'retransmission', at: 1000, clause: 'rto-start' },
    ]);
    expect(of(established(plain).send(5).gets(ack(6)), 'stopTimer')).toEqual([
      { type: 'stopTimer', timer: 'retransmission', clause: 'rto-stop' },
    ]);
    const patient = established(plain, { userTimeout: 9000 }).send(5).send(5);
    expect(of(patient.gets(ack(6)), 'startTimer')).toContainEqual({
      type: 'startTimer',
      timer: 'user',
      at: 9000,
      clause: 'user-timeout',
    });
    expect(of(patient.gets(ack(11)), 'stopTimer')).toEqual([
      { type: 'stopTimer', timer: 'retransmission', clause: 'rto-stop' },
      { type: 'stopTimer', timer: 'user', clause: 'rto-stop' },
    ]);
    expect(of(established(plain, { userTimeout: 9000 }).send(5), 'startTimer')).toContainEqual({
      type: 'startTimer',
      timer: 'user',
      at: 9000,
      clause: 'user-timeout',
    });
    expect(of(established(plain, { delayedAck: 200 }).gets(text(1, 5)), 'startTimer')).toEqual([
      { type: 'startTimer', timer: 'delayedAck', at: 200, clause: 'delayed-ack' },
    ]);
    expect(of(established(plain).gets(text(1, 5)), 'stopTimer')).toEqual([]);
  });
  test('an old timestamp is dropped under the same clause that answers it', () => {
    const stamped = listening(plain, { timestamps: true }).gets('<SEQ=0><CTL=SYN><TS=50/0>').gets(ack(1, '<TS=51/0>'));
    expect(stamped.gets(ack(1, '<TS=49/0>')).why).toBe('paws drop');
  });
  test('what RECEIVE hands over is under its own clause', () => {
    const world = established(plain, { autoReceive: false }).gets(text(1, 5));
    expect(world.receive().clauses).toEqual(['receive']);
    expect(world.receive(0).did).toBe('ESTABLISHED');
    expect(world.receive(0).tcb.rcv.unread.length).toBe(5);
  });
  test('SHUTDOWN says when the window opens, and under which clause', () => {
    const full = established(plain, { autoReceive: false }).gets(text(1, 800)).shutdown('receive');
    expect(full.clauses).toEqual(['window-update']);
    expect(closed(plain).shutdown('receive').clauses).toEqual(['call-no-connection']);
  });
  test('urgent data of a SYN is told under the clause of urgent data', () => {
    const world = listening(plain).gets('<SEQ=0><CTL=SYN,URG><UP=4><DATA=3>').gets(ack(1));
    expect(world.clauses).toContain('urgent-signal');
    expect(synSent(plain).gets('<SEQ=0><ACK=1><CTL=SYN,ACK,URG><UP=2>').clauses).toContain('urgent-signal');
    expect(synSent(plain).gets('<SEQ=0><ACK=1><CTL=SYN,ACK,URG><UP=1>').did).not.toContain('urgent');
    expect(synSent(plain).gets('<SEQ=0><ACK=1><CTL=SYN,ACK,URG><UP=2>').did).toContain('urgent');
    expect(established(plain).gets('<SEQ=1><ACK=1><CTL=ACK,URG><UP=1>').did).toContain('urgent');
    expect(listening(plain).gets('<SEQ=0><CTL=SYN,URG><UP=2>').gets(ack(1)).did).toContain('urgent');
  });
});

describe('opening', () => {
  test('an active OPEN of a listening connection makes it active: a RST refuses it then', () => {
    const world = listening(plain).open().gets('<SEQ=0><CTL=SYN>');
    expect(world.tcb.opened).toBe('actively');
    expect(world.gets('<SEQ=1><CTL=RST>').did).toBe('CLOSED signal:refused');
  });
  test('LISTEN is passive from the first', () => {
    expect(listening(plain).tcb.opened).toBe('passively');
    expect(synCrossed(plain).gets('<SEQ=1><CTL=RST>').listen().tcb.opened).toBe('passively');
  });
  test('the SYN,ACK of a simultaneous open that has not left is not needed any more, but an ACK is', () => {
    const sent = closed(plain, keeper).open();
    const [syn] = offers(sent.tcb);
    if (syn === undefined) throw new Error('no SYN is owed');
    const crossed = sent.do({ type: 'transmit', segment: syn.segment }).gets('<SEQ=0><CTL=SYN>');
    expect(kinds(crossed)).toEqual(['syn']);
    const open = crossed.gets('<SEQ=0><ACK=1><CTL=SYN,ACK>');
    expect(open.tcb.state).toBe('ESTABLISHED');
    expect(offers(open.tcb)).toMatchObject([{ kind: 'ack', owed: true, clause: 'syn-received-established' }]);
  });
  test('an ACK that leaves first takes nothing from a SYN,ACK that is owed', () => {
    const world = synReceived(plain, keeper).gets('<SEQ=0><CTL=SYN>');
    const answer = offers(world.tcb).find(({ kind }) => kind === 'ack');
    if (answer === undefined) throw new Error('no ACK is owed');
    expect(kinds(world.do({ type: 'transmit', segment: answer.segment }))).toEqual(['syn']);
  });
  test('with Fast Open text waits for the SYN,ACK before it', () => {
    const cookie = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const option = { type: 'fastOpen', cookie } as const;
    const segment = { ...makeSegment({ seq: plain.irs, ctl: 0x02, wnd: 1000 }), options: [option] };
    const world = listening(plain, { ...keeper, fastOpen: true })
      .do({ type: 'segmentArrives', segment, iss: plain.iss, cookie })
      .send(5);
    expect(kinds(world)).toEqual(['syn']);
    const [synAck] = offers(world.tcb);
    if (synAck === undefined) throw new Error('no SYN,ACK is owed');
    const sent = world.do({ type: 'transmit', segment: synAck.segment });
    expect(kinds(sent)).toEqual(['text']);
    expect(sent.gets(ack(1)).tcb.fastOpen).toBeNull();
  });
  test('windows are not scaled where we did not switch it on', () => {
    const { agreed } = listening(plain, { timestamps: true }).gets('<SEQ=0><CTL=SYN><WS=3><TS=5/0>').tcb;
    expect(agreed).toMatchObject({ scaled: false, sndShift: 0, rcvShift: 0 });
    expect(listening(plain).gets('<SEQ=0><CTL=SYN><WS=3>').tcb.agreed.scaled).toBe(false);
  });
  test('a SYN,FIN whose text fills the window: the FIN does not fit in', () => {
    const fits = listening(plain, { autoReceive: false }).gets('<SEQ=0><CTL=SYN,FIN><DATA=999>').gets(ack(1));
    expect(fits.did).toBe('CLOSE-WAIT signal:closing <SEQ=1><ACK=1001><CTL=ACK>');
    expect(fits.sent).toBe('<SEQ=1><ACK=1001><CTL=ACK><WND=0>');
    const fills = listening(plain, { autoReceive: false }).gets('<SEQ=0><CTL=SYN,FIN><DATA=1000>').gets(ack(1));
    expect(fills.did).toBe('ESTABLISHED <SEQ=1><ACK=1001><CTL=ACK>');
  });
});

describe('closing', () => {
  test('a FIN that is already behind RCV.NXT is not taken again', () => {
    const world = established(plain).gets('<SEQ=1><ACK=1><CTL=FIN,ACK>');
    expect(world.gets('<SEQ=1><ACK=1><CTL=FIN,ACK>').tcb.rcv.nxt).toBe(20_002);
  });
  test('a FIN beyond a gap is not kept where no text can come any more', () => {
    const world = established(plain).gets('<SEQ=1><ACK=1><CTL=FIN,ACK>').gets('<SEQ=5><ACK=1><CTL=FIN,ACK>');
    expect(world.tcb.rcv.held).toBeNull();
  });
});

describe('timers', () => {
  test('R2 counts from the first transmission, not from the beginning of time', () => {
    const late = established(plain).after(99_500).send(5).expire('retransmission');
    expect(late.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=5>');
  });
  test('the override comes after a second at most, though RTO be longer', () => {
    const slow = synSent(plain).after(800).gets('<SEQ=0><ACK=1><CTL=SYN,ACK>').gets(ack(1, '<WND=100>')).send(300);
    expect(slow.due('persist')).toBe(1800);
    const quick = synSent(plain, { leastRto: 0 }).after(100).gets('<SEQ=0><ACK=1><CTL=SYN,ACK>');
    expect(quick.gets(ack(1, '<WND=100>')).send(300).due('persist')).toBe(400);
  });
  test('of two timers at one instant the first of the list runs', () => {
    const world = established(plain, { userTimeout: 1000 }).send(5);
    expect(world.due('user')).toBe(world.due('retransmission'));
  });
  test('a timestamp that was not agreed on measures nothing', () => {
    const world = established(plain).send(5).after(160).gets(ack(6, '<TS=5/90>'));
    expect(world.tcb.rtt.srtt).toBe(160 / 8);
  });
  test('TSecr gives one sample, also of 0 ms', () => {
    const stamped = listening(plain, { timestamps: true, leastRto: 0 })
      .gets('<SEQ=0><CTL=SYN><TS=50/0>')
      .gets(ack(1, '<TS=51/0>'));
    expect(stamped.tcb.rtt).toMatchObject({ srtt: 0, rttvar: 0 });
    const later = stamped.send(5).after(80).gets(ack(6, '<TS=60/0>'));
    expect(later.tcb.rtt).toMatchObject({ srtt: 10, rttvar: 20 });
  });
});
