/**
 * What a client may send. Each message is an event with one argument and an acknowledgement callback; each is
 * parsed here before anything touches it, and answered with `Answer` or a `Refusal`.
 */
import * as v from 'valibot';
import { clocks, judgings } from '../game/command.ts';
import { roles } from '../game/role.ts';
import { weathers } from '../net/weather.ts';
import { hintSteps } from '../levels/attempt.ts';
import { longestWall } from '../levels/run.ts';
import { parts } from '../lessons/lab/labs.ts';
import { longestAnswer } from '../lessons/lab/run.ts';
import { flagNames } from '../tcp/segment.ts';
import { codeAlphabet, codeLength } from './code.ts';
import { locales } from './locale.ts';
import type { LabLog } from './labLog.ts';
import type { Log } from './log.ts';

/** At most this many octets in one move's payload. */
export const payloadLimit = 1460;

const u32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
const drawn = v.picklist(['any', ...roles]);

/** A room code as people type it: lower case, spaces and dashes are forgiven. */
const code = v.pipe(
  v.string(),
  v.maxLength(32),
  v.transform((typed) => typed.replaceAll(/[\s-]/g, '').toUpperCase()),
  v.regex(new RegExp(`^[${codeAlphabet}]{${codeLength}}$`)),
);
const secret = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
/** A ping takes up to 7 seconds to show that a line is dead; who is gone for that long is hardly away. */
const standIn = v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(3600));
export const defaultStandIn = 60;
const level = v.pipe(v.string(), v.maxLength(64));
export const id = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));

export const Move = v.variant('type', [
  v.strictObject({ type: v.literal('wait') }),
  v.strictObject({
    type: v.literal('send'),
    flags: v.pipe(
      v.array(v.picklist(flagNames)),
      v.maxLength(flagNames.length),
      v.check((flags) => new Set(flags).size === flags.length, 'a flag twice'),
      v.readonly(),
    ),
    seq: u32,
    ack: v.nullable(u32),
    payload: v.nullable(
      v.strictObject({
        offset: u32,
        length: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(payloadLimit)),
      }),
    ),
  }),
]);

const instant = v.pipe(v.number(), v.minValue(0), v.maxValue(longestWall));
const role = v.picklist(roles);
const octet = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255));
const length = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
const payload = v.nullable(v.pipe(v.strictTuple([u32, length]), v.readonly()));
const LogEntry = v.union([
  v.strictTuple([v.literal('start'), instant]),
  v.strictTuple([v.literal('on'), instant, instant]),
  v.strictTuple([v.literal('wait'), instant, role]),
  v.strictTuple([v.literal('send'), instant, role, octet, u32, v.nullable(u32), payload]),
  v.strictTuple([v.literal('hint'), instant, role, v.picklist(hintSteps)]),
]);
export const LogSchema: v.GenericSchema<unknown, Log> = v.pipe(v.array(LogEntry), v.maxLength(400), v.readonly());

const typed = v.pipe(v.string(), v.maxLength(longestAnswer));
const LabLogEntry = v.union([
  v.strictTuple([v.literal('start'), instant]),
  v.strictTuple([v.literal('answer'), instant, level, typed]),
  v.strictTuple([v.literal('help'), instant, v.picklist(Object.values(parts).flat()), v.picklist(hintSteps)]),
]);
const LabLogSchema: v.GenericSchema<unknown, LabLog> = v.pipe(v.array(LabLogEntry), v.maxLength(400), v.readonly());

const upTo = (most: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(most));
export const stars = v.picklist([0, 1, 2, 3]);
const Claim = v.strictObject({
  points: upTo(1040),
  stars,
  thinking: upTo(longestWall),
  refused: v.pipe(upTo(2000), v.integer()),
  hint: v.picklist(hintSteps),
});

/** One schema for each event. */
export const requests = {
  /** Opens a room and takes a seat in it. */
  create: v.strictObject({
    opponent: v.picklist(['bot', 'friend']),
    role: drawn,
    closer: drawn,
    weather: v.picklist(weathers),
    clock: v.picklist(clocks),
    /** Left out: strict. */
    judging: v.optional(v.picklist(judgings), 'strict'),
    locale: v.picklist(locales),
    /** Seconds after which the bot plays for a player who is away; null: never. */
    standIn: v.optional(v.nullable(standIn), defaultStandIn),
  }),
  /** Takes the empty seat of a room. With a ticket, asking again is coming back: see `resume`. */
  join: v.strictObject({ code, ticket: v.optional(secret) }),
  /** Takes the own seat again after a reload or a lost connection. */
  resume: v.strictObject({ code, secret }),
  /** A move. `id` is made by the client: asking again with the same id does nothing twice. */
  command: v.strictObject({ id, match: id, basedOn: u32, role: v.picklist(roles), move: Move }),
  /** What the last refused move of this seat would have done, on a copy of the match. */
  ghost: v.strictObject({ match: id }),
  /** Asks for a rematch with swapped roles; it begins when both have asked (a bot always agrees). */
  rematch: v.strictObject({ match: id }),
  /** The whole log of a match of this room that has ended. */
  recording: v.strictObject({ match: id }),
  /** Gives the seat up. */
  leave: v.strictObject({}),
  /** The seed for one attempt at a level. */
  attempt: v.strictObject({ level }),
  /** A finished attempt. `player` is made by the browser, and kept there; null as nickname: the server draws one. */
  run: v.strictObject({
    attempt: id,
    player: secret,
    nickname: v.nullable(v.pipe(v.string(), v.maxLength(64))),
    level,
    version: u32,
    rules: u32,
    seed: u32,
    log: v.union([LogSchema, LabLogSchema]),
    claim: Claim,
  }),
  /** The best runs of a level; `player`: who asks, to be told the own place, or null. */
  board: v.strictObject({ level, player: v.nullable(secret) }),
  /** Another name for the lines of this player, on all boards; null: the server draws one. */
  rename: v.strictObject({ player: secret, nickname: v.nullable(v.pipe(v.string(), v.maxLength(64))) }),
  /** Deletes all runs of this player, and the nickname with them. */
  forget: v.strictObject({ player: secret }),
} as const;

export type RequestName = keyof typeof requests;
export type Request<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]>;
