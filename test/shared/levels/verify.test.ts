import { describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/game/command.ts';
import { otherRole } from '../../../shared/game/role.ts';
import type { Entry } from '../../../shared/levels/attempt.ts';
import { levelOf, levels } from '../../../shared/levels/catalogue.ts';
import { numbered } from '../../../shared/levels/plan.ts';
import { runName, type Run } from '../../../shared/levels/run.ts';
import { runTexts, sayRefusal } from '../../../shared/levels/texts/runTexts.ts';
import { nothingKnown, numbersOf, type RunFault, runFaults, runOf, verify } from '../../../shared/levels/verify.ts';
import { diceFrom, rngFrom } from '../../../shared/rng.ts';
import { playWay, theCourse } from './ways.ts';

const playable = levels.filter(({ mode }) => mode === 'play');

function honest(id: string, seed: number, variant: string | null = null): Run {
  const level = levelOf(id);
  if (level === null) throw new Error(id);
  const course = theCourse(level, seed, variant);
  const { attempt, entries } = playWay(course, seed, { think: 1500 });
  return runOf(course, seed, entries, attempt);
}
/** As it arrives. */
const wire = (run: unknown): unknown => JSON.parse(JSON.stringify(run));

describe('every par verifies', () => {
  test.each(playable)('$id', (level) => {
    for (const seed of [0, 4711]) {
      const run = honest(level.id, seed);
      const verified = verify(wire(run));
      expect(verified).toMatchObject({ ok: true, score: run.claim });
      expect(run.claim).toMatchObject({ refused: 0, hint: 0 });
      // At this pace long levels are slow.
      expect(run.claim.stars).toBeGreaterThanOrEqual(2);
    }
  });

  test.each(playable.flatMap(({ id, variants }) => variants.map(({ name }) => [id, name] as const)))(
    '%s, variant %s',
    (id, name) => {
      const verified = verify(wire(honest(id, 0, name)));
      expect(verified).toMatchObject({ ok: true });
    },
  );

  test('a lab is not played by moves', () => {
    expect(verify(wire(honest('lab-01-two-tables', 0)))).toMatchObject({ ok: false, refusal: { fault: 'lab' } });
  });
});

const commandAt = (run: Run, n: number): Command | null => {
  const entry = run.entries[n];
  return entry?.type === 'command' ? entry.command : null;
};
const withEntry = (run: Run, n: number, change: (entry: Entry) => Entry): Run => ({
  ...run,
  entries: run.entries.map((entry, i) => (i === n ? change(entry) : entry)),
});
const withCommand = (run: Run, n: number, change: (command: Command) => Command): Run =>
  withEntry(run, n, (entry) => (entry.type === 'command' ? { ...entry, command: change(entry.command) } : entry));
const places = (run: Run, type: Command['type']): readonly number[] =>
  run.entries.flatMap((_, n) => (commandAt(run, n)?.type === type ? [n] : []));

const pick = (list: readonly number[], any: number): number => list[any % Math.max(1, list.length)] ?? 0;
const claiming = (run: Run, claim: Partial<Run['claim']>): Run => ({ ...run, claim: { ...run.claim, ...claim } });
const halfNumber = (command: Command): Command =>
  command.type === 'move' && command.move.type === 'send'
    ? { ...command, move: { ...command.move, seq: 0.5 } }
    : { ...command, at: -1 };

function inserted(run: Run, n: number, command: Command): Run {
  const at = Math.min(Math.max(1, n), run.entries.length);
  const wall = run.entries[at - 1]?.wall ?? 0;
  const entry: Entry = { type: 'command', wall, command };
  return { ...run, entries: [...run.entries.slice(0, at), entry, ...run.entries.slice(at)] };
}
function otherSeed(run: Run): unknown {
  const level = levelOf(run.level);
  return { ...run, seed: run.seed + 1, numbers: level && numbersOf(numbered(level, run.seed + 1)) };
}
function anotherNumber(run: Run): unknown {
  const [name] = Object.keys(run.numbers);
  return { ...run, numbers: { ...run.numbers, [name ?? 'x']: (run.numbers[name ?? 'x'] ?? 0) + 1 } };
}
function anotherLevel(run: Run, any: number): unknown {
  const others = playable.filter(({ id }) => id !== run.level);
  return { ...run, level: others[any % others.length]?.id };
}
function leaveOut(run: Run, any: number): unknown {
  const n = pick(places(run, 'move'), any);
  return { ...run, entries: run.entries.filter((_, i) => i !== n) };
}
function exchanged(run: Run, any: number): unknown {
  const n = Math.max(1, any % Math.max(1, run.entries.length - 1));
  const [a, b] = [run.entries[n], run.entries[n + 1]];
  if (a === undefined || b === undefined) return { ...run, entries: [] };
  return { ...run, entries: [...run.entries.slice(0, n), b, a, ...run.entries.slice(n + 2)] };
}
const otherEnd = (run: Run, any: number): unknown =>
  withCommand(run, pick(places(run, 'move'), any), (command) =>
    command.type === 'move' ? { ...command, role: otherRole(command.role) } : command,
  );
function helpForOther(run: Run): unknown {
  const [n = 1] = places(run, 'move');
  const command = commandAt(run, n);
  const role = command?.type === 'move' ? otherRole(command.role) : 'client';
  const entry: Entry = { type: 'hint', wall: run.entries[n - 1]?.wall ?? 0, role, step: 2 };
  return { ...run, entries: [...run.entries.slice(0, n), entry, ...run.entries.slice(n)] };
}
const wrongMove = (run: Run, any: number): unknown =>
  withCommand(run, pick(places(run, 'move'), any), (command) =>
    command.type === 'move'
      ? { ...command, move: { type: 'send', flags: ['URG'], seq: 1, ack: null, payload: null } }
      : command,
  );
function hiddenHelp(run: Run): unknown {
  const [n = 1] = places(run, 'move');
  const command = commandAt(run, n);
  const role = command?.type === 'move' ? command.role : 'client';
  const entry: Entry = { type: 'hint', wall: run.entries[n - 1]?.wall ?? 0, role, step: 4 };
  return { ...run, entries: [...run.entries.slice(0, n), entry, ...run.entries.slice(n)] };
}
function hiddenError(run: Run): unknown {
  const [n = 1] = places(run, 'move');
  const command = commandAt(run, n);
  if (command?.type !== 'move') return run;
  return inserted(run, n, { ...command, move: { type: 'send', flags: ['URG'], seq: 1, ack: null, payload: null } });
}

/** What a forger may do to a log, and the faults that may be found in it. `any`: a number to choose by. */
const forgeries: readonly (readonly [string, readonly RunFault[], (run: Run, any: number) => unknown])[] = [
  ['another seed', ['numbers', 'not-won'], (run) => ({ ...run, seed: run.seed + 1 })],
  ['another seed, with its numbers', ['not-won', 'order', 'clock', 'nobody-asked', 'edited'], otherSeed],
  ['a number of the level', ['numbers'], anotherNumber],
  ['a number too many', ['numbers'], (run) => ({ ...run, numbers: { ...run.numbers, nobody: 1 } })],
  ['no such level', ['level'], (run) => ({ ...run, level: 'est-99' })],
  [
    'another level',
    ['numbers', 'version', 'not-won', 'role', 'clock', 'nobody-asked', 'order', 'variant'],
    anotherLevel,
  ],
  ['an old version', ['version'], (run) => ({ ...run, version: run.version - 1 })],
  ['other rules of the game', ['rules'], (run) => ({ ...run, rules: run.rules + 1 })],
  ['no such variant', ['variant'], (run) => ({ ...run, variant: 'easier' })],
  ['a newer format', ['format'], (run) => ({ ...run, format: 2 })],
  ['no format', ['form'], (run) => ({ ...run, format: undefined })],
  ['a field that every object has', ['form'], (run) => ({ ...run, constructor: 1 })],
  ['an unknown field', ['form'], (run) => ({ ...run, admin: true })],
  ['half a sequence number', ['form'], (run) => withCommand(run, places(run, 'move')[0] ?? 0, halfNumber)],
  [
    'a step out of range',
    ['form'],
    (run) => ({ ...run, entries: [...run.entries, { type: 'hint', wall: 1, role: 'client', step: 5 }] }),
  ],
  ['no log', ['not-won'], (run) => ({ ...run, entries: [] })],
  ['no start', ['start'], (run) => ({ ...run, entries: run.entries.slice(1) })],
  ['a start later', ['clock'], (run) => withCommand(run, 0, (command) => ({ ...command, at: 50 }))],
  ['a second start', ['order'], (run, any) => inserted(run, any, { type: 'start', at: 0 })],
  ['half of it', ['not-won'], (run) => ({ ...run, entries: run.entries.slice(0, run.entries.length >> 1) })],
  ['the last entry cut off', ['not-won'], (run) => ({ ...run, entries: run.entries.slice(0, -1) })],
  ['a move left out', ['not-won', 'clock', 'nobody-asked', 'order'], leaveOut],
  ['two moves exchanged', ['not-won', 'order', 'clock', 'nobody-asked', 'too-fast', 'edited', 'role'], exchanged],
  ['the other end moves', ['role', 'nobody-asked'], otherEnd],
  ['help for the other end', ['role', 'nobody-asked'], helpForOther],
  [
    'the wall clock runs back',
    ['order'],
    (run, any) => {
      const n = pick(
        run.entries.flatMap((_, i) => ((run.entries[i - 1]?.wall ?? 0) > 0 ? [i] : [])),
        any,
      );
      return withEntry(run, n, (entry) => ({ ...entry, wall: Math.max(0, (run.entries[n - 1]?.wall ?? 0) - 1) }));
    },
  ],
  [
    'quicker than a hand',
    ['too-fast'],
    (run, any) => {
      const n = pick(places(run, 'move'), any);
      return withEntry(run, n, (entry) => ({ ...entry, wall: (run.entries[n - 1]?.wall ?? 0) + 100 }));
    },
  ],
  [
    'a sea without distance',
    ['too-fast'],
    (run, any) => {
      const n = pick(places(run, 'advance'), any);
      return withEntry(run, n, (entry) => ({ ...entry, wall: (run.entries[n - 1]?.wall ?? 0) + 0.001 }));
    },
  ],
  ['all at once', ['too-fast'], (run) => ({ ...run, entries: run.entries.map((entry) => ({ ...entry, wall: 5000 })) })],
  [
    'a move before its time',
    ['order', 'clock'],
    (run, any) =>
      withCommand(run, pick(places(run, 'move'), any), (command) => ({
        ...command,
        at: Math.max(0, command.at - 7) + 3,
      })),
  ],
  [
    'a move after its time',
    ['clock'],
    (run, any) => withCommand(run, pick(places(run, 'move'), any), (command) => ({ ...command, at: command.at + 5 })),
  ],
  [
    'time passes while somebody is asked',
    ['clock'],
    (run, any) => {
      const n = pick(places(run, 'move'), any);
      return inserted(run, n, { type: 'advance', at: commandAt(run, n)?.at ?? 0 });
    },
  ],
  ['a wrong number, and not told', ['not-won', 'order', 'clock', 'nobody-asked'], wrongMove],
  [
    'an entry after the win',
    ['after-win'],
    (run) => inserted(run, run.entries.length, { type: 'advance', at: 99_999 }),
  ],
  ['more points', ['edited'], (run) => claiming(run, { points: Math.min(1040, run.claim.points + 0.1) })],
  ['another time', ['edited'], (run) => claiming(run, { thinking: run.claim.thinking - 1000 })],
  ['another number of refusals', ['edited'], (run) => claiming(run, { refused: 1 })],
  ['another hint', ['edited'], (run) => claiming(run, { hint: 1 })],
  ['another number of stars', ['edited'], (run) => claiming(run, { stars: run.claim.stars === 3 ? 2 : 3 })],
  ['help hidden', ['edited'], hiddenHelp],
  ['an error hidden', ['edited'], hiddenError],
];

describe('forged logs', () => {
  test('two hundred and more, each refused for one of the reasons that its forgery has', () => {
    const dice = diceFrom(rngFrom(2026));
    const faults = new Map<string, number>();
    const wrong: string[] = [];
    let all = 0;
    for (const [what, right, forge] of forgeries) {
      for (let n = 0; n < 6; n += 1) {
        const redrawn = playable.filter(({ again }) => again === 'redraw');
        const level = redrawn[dice.below(redrawn.length)];
        const forged = forge(honest(level?.id ?? '', 1 + dice.below(1e6)), dice.below(1e6));
        const verified = verify(wire(forged));
        all += 1;
        const fault = verified.ok ? 'taken' : verified.refusal.fault;
        faults.set(fault, (faults.get(fault) ?? 0) + 1);
        if (!right.some((one) => one === fault)) wrong.push(`${what}: ${level?.id}: ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(all).toBeGreaterThan(200);
    console.info(`forged logs: ${all}`, Object.fromEntries(faults));
  });
});

describe('what the server knows', () => {
  const run = honest('est-04-full-3whs', 9);
  test('the seed that it gave out', () => {
    expect(verify(wire(run), { ...nothingKnown, seed: 9 })).toMatchObject({ ok: true });
    expect(verify(wire(run), { ...nothingKnown, seed: 8 })).toMatchObject({ refusal: { fault: 'seed' } });
  });
  test('how long ago', () => {
    const wall = run.entries.at(-1)?.wall ?? 0;
    expect(verify(wire(run), { ...nothingKnown, elapsed: wall })).toMatchObject({ ok: true });
    expect(verify(wire(run), { ...nothingKnown, elapsed: wall / 2 })).toMatchObject({
      refusal: { fault: 'too-short' },
    });
  });
  test('what it has taken: a copy has the same name, whatever it claims', () => {
    const taken = new Set([runName(run)]);
    const known = { ...nothingKnown, isCopy: (one: Run) => taken.has(runName(one)) };
    expect(verify(wire({ ...run, claim: { ...run.claim, points: 1 } }), known)).toMatchObject({
      refusal: { fault: 'copy' },
    });
    expect(verify(wire(honest('est-04-full-3whs', 10)), known)).toMatchObject({ ok: true });
  });
});

test.each([null, 7, 'run', [], {}, { format: 1 }, { ...honest('est-01-first-syn', 1), entries: [null] }])(
  'whatever it is, it is answered: %#',
  (found) => {
    expect(verify(found)).toMatchObject({ ok: false, refusal: { fault: 'form' } });
  },
);

test('every reason is a sentence in both languages', () => {
  for (const fault of runFaults) {
    for (const locale of ['en', 'zh-CN'] as const) {
      expect(sayRefusal({ fault, at: 3, field: 'x' }, locale)).toMatch(locale === 'en' ? /\.$/ : /。$/);
    }
  }
  expect(Object.keys(runTexts.en)).toEqual([...runFaults]);
  expect(sayRefusal({ fault: 'too-fast', at: 3, field: '' }, 'en')).toContain('Entry 4');
});
