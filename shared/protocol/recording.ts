/**
 * A whole match to be looked at again, as it leaves the page: in a link, in a file, or from the server by its id.
 * It comes from strangers, so it is parsed like a message, and whatever is wrong with it is one answer: null.
 */
import * as v from 'valibot';
import { type Film, filmOf } from '../game/film.ts';
import { clocks, type Command, judgings, seatChanges, type WholeLife } from '../game/command.ts';
import { initial } from '../game/match.ts';
import { keepers, roles } from '../game/role.ts';
import { RULES } from '../game/rules.ts';
import { beginAttempt } from '../levels/attempt.ts';
import { levelOf } from '../levels/catalogue.ts';
import { courseOf } from '../levels/course.ts';
import { numbered } from '../levels/plan.ts';
import { weathers } from '../net/weather.ts';
import { unpackLog } from './log.ts';
import { LogSchema, Move } from './request.ts';

const u32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
const at = v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const role = v.picklist(roles);
const keeper = v.picklist(keepers);
const text = v.pipe(v.string(), v.maxLength(500));

export const Setup = v.strictObject({
  scenario: v.literal('whole-life'),
  /** Before rules were numbered, a setup had none. */
  rules: v.optional(u32, 0),
  seed: u32,
  weather: v.picklist(weathers),
  clock: v.picklist(clocks),
  /** Before a match could be free, a setup had none. */
  judging: v.optional(v.picklist(judgings), 'strict'),
  closer: role,
  keepers: v.strictObject({ client: keeper, server: keeper }),
  texts: v.strictObject({ client: text, server: text }),
});

export const StoredCommand = v.variant('type', [
  v.strictObject({ type: v.literal('start'), at }),
  v.strictObject({ type: v.literal('advance'), at }),
  v.strictObject({ type: v.literal('move'), at, role, move: Move }),
  v.strictObject({ type: v.literal('seat'), at, role, to: v.picklist(seatChanges) }),
  v.strictObject({ type: v.literal('occupy'), at, role, keeper }),
]);

/** More commands than this no match of people has. */
const mostCommands = 5000;

export const Recording = v.variant('kind', [
  v.strictObject({
    kind: v.literal('match'),
    setup: Setup,
    commands: v.pipe(v.array(StoredCommand), v.maxLength(mostCommands), v.readonly()),
  }),
  v.strictObject({
    kind: v.literal('level'),
    level: v.string(),
    version: u32,
    rules: u32,
    seed: u32,
    /** A second attempt, or a sandbox; left out: the level as it is written. */
    variant: v.optional(v.nullable(v.string()), null),
    judging: v.optional(v.picklist(judgings), 'strict'),
    log: LogSchema,
  }),
]);
export type Recording = Readonly<v.InferOutput<typeof Recording>>;

export const recordingOf = (setup: WholeLife, commands: readonly Command[]): Recording => ({
  kind: 'match',
  setup,
  commands,
});

export type Reel =
  | { readonly type: 'film'; readonly film: Film }
  /** Its rules, or its level, have changed since: it would show another match. */
  | { readonly type: 'outdated' }
  | { readonly type: 'damaged' };

/** The match that `json` (parsed JSON from anywhere) records. Never throws. */
export function developed(json: unknown): Reel {
  const read = v.safeParse(Recording, json);
  if (!read.success) return { type: 'damaged' };
  const recording = read.output;
  const rules = recording.kind === 'match' ? recording.setup.rules : recording.rules;
  if (rules !== RULES) return { type: 'outdated' };
  try {
    return recording.kind === 'match'
      ? { type: 'film', film: filmOf(initial(recording.setup), recording.commands) }
      : filmOfLevel(recording);
  } catch {
    // A log that no match has can lead the fold anywhere; what it threw helps nobody who opened a link.
    return { type: 'damaged' };
  }
}

function filmOfLevel({ level: id, version, seed, log, ...way }: Recording & { readonly kind: 'level' }): Reel {
  const plain = levelOf(id);
  if (plain === null || plain.version !== version) return { type: 'outdated' };
  const course = courseOf(numbered(plain, seed), way.variant);
  if (course === null) return { type: 'damaged' };
  const commands = unpackLog(log).flatMap((entry) => (entry.type === 'command' ? [entry.command] : []));
  return { type: 'film', film: filmOf(beginAttempt(course, seed, way.judging).match, commands) };
}
