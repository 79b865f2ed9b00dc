import { describe, expect, test } from 'vitest';
import { filmOf, lastFrame } from '../../../shared/game/film.ts';
import { initial } from '../../../shared/game/match.ts';
import { replay } from '../../../shared/game/reduce.ts';
import { roles } from '../../../shared/game/role.ts';
import { endpoints } from '../../../shared/game/endpoints.ts';
import { captureFileOf, tapsOf } from '../../../shared/game/taps.ts';
import { tcpOfCaptured } from '../../../shared/packet/capture.ts';
import { readCapture } from '../../../shared/packet/readCapture.ts';
import { millisBetween } from '../../../shared/packet/timestamp.ts';
import { setupOf, wholeLog } from './builders.ts';

const start = { seconds: 1_700_000_000, nanos: 0 };
const tapping = { start, about: ['a match'], comment: () => null };

const filmed = (seed: number, weather: 'calm' | 'stormy') => {
  const setup = setupOf({ seed, weather });
  const { log, match } = wholeLog(setup);
  return { setup, log, match, film: filmOf(initial(setup), log) };
};

describe('a film', () => {
  test.each([1, 7, 40])('ends where the fold of the log ends, and tells all of its story once: seed %i', (seed) => {
    const { film, match } = filmed(seed, 'stormy');
    expect(lastFrame(film).match).toEqual(match);
    expect(film.flatMap(({ events }) => events)).toEqual(match.history);
  });

  test('stops at every instant, however many the log passes in one command', () => {
    const { setup, log, film } = filmed(3, 'stormy');
    const coarse = [log[0], { type: 'advance', at: log.at(-1)?.at ?? 0 }] as typeof log;
    const again = filmOf(initial(setup), coarse);
    expect(lastFrame(again).match).toEqual(replay(initial(setup), coarse));
    expect(again.map(({ match }) => match.history.length)).toEqual(film.map(({ match }) => match.history.length));
    for (const { events } of again.slice(1)) expect(new Set(events.map(({ at }) => at)).size).toBe(1);
  });

  test('does not run past a decision that is open', () => {
    const setup = setupOf({ client: 'human' });
    const film = filmOf(initial(setup), [
      { type: 'start', at: 0 },
      { type: 'advance', at: 1_000_000 },
    ]);
    expect(lastFrame(film).match.ends.client.triggers.length).toBeGreaterThan(0);
    expect(lastFrame(film).match.history.some(({ type }) => type === 'sent')).toBe(false);
  });
});

describe('the taps of a match', () => {
  test('a segment is in the tap of its sender when it left, and of its receiver when it arrived', () => {
    const { film, match } = filmed(7, 'stormy');
    const { packets } = tapsOf(film, tapping);
    const crossed = match.history.filter((event) => event.type === 'sent' || event.type === 'arrived');
    const story = crossed.map(({ host, at, header: { seq, len } }) => ({ tap: roles.indexOf(host), at, seq, len }));
    expect(match.history.some(({ type }) => type === 'lost')).toBe(true);
    expect(match.history.some(({ type }) => type === 'duplicated')).toBe(true);
    const capture = tapsOf(film, tapping);
    const seen = packets.map((packet) => {
      const read = tcpOfCaptured(capture, packet, 'strict');
      if (!read.ok || packet.time === null) throw new Error('not a packet with checksums');
      const { seq, data } = read.value.tcp.segment;
      return { tap: packet.interface, at: millisBetween(start, packet.time), seq, len: data.length };
    });
    expect(seen).toEqual(story);
  });

  test('the file reads back, with the names of both ends', () => {
    const { film } = filmed(1, 'calm');
    const read = readCapture(captureFileOf(film, tapping));
    expect(read).toEqual({ ok: true, value: tapsOf(film, tapping) });
    expect(tapsOf(film, tapping).names.map(({ address }) => address)).toEqual([
      endpoints.client.address,
      endpoints.server.address,
    ]);
  });

  test('words for an event are a comment of the next packet of its host', () => {
    const { film } = filmed(1, 'calm');
    const { packets } = tapsOf(film, { ...tapping, comment: ({ type }) => (type === 'called' ? type : null) });
    const [first] = packets;
    expect(first?.comments).toContain('called');
    expect(packets.filter(({ comments }) => comments.length > 0).length).toBeGreaterThan(2);
  });
});
