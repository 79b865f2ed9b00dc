import { describe, expect, test } from 'vitest';
import { lastFrame } from '../../../shared/game/film.ts';
import { RULES } from '../../../shared/game/rules.ts';
import { beginAttempt } from '../../../shared/levels/attempt.ts';
import { levelOf } from '../../../shared/levels/catalogue.ts';
import { developed, recordingOf } from '../../../shared/protocol/recording.ts';
import { setupOf, wholeLog } from '../game/builders.ts';

const setup = setupOf({ seed: 5, weather: 'lossy' });
const { match, log } = wholeLog(setup);
const recording = recordingOf(setup, log);
const through = (json: unknown) => developed(JSON.parse(JSON.stringify(json)));

describe('a recording', () => {
  test('of a match develops to the match it was', () => {
    const reel = through(recording);
    if (reel.type !== 'film') throw new Error(reel.type);
    expect(lastFrame(reel.film).match.history).toEqual(match.history);
  });

  test('of a level begins where the level begins', () => {
    const level = levelOf('est-01-first-syn');
    if (level === null) throw new Error('no such level');
    const run = { kind: 'level', level: level.id, version: level.version, rules: RULES, seed: 0, log: [['start', 0]] };
    const reel = through(run);
    if (reel.type !== 'film') throw new Error(reel.type);
    const { match: first } = beginAttempt({ level, scene: level, par: level.par }, 0);
    expect(reel.film[0].match.ends.client.tcb).toEqual(first.ends.client.tcb);
  });

  test('of other rules, or of a level that has changed, is outdated', () => {
    expect(through({ ...recording, setup: { ...setup, rules: RULES + 1 } })).toEqual({ type: 'outdated' });
    const run = { kind: 'level', level: 'est-01-first-syn', version: 1_000_000, rules: RULES, seed: 0, log: [] };
    expect(through(run)).toEqual({ type: 'outdated' });
    expect(through({ ...run, level: 'no-such-level', version: 1 })).toEqual({ type: 'outdated' });
  });

  test.each([
    ['nothing', null],
    ['text', 'a match'],
    ['an unknown kind', { kind: 'film' }],
    ['a field too many', { ...recording, extra: 1 }],
    ['no commands', { ...recording, commands: null }],
    ['a command that is none', { ...recording, commands: [{ type: 'win', at: 0 }] }],
    ['a move of nobody', { ...recording, commands: [{ type: 'move', at: 0, role: 'bot', move: { type: 'wait' } }] }],
    ['a seed that is no seed', { ...recording, setup: { ...setup, seed: -1 } }],
    ['too much text', { ...recording, setup: { ...setup, texts: { client: 'x'.repeat(10_000), server: '' } } }],
  ])('that is damaged is refused: %s', (_, json) => {
    expect(through(json)).toEqual({ type: 'damaged' });
  });

  test('with moves in any order never throws', () => {
    const move = { type: 'send', flags: ['FIN', 'ACK'], seq: 1, ack: 2, payload: { offset: 4, length: 9 } };
    for (const role of ['client', 'server']) {
      const reel = through({ ...recording, commands: [{ type: 'move', at: 3, role, move }, ...log] });
      expect(['film', 'damaged']).toContain(reel.type);
    }
  });
});
