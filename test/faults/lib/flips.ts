/**
 * A store is damaged, one bit at a time, and read again: its file, or the write-ahead log that a killed process left.
 * Each flip must be found (by a refusal to open, by a room that says that it is damaged, by a report) or harmless:
 * everything reads as it did before, can be written on, and reads as it should after that.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawSetup } from '../../../shared/game/setup.ts';
import { isDamage } from '../../../server/store/chain.ts';
import type { NewRun } from '../../../server/store/runStore.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Head, NewRoom, Store } from '../../../server/store/store.ts';

export interface Sample {
  readonly file: Buffer;
  readonly wal: Buffer;
  readonly codes: readonly string[];
  /** What everything reads as. */
  readonly content: Content;
}

/** By code: the room with its whole match as JSON, or that it is damaged. */
interface Content {
  readonly rooms: ReadonlyMap<string, string>;
  readonly rest: string;
}

export type Outcome =
  | { readonly type: 'refused'; readonly why: string }
  | { readonly type: 'found'; readonly damaged: readonly string[]; readonly reports: number }
  | { readonly type: 'harmless' }
  | { readonly type: 'silent'; readonly what: string };

const DAMAGED = 'damaged';
const levels = ['est-01-syn', 'est-02-syn-ack', 'est-03-third-ack'];

/** The store of a server that was killed: so many rooms, each with a match that was played for a while, and boards. */
export async function makeSample(rooms: number): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'ackward-sample-'));
  const path = join(folder, 'rooms.db');
  const codes = Array.from({ length: rooms }, (_, n) => `R${String(n).padStart(5, 'X')}`);
  const store = openSqlite({ file: path });
  for (const [n, code] of codes.entries()) await playRoom(store, code, n);
  for (const level of levels) for (let n = 0; n < 12; n += 1) await store.takeRun(run(level, n));
  await store.attemptKey();
  await store.close();
  const again = openSqlite({ file: path });
  for (const code of codes.slice(0, 5)) await grow(again, code, 3);
  const [file, wal] = [readFileSync(path), readFileSync(`${path}-wal`)];
  const content = await contentOf(again, codes);
  await again.close();
  rmSync(folder, { recursive: true, force: true });
  return { file, wal, codes, content };
}

async function playRoom(store: Store, code: string, n: number): Promise<void> {
  await store.saveRoom(room(code, 1, n));
  if (n % 3 === 0) await store.saveRoom({ ...room(code, 2, n), match: null });
  await grow(store, code, 4 + (n % 9));
}

/** So many commands more. */
async function grow(store: Store, code: string, count: number): Promise<void> {
  const log = { room: code, match: `match-of-${code}` };
  const stored = await store.match(log);
  let last: Head | undefined = stored?.entries.at(-1) ?? stored?.start;
  for (let n = 0; last !== undefined && n < count; n += 1) {
    const version = last.version + 1;
    const by = version % 2 === 0 ? { seat: 'seat', id: `command-${version}` } : null;
    const command = { type: 'move', at: version, role: 'client', move: { type: 'wait' } } as const;
    const appended = await store.append(log, { version, command, by }, last);
    last = appended.type === 'appended' ? appended.entry : undefined;
  }
}

function room(code: string, revision: number, n: number): NewRoom {
  const setup = drawSetup({
    seed: n,
    weather: 'lossy',
    clock: 'study',
    judging: 'strict',
    closer: 'client',
    keepers: { client: 'human', server: 'human' },
    locale: n % 2 === 0 ? 'en' : 'zh-CN',
  });
  const lock = { used: `used-${n}`, issued: [`issued-${n}`] };
  const human = { keeper: 'human', seat: `seat-${n}`, lock, line: null } as const;
  return {
    room: {
      code,
      weather: 'lossy',
      clock: 'study',
      locale: 'en',
      ends: { client: human, server: { keeper: 'nobody' } },
      match: `match-of-${code}`,
      before: null,
      rematch: [],
      standIn: 60,
    },
    revision,
    match: { id: `match-of-${code}`, setup },
    at: 1_700_000_000_000 + n,
  };
}

const run = (level: string, n: number): NewRun => ({
  level,
  version: 1,
  player: `player-${n}`,
  nickname: `Name ${n}`,
  stars: 3,
  points: 1000 + n,
  thinking: 5000.25,
  seed: n,
  log: [['start', 0]],
  attempt: `attempt-${level}-${n}`,
  digest: `digest-${level}-${n}`,
  at: 1_700_000_000_000,
});

async function contentOf(store: Store, codes: readonly string[]): Promise<Content> {
  const rooms = new Map<string, string>();
  for (const code of codes) rooms.set(code, await readRoom(store, code));
  const boards = await Promise.all(levels.map((level) => store.board({ level, version: 1, since: 0 }, 100)));
  return { rooms, rest: JSON.stringify([boards, await store.attemptKey()]) };
}

async function readRoom(store: Store, code: string): Promise<string> {
  try {
    const found = await store.room(code);
    if (found === null) return 'gone';
    const match = await store.match({ room: code, match: found.room.match });
    // Whoever opens the room takes that for damage (`loadGame`).
    return match === null ? DAMAGED : JSON.stringify([found, match]);
  } catch (error) {
    if (isDamage(error)) return DAMAGED;
    throw error;
  }
}

export const bitsOf = ({ file, wal }: Sample): number => 8 * (file.length + wal.length);

/** What comes of one flipped bit: first those of the file, then those of the log. */
export async function flip(sample: Sample, bit: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'ackward-flip-'));
  const path = join(folder, 'rooms.db');
  const octets = Buffer.concat([sample.file, sample.wal]);
  octets[bit >> 3] = (octets[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  writeFileSync(path, octets.subarray(0, sample.file.length));
  writeFileSync(`${path}-wal`, octets.subarray(sample.file.length));
  let reports = 0;
  const open = (): Store => openSqlite({ file: path, report: () => (reports += 1) });
  try {
    const store = open();
    const isInLog = bit >> 3 >= sample.file.length;
    const after = await contentOf(store, sample.codes);
    const outcome: Outcome = isInLog && reports > 0 ? found([], reports) : compare(sample.content, after, reports);
    if (outcome.type === 'harmless') for (const code of sample.codes.slice(0, 3)) await grow(store, code, 1);
    await store.close();
    return outcome.type === 'harmless' ? await readOn(open(), sample) : outcome;
  } catch (error) {
    return { type: 'refused', why: error instanceof Error ? error.message : String(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const found = (damaged: readonly string[], reports: number): Outcome => ({ type: 'found', damaged, reports });

function compare(before: Content, after: Content, reports: number): Outcome {
  const other = [...before.rooms].filter(([code, was]) => after.rooms.get(code) !== was).map(([code]) => code);
  const silent = other.find((code) => after.rooms.get(code) !== DAMAGED);
  if (silent !== undefined) return { type: 'silent', what: `room ${silent}: ${after.rooms.get(silent)}` };
  if (after.rest !== before.rest && reports === 0) return { type: 'silent', what: `boards: ${after.rest}` };
  return other.length > 0 || reports > 0 ? found(other, reports) : { type: 'harmless' };
}

/** What seemed harmless was written on: that changed the rooms that were meant, and nothing else. */
async function readOn(store: Store, { codes, content }: Sample): Promise<Outcome> {
  try {
    const after = await contentOf(store, codes);
    const changed = codes.filter((code) => after.rooms.get(code) !== content.rooms.get(code));
    const isWell = changed.join() === codes.slice(0, 3).join() && after.rest === content.rest;
    const lost = codes.some((code) => after.rooms.get(code) === DAMAGED);
    return isWell && !lost ? { type: 'harmless' } : { type: 'silent', what: `after writing: ${changed.join()}` };
  } finally {
    await store.close();
  }
}
