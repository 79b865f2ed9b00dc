/** RFC 4987 3.6 in a single listener: it keeps no connection, and makes it anew from the cookie that comes back. */
import { describe, expect, test } from 'vitest';
import { listening, numberings, type World } from './world.ts';

const cookies = { synCookies: true } as const;
const SYN = '<SEQ=0><CTL=SYN><MSS=1000>';
const changes = ({ effects }: World): readonly string[] =>
  effects.flatMap((effect) => (effect.type === 'changeState' ? [effect.to] : []));

describe.each(numberings)('$title', (numbering) => {
  const listener = (): World => listening(numbering, cookies);

  test('a SYN is answered, and forgotten with that', () => {
    const world = listener().gets(SYN);
    expect(world.did).toBe('LISTEN <SEQ=0><ACK=1><CTL=SYN,ACK>');
    expect(changes(world)).toEqual(['SYN-RECEIVED', 'LISTEN']);
    expect(world.clauses).toContain('cookie-forgets');
    expect(world.tcb).toEqual(listener().tcb);
    expect(world.due('retransmission')).toBeNull();
  });

  test('a second SYN gets the same answer: there is nothing to compare it with', () => {
    expect(listener().gets(SYN).gets(SYN).did).toBe('LISTEN <SEQ=0><ACK=1><CTL=SYN,ACK>');
  });

  test('an ACK with the cookie makes the connection', () => {
    const world = listener().gets(SYN).gets('<SEQ=1><ACK=1><CTL=ACK>');
    expect(world.did).toBe('ESTABLISHED');
    expect(changes(world)).toEqual(['SYN-RECEIVED', 'ESTABLISHED']);
    expect(world.clauses).toContain('cookie-opens');
    expect(world.tcb).toMatchObject({
      iss: numbering.iss,
      irs: numbering.irs,
      opened: 'passively',
      // The MSS of the SYN was not kept: MUST-15.
      snd: { mss: 536, wnd: 1000, queue: [] },
    });
    expect(world.send(5).did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=5>');
  });

  test('text that comes with that ACK is taken', () => {
    const world = listener().gets(SYN).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5>');
    expect(world.did).toBe('ESTABLISHED deliver:1+5 <SEQ=1><ACK=6><CTL=ACK>');
  });

  test.each([
    ['an ACK with any other number', '<SEQ=1><ACK=2><CTL=ACK>', '<SEQ=2><CTL=RST>'],
    ['a SYN,ACK, whatever its number', '<SEQ=1><ACK=1><CTL=SYN,ACK>', '<SEQ=1><CTL=RST>'],
  ])('%s is refused as in every LISTEN', (_, segment, answer) => {
    expect(listener().gets(SYN).gets(segment).did).toBe(`LISTEN ${answer}`);
  });

  test('without the switch an ACK with the number of the next connection is nothing', () => {
    expect(listening(numbering).gets('<SEQ=1><ACK=1><CTL=ACK>').did).toBe('LISTEN <SEQ=1><CTL=RST>');
  });
});

test('in keeper pacing the connection is there while its SYN,ACK is made, and only then', () => {
  const [numbering] = numberings;
  const asked = listening(numbering, { ...cookies, pacing: 'keeper' }).gets(SYN);
  expect(asked.tcb).toMatchObject({ state: 'SYN-RECEIVED', iss: numbering.iss, irs: numbering.irs });
});
