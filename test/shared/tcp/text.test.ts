/** 3.10.7.4, seventh and eighth: reassembly. Octets are delivered once, in order, whatever order they come in. */
import { describe, expect, test } from 'vitest';
import { heldInOrder } from '../../../shared/tcp/held.ts';
import { established, listening, numberings, synSent, type World } from './world.ts';

const text = (seq: number, count: number, bits = 'ACK'): string => `<SEQ=${seq}><ACK=1><CTL=${bits}><DATA=${count}>`;

const all = (world: World, ...segments: readonly string[]): string =>
  segments.reduce((sofar, segment) => sofar.gets(segment), world).did;

describe.each(numberings)('reassembly, $title', (numbering) => {
  const end = (): World => established(numbering);

  test('the segment that fills a gap brings what was held with it', () => {
    expect(all(end(), text(6, 5), text(1, 5))).toBe('ESTABLISHED deliver:1+5 deliver:6+5 <SEQ=1><ACK=11><CTL=ACK>');
    expect(end().gets(text(6, 5)).gets(text(1, 5)).clauses).toContain('gap-filled');
  });
  test('two gaps are filled one after the other', () => {
    const holes = end().gets(text(21, 5)).gets(text(11, 5));
    const half = holes.gets(text(1, 10));
    expect(half.did).toBe('ESTABLISHED deliver:1+10 deliver:11+5 <SEQ=1><ACK=16><CTL=ACK>');
    expect(half.gets(text(16, 5)).did).toBe('ESTABLISHED deliver:16+5 deliver:21+5 <SEQ=1><ACK=26><CTL=ACK>');
  });
  test('a segment inside a gap touches nothing else', () => {
    const holes = end().gets(text(21, 5)).gets(text(11, 5)).gets(text(16, 2));
    expect(holes.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>');
    expect(holes.gets(text(1, 10)).did).toBe(
      'ESTABLISHED deliver:1+10 deliver:11+5 deliver:16+2 <SEQ=1><ACK=18><CTL=ACK>',
    );
  });
  test('overlaps are delivered once: the held one reaches further', () => {
    expect(all(end(), text(4, 7), text(1, 5))).toBe('ESTABLISHED deliver:1+5 deliver:6+5 <SEQ=1><ACK=11><CTL=ACK>');
  });
  test('overlaps are delivered once: the new one reaches further', () => {
    expect(all(end(), text(4, 3), text(1, 10))).toBe('ESTABLISHED deliver:1+10 <SEQ=1><ACK=11><CTL=ACK>');
  });
  test('overlaps are delivered once: held ones overlap each other', () => {
    expect(all(end(), text(6, 10), text(11, 10), text(8, 4), text(1, 5))).toBe(
      'ESTABLISHED deliver:1+5 deliver:6+10 deliver:16+5 <SEQ=1><ACK=21><CTL=ACK>',
    );
  });
  test('a held segment that another one covers is kept once', () => {
    expect(heldInOrder(end().gets(text(6, 5)).gets(text(6, 5)).tcb.rcv.held)).toHaveLength(1);
    expect(heldInOrder(end().gets(text(7, 3)).gets(text(6, 5)).tcb.rcv.held)).toHaveLength(1);
    expect(heldInOrder(end().gets(text(6, 5)).gets(text(7, 3)).tcb.rcv.held)).toHaveLength(1);
    expect(heldInOrder(end().gets(text(6, 5)).gets(text(6, 3)).tcb.rcv.held)).toHaveLength(1);
    expect(heldInOrder(end().gets(text(6, 5)).gets(text(8, 3)).tcb.rcv.held)).toHaveLength(1);
    expect(heldInOrder(end().gets(text(6, 5)).gets(text(8, 4)).tcb.rcv.held)).toHaveLength(2);
    expect(heldInOrder(end().gets(text(6, 5)).gets(text(5, 5)).tcb.rcv.held)).toHaveLength(2);
  });
  test('what is held stands by rising number', () => {
    const { held } = end().gets(text(31, 5)).gets(text(11, 5)).gets(text(21, 5)).tcb.rcv;
    expect(heldInOrder(held).map(({ seq }) => (seq - numbering.irs) >>> 0)).toEqual([11, 21, 31]);
  });
  test('a FIN beyond a gap waits for the text before it', () => {
    const world = end().gets(text(6, 0, 'FIN,ACK'));
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>');
    expect(world.gets(text(1, 5)).did).toBe('CLOSE-WAIT deliver:1+5 signal:closing <SEQ=1><ACK=7><CTL=ACK>');
    // RFC 9293 does not name the level; this is curriculum close-07.
    expect(world.gets(text(1, 3)).did).toBe('ESTABLISHED deliver:1+3 <SEQ=1><ACK=4><CTL=ACK>');
  });
  test('a FIN with text beyond a gap waits as well', () => {
    const world = end()
      .gets(text(6, 5, 'FIN,ACK'))
      .gets(text(1, 5));
    expect(world.did).toBe('CLOSE-WAIT deliver:1+5 deliver:6+5 signal:closing <SEQ=1><ACK=12><CTL=ACK>');
  });
  test('a held FIN is obeyed though its text came again meanwhile', () => {
    const world = end()
      .gets(text(6, 5, 'FIN,ACK'))
      .gets(text(1, 10));
    expect(world.did).toBe('CLOSE-WAIT deliver:1+10 signal:closing <SEQ=1><ACK=12><CTL=ACK>');
  });
  test('the window bounds what is held', () => {
    const world = end().gets(text(998, 10)).gets(text(1, 997));
    expect(world.did).toBe('ESTABLISHED deliver:1+997 deliver:230+3 <SEQ=1><ACK=1001><CTL=ACK>');
  });
  test('a segment that fills part of a gap is acknowledged at once, though ACKs may wait', () => {
    const slow = established(numbering, { delayedAck: 200 });
    expect(slow.gets(text(1, 5)).did).toBe('ESTABLISHED deliver:1+5');
    expect(slow.gets(text(9, 5)).did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>');
    expect(slow.gets(text(9, 5)).gets(text(1, 5)).did).toBe('ESTABLISHED deliver:1+5 <SEQ=1><ACK=6><CTL=ACK>');
  });
});

const urgent = (seq: number, up: number, count = 0): string =>
  `<SEQ=${seq}><ACK=1><CTL=ACK,URG><UP=${up}><DATA=${count}>`;

describe('urgent data', () => {
  const [plain] = numberings;
  test('is told again only when the pointer advances: MUST-32', () => {
    const world = established(plain).gets(urgent(1, 50));
    expect(world.did).toBe('ESTABLISHED signal:urgent');
    expect(world.gets(urgent(1, 50)).did).toBe('ESTABLISHED');
    expect(world.gets(urgent(1, 40)).did).toBe('ESTABLISHED');
    expect(world.gets(urgent(1, 51)).did).toBe('ESTABLISHED signal:urgent');
  });
  test('the pointer of a segment that is half old counts from its own SEQ', () => {
    const world = established(plain)
      .gets(text(1, 10))
      .gets(urgent(6, 20, 10));
    expect(world.did).toBe('ESTABLISHED signal:urgent deliver:11+5 <SEQ=1><ACK=16><CTL=ACK>');
    expect(world.status().did).toBe('ESTABLISHED status:ESTABLISHED/10');
  });
  test('a pointer behind what the user has consumed says nothing', () => {
    const world = established(plain).gets(text(1, 10));
    expect(world.gets(urgent(6, 3, 5)).did).toBe('ESTABLISHED <SEQ=1><ACK=11><CTL=ACK>');
    expect(world.gets(urgent(6, 5, 10)).did).toBe('ESTABLISHED deliver:11+5 <SEQ=1><ACK=16><CTL=ACK>');
  });
  test('octets that came but were not consumed are still urgent', () => {
    const world = established(plain, { autoReceive: false }).gets(text(1, 10));
    expect(world.gets(urgent(6, 3, 10)).did).toBe('ESTABLISHED signal:urgent <SEQ=1><ACK=16><CTL=ACK>');
  });
  test('RCV.UP keeps up with the octets, so that it never falls half a circle behind', () => {
    expect(established(plain).gets(text(1, 10)).tcb.rcv.up).toBe(20_011);
  });
  test('an urgent pointer of a SYN is told when its text is', () => {
    const world = listening(plain).gets('<SEQ=0><CTL=SYN,URG><UP=4><DATA=3>').gets(text(1, 0));
    expect(world.did).toBe('ESTABLISHED signal:urgent deliver:1+3 <SEQ=1><ACK=4><CTL=ACK>');
    const old = listening(plain).gets('<SEQ=0><CTL=SYN,URG><UP=1>').gets(text(1, 0));
    expect(old.did).toBe('ESTABLISHED');
  });
  test('every segment up to the end of the urgent octets points behind them: MUST-62, MUST-31', () => {
    const world = established(plain).gets('<SEQ=1><ACK=1><CTL=ACK><WND=9>').send(20, true);
    expect(world.did).toBe('ESTABLISHED');
    const open = world.gets('<SEQ=1><ACK=1><CTL=ACK><WND=600>');
    expect(open.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=URG,ACK><DATA=20><UP=20>');
    expect(open.send(5).did).toBe('ESTABLISHED <SEQ=21><ACK=1><CTL=ACK><DATA=5>');
    expect(open.gets(text(1, 3)).did).toBe('ESTABLISHED deliver:1+3 <SEQ=21><ACK=4><CTL=ACK>');
  });
  test('an ACK tells of urgent octets that the window holds back', () => {
    const shut = established(plain).gets('<SEQ=1><ACK=1><CTL=ACK><WND=0>').send(20, true);
    expect(shut.gets('<SEQ=1><ACK=1><CTL=ACK><WND=0><DATA=3>').did).toBe(
      'ESTABLISHED deliver:1+3 <SEQ=1><ACK=4><CTL=URG,ACK><UP=20>',
    );
  });
  test('urgent octets that never end: the pointer says at most 65,535', () => {
    const shut = established(plain).gets('<SEQ=1><ACK=1><CTL=ACK><WND=0>').send(70_000, true);
    expect(shut.gets('<SEQ=1><ACK=1><CTL=ACK><WND=0><DATA=3>').did).toBe(
      'ESTABLISHED deliver:1+3 <SEQ=1><ACK=4><CTL=URG,ACK><UP=65535>',
    );
  });
  test('acknowledged urgent octets are urgent no more', () => {
    const world = established(plain).send(5, true).gets('<SEQ=1><ACK=6><CTL=ACK>').send(5);
    expect(world.did).toBe('ESTABLISHED <SEQ=6><ACK=1><CTL=ACK><DATA=5>');
    expect(world.tcb.snd.up).toBe(10_006);
  });
  test('a RST and a SYN never carry URG', () => {
    expect(established(plain).gets('<SEQ=1><ACK=1><CTL=ACK><WND=0>').send(20, true).abort().did).toBe(
      'CLOSED signal:reset <SEQ=1><CTL=RST>',
    );
  });
});

describe.each(numberings)(
  'text of a SYN that does not fit into the window is cut off, its FIN too, $title',
  (numbering) => {
    const small = { rcvBuff: 10, autoReceive: false };
    const opened = {
      'SYN, then ACK': listening(numbering, small)
        .gets('<SEQ=0><CTL=SYN,FIN><DATA=30>')
        .gets('<SEQ=1><ACK=1><CTL=ACK>'),
      'SYN,ACK': synSent(numbering, small).gets('<SEQ=0><ACK=1><CTL=SYN,FIN,ACK><DATA=30>'),
      'SYN that crossed ours, then ACK': synSent(numbering, small)
        .gets('<SEQ=0><CTL=SYN,FIN><DATA=30>')
        .gets('<SEQ=1><ACK=1><CTL=ACK>'),
    };
    test.each(Object.entries(opened))('%s', (_, world) => {
      expect(world.tcb.state).toBe('ESTABLISHED');
      expect(world.sent).toBe('<SEQ=1><ACK=11><CTL=ACK><WND=0>');
      expect(world.tcb.rcv.held).toBeNull();
      // What the peer sends there now counts, not what it sent then.
      const read = world.receive();
      expect(read.did).toBe('ESTABLISHED deliver:1+10 <SEQ=1><ACK=11><CTL=ACK>');
      expect(read.gets('<SEQ=11><ACK=1><CTL=FIN,ACK>').did).toBe('CLOSE-WAIT signal:closing <SEQ=1><ACK=12><CTL=ACK>');
    });
  },
);
