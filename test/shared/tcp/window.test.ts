/** 3.8.6: windows, probes, silly windows, Nagle. */
import { describe, expect, test } from 'vitest';
import type { Config } from '../../../shared/tcp/config.ts';
import { closeWait, established, finWait1, listening, numberings, synSent, type World } from './world.ts';

const [plain] = numberings;
const ack = (number: number, wnd = 1000): string => `<SEQ=1><ACK=${number}><CTL=ACK><WND=${wnd}>`;
const text = (seq: number, count: number): string => `<SEQ=${seq}><ACK=1><CTL=ACK><DATA=${count}>`;

describe('what leaves', () => {
  test('never more than the window lets out', () => {
    expect(established(plain).send(400).send(400).send(400).did).toBe('ESTABLISHED');
    const world = established(plain).send(1500);
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=536>');
    expect(world.gets(ack(537, 900)).did).toBe('ESTABLISHED <SEQ=537><ACK=1><CTL=ACK><DATA=536>');
    expect(world.gets(ack(537, 964)).did).toBe(
      'ESTABLISHED <SEQ=537><ACK=1><CTL=ACK><DATA=536> <SEQ=1073><ACK=1><CTL=ACK><DATA=428>',
    );
  });
  test('never more than the MSS of the peer in one segment; 536 without its option: MUST-15', () => {
    const world = listening(plain).gets('<SEQ=0><CTL=SYN><MSS=100><WND=1000>').gets(ack(1)).send(250);
    expect(world.did).toBe(
      'ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=100> <SEQ=101><ACK=1><CTL=ACK><DATA=100> <SEQ=201><ACK=1><CTL=ACK><DATA=50>',
    );
  });
  test('nor than the IP layer takes: MUST-16', () => {
    const world = listening(plain, { mmsS: 60 }).gets('<SEQ=0><CTL=SYN><MSS=100>').gets(ack(1)).send(50);
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=40> <SEQ=41><ACK=1><CTL=ACK><DATA=10>');
  });
  test('an MSS of 0 counts as 1: something must fit', () => {
    const world = listening(plain).gets('<SEQ=0><CTL=SYN><MSS=0>').gets(ack(1)).send(2);
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=1> <SEQ=2><ACK=1><CTL=ACK><DATA=1>');
  });
  test('PSH is on the last octet that waits, and on no other: MUST-61', () => {
    const { effects } = established(plain).send(600);
    const bits = effects.flatMap((effect) => (effect.type === 'sendSegment' ? [effect.segment.ctl & 0x08] : []));
    expect(bits).toEqual([0, 0x08]);
  });
  test('the FIN takes a number of the window too', () => {
    const world = established(plain).gets(ack(1, 500)).send(500).close();
    expect(world.did).toBe('FIN-WAIT-1');
    expect(world.gets(ack(501, 1)).did).toContain('<SEQ=501><ACK=1><CTL=FIN,ACK>');
  });
});

const holding = (): World => established(plain, { autoReceive: false });

describe('the window we offer: 3.8.6.2.2', () => {
  test('its right edge stays while octets wait for the user', () => {
    expect(holding().gets(text(1, 300)).sent).toBe('<SEQ=1><ACK=301><CTL=ACK><WND=700>');
    expect(holding().gets(text(1, 300)).gets(text(301, 700)).sent).toBe('<SEQ=1><ACK=1001><CTL=ACK><WND=0>');
  });
  test('it opens by min(RCV.BUFF/2, MSS) at least, and says so: MUST-39', () => {
    const full = holding().gets(text(1, 1000));
    expect(full.receive(499).sent).toBe('');
    expect(full.receive(500).sent).toBe('<SEQ=1><ACK=1001><CTL=ACK><WND=500>');
    expect(full.receive(500).clauses).toContain('window-update');
    expect(full.receive(499).receive(1).sent).toBe('<SEQ=1><ACK=1001><CTL=ACK><WND=500>');
  });
  test('a small MSS makes small steps', () => {
    const full = listening(plain, { autoReceive: false })
      .gets('<SEQ=0><CTL=SYN><MSS=100>')
      .gets(ack(1))
      .gets(text(1, 1000));
    expect(full.receive(99).sent).toBe('');
    expect(full.receive(100).sent).toBe('<SEQ=1><ACK=1001><CTL=ACK><WND=100>');
  });
  test('octets that go straight to the user keep it open, by the same steps', () => {
    const world = established(plain).gets(text(1, 499));
    expect(world.sent).toBe('<SEQ=1><ACK=500><CTL=ACK><WND=501>');
    expect(world.gets(text(500, 1)).sent).toBe('<SEQ=1><ACK=501><CTL=ACK><WND=1000>');
  });
  test('after the FIN of the peer it is told no more', () => {
    const world = holding()
      .gets(text(1, 1000 - 1))
      .gets('<SEQ=1000><ACK=1><CTL=FIN,ACK>')
      .receive();
    expect(world.sent).toBe('');
  });
  test('a buffer of more than 65,535 octets offers 65,535: MUST-1', () => {
    const world = established(plain, { rcvBuff: 200_000 });
    expect(world.tcb.rcv.wnd).toBe(65_535);
    expect(world.gets(text(1, 600)).sent).toBe('<SEQ=1><ACK=601><CTL=ACK><WND=65535>');
  });
});

const shut = (changes: Partial<Config> = {}): World => established(plain, changes).gets(ack(1, 0)).send(50);

describe('zero-window probes: 3.8.6.1', () => {
  test('the first probe leaves after RTO, the next ones after twice as long each: SHLD-29, SHLD-30', () => {
    let world = shut({ r2: null });
    expect(world.clauses).toContain('persist-start');
    const dues: number[] = [];
    for (let i = 0; i < 8; i++) {
      const due = world.due('persist') ?? 0;
      dues.push(due - world.now);
      world = world.expire('persist');
      expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=1>');
      expect(world.clauses).toContain('window-probe');
    }
    expect(dues).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });
  test('a probe leaves SND.NXT where it is; SND.MAX remembers it', () => {
    const { snd } = shut().expire('persist').tcb;
    expect(snd).toMatchObject({ nxt: 10_001, max: 10_002, queue: [] });
    expect(shut().expire('persist').due('retransmission')).toBeNull();
  });
  test('a refused probe changes nothing: MUST-37', () => {
    const world = shut().expire('persist').gets(ack(1, 0));
    expect(world.did).toBe('ESTABLISHED');
    expect(world.due('persist')).toBe(3000);
  });
  test('a peer that answers may keep its window shut for ever, one that is silent is given up after R2: MUST-37', () => {
    let answers = shut();
    for (let i = 0; i < 50; i++) answers = answers.expire('persist').gets(ack(1, 0));
    expect(answers.did).toBe('ESTABLISHED');
    expect(answers.now).toBeGreaterThan(2_000_000);
    // The first probe that is not answered leaves here; R2 is 100 s, so 60 s later is too soon.
    const silent = answers.expire('persist').expire('persist');
    expect(silent.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=1>');
    expect(silent.gets(ack(1, 0)).expire('persist').expire('persist').tcb.state).toBe('ESTABLISHED');
    expect(silent.expire('persist').did).toBe('CLOSED signal:timeout');
    expect(silent.expire('persist').clauses).toContain('r2-gives-up');
  });
  test('R2 counts from the first probe, not from the text that waits for it', () => {
    const world = shut({ r2: { data: 2000, syn: 2000 } });
    expect(world.after(500).gets(ack(1, 0)).expire('persist').expire('persist').did).toBe('CLOSED signal:timeout');
    expect(world.expire('persist').gets(ack(2, 0)).expire('persist').tcb.state).toBe('ESTABLISHED');
  });
  test('a probe that was taken counts as sent', () => {
    const world = shut().expire('persist').gets(ack(2, 0));
    expect(world.tcb.snd).toMatchObject({ una: 10_002, nxt: 10_002, max: 10_002 });
    expect(world.gets(ack(2, 100)).did).toBe('ESTABLISHED <SEQ=2><ACK=1><CTL=ACK><DATA=49>');
  });
  test('an ACK beyond the probe is too new', () => {
    expect(shut().expire('persist').gets(ack(3, 0)).clauses).toContain('ack-too-new');
  });
  test('the window opens: all that waits leaves, from SND.NXT on', () => {
    const world = shut().expire('persist').gets(ack(1, 100));
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=50>');
    expect(world.clauses).toContain('window-opened');
    expect(world.due('persist')).toBeNull();
    expect(world.tcb.rtt.probeInterval).toBe(0);
  });
  test('the timer runs only when nothing is under way', () => {
    const world = established(plain).send(5).gets(ack(1, 0)).send(5);
    expect(world.due('persist')).toBeNull();
    expect(world.gets(ack(6, 0)).due('persist')).toBe(1000);
  });
  test('and only when something waits', () => {
    expect(established(plain).gets(ack(1, 0)).due('persist')).toBeNull();
  });
  test('a FIN probes as well, and one that is taken is acknowledged', () => {
    const world = established(plain).gets(ack(1, 0)).close();
    expect(world.did).toBe('FIN-WAIT-1');
    const probed = world.expire('persist');
    expect(probed.did).toBe('FIN-WAIT-1 <SEQ=1><ACK=1><CTL=FIN,ACK>');
    expect(probed.gets(ack(2, 0)).did).toBe('FIN-WAIT-2');
    expect(probed.gets(ack(1, 5)).did).toBe('FIN-WAIT-1 <SEQ=1><ACK=1><CTL=FIN,ACK>');
  });
  test('a FIN that probes from CLOSE-WAIT enters LAST-ACK', () => {
    const world = closeWait(plain).gets('<SEQ=2><ACK=1><CTL=ACK><WND=0>').close().expire('persist');
    expect(world.did).toBe('LAST-ACK <SEQ=1><ACK=2><CTL=FIN,ACK>');
    expect(world.gets('<SEQ=2><ACK=2><CTL=ACK><WND=0>').did).toBe('CLOSED');
    expect(world.gets('<SEQ=2><ACK=1><CTL=ACK><WND=9>').did).toBe('LAST-ACK <SEQ=1><ACK=2><CTL=FIN,ACK>');
    expect(world.gets('<SEQ=2><ACK=1><CTL=ACK><WND=0>').expire('persist').did).toBe(
      'LAST-ACK <SEQ=1><ACK=2><CTL=FIN,ACK>',
    );
  });
  test('the octet before a FIN probes without it', () => {
    const world = established(plain).gets(ack(1, 0)).send(1).close().expire('persist');
    expect(world.did).toBe('FIN-WAIT-1 <SEQ=1><ACK=1><CTL=ACK><DATA=1>');
  });
});

describe('a window that shrinks: MUST-34', () => {
  test('new text waits, old text is retransmitted as ever: SHLD-15, SHLD-16', () => {
    const world = established(plain).send(500).gets(ack(1, 100)).send(500);
    expect(world.did).toBe('ESTABLISHED');
    expect(world.expire('retransmission').did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=500>');
    expect(world.gets(ack(301, 100)).did).toBe('ESTABLISHED');
  });
  test('a window that shrinks to nothing is probed by the retransmission: MUST-35', () => {
    const world = established(plain).send(500).gets(ack(1, 0));
    expect(world.expire('retransmission').did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=500>');
  });
  test('there too R2 is for a peer that is silent: MUST-37', () => {
    let answers = established(plain).send(500).gets(ack(1, 0));
    for (let i = 0; i < 20; i++) answers = answers.expire('retransmission').gets(ack(1, 0));
    expect(answers.tcb.state).toBe('ESTABLISHED');
    const silent = answers.expire('retransmission').expire('retransmission');
    expect(silent.tcb.state).toBe('ESTABLISHED');
    expect(silent.expire('retransmission').did).toBe('CLOSED signal:timeout');
  });
  test('what was sent again with the window open is no question to a shut one', () => {
    const world = established(plain).send(500).expire('retransmission').expire('retransmission').gets(ack(1, 0));
    expect(world.tcb.snd.askedAt).toBeNull();
    expect(synSent(plain).expire('retransmission').tcb.snd.askedAt).toBeNull();
  });
});

describe('silly windows: 3.8.6.2.1', () => {
  test('less than half the largest window waits: MUST-38', () => {
    const world = established(plain).gets(ack(1, 499)).send(700);
    expect(world.did).toBe('ESTABLISHED');
    expect(world.clauses).toContain('override-start');
    expect(established(plain).gets(ack(1, 500)).send(700).did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=500>');
  });
  test('all that waits may go, however little', () => {
    expect(established(plain).gets(ack(1, 499)).send(499).did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=499>');
  });
  test('a full segment may go', () => {
    const world = listening(plain).gets('<SEQ=0><CTL=SYN><MSS=100><WND=1000>').gets(ack(1, 150)).send(400);
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=100>');
  });
  test('within a second it goes all the same, as ordinary text', () => {
    const world = established(plain).gets(ack(1, 499)).send(700);
    expect(world.due('persist')).toBe(1000);
    const forced = world.expire('persist');
    expect(forced.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=499>');
    expect(forced.clauses).toContain('override-timeout');
    expect(forced.tcb.snd.nxt).toBe(10_500);
    expect(forced.tcb.owed.probe).toBe(false);
    expect(forced.due('retransmission')).toBe(2000);
  });
});

const nagle = (): World => established(plain, { nagle: true });

describe('Nagle: 3.7.4', () => {
  test('little text waits while some is unacknowledged', () => {
    const world = nagle().send(5);
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=5>');
    expect(world.send(5).send(5).did).toBe('ESTABLISHED');
    expect(world.send(5).send(5).gets(ack(6)).did).toBe('ESTABLISHED <SEQ=6><ACK=1><CTL=ACK><DATA=10>');
    expect(world.send(5).due('persist')).toBeNull();
  });
  test('half a window waits too, a full segment does not', () => {
    const world = nagle().gets(ack(1, 900)).send(1);
    expect(world.send(500).did).toBe('ESTABLISHED');
    expect(world.send(537).did).toBe('ESTABLISHED <SEQ=2><ACK=1><CTL=ACK><DATA=536>');
  });
  test('can be switched off: MUST-17', () => {
    expect(established(plain).send(5).send(5).did).toBe('ESTABLISHED <SEQ=6><ACK=1><CTL=ACK><DATA=5>');
  });
  test('a lone FIN does not wait', () => {
    expect(nagle().send(5).close().did).toBe('FIN-WAIT-1 <SEQ=6><ACK=1><CTL=FIN,ACK>');
  });
});

describe('positive answers to the user: 3.10.7.4, fifth', () => {
  test('the user is told when all that was given has arrived', () => {
    expect(established(plain).send(5).gets(ack(3)).did).toBe('ESTABLISHED');
    expect(established(plain).send(5).gets(ack(6)).did).toBe('ESTABLISHED signal:sent');
    expect(established(plain).send(5).gets(ack(6)).clauses).toContain('send-acknowledged');
    expect(finWait1(plain).gets(ack(2)).did).toBe('FIN-WAIT-2');
    expect(established(plain).send(600).gets(ack(537)).did).not.toContain('sent');
    expect(established(plain).send(5).close().gets(ack(6)).did).toBe('FIN-WAIT-1 signal:sent');
  });
});
