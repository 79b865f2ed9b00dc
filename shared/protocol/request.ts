/**
 * What a client may send. Each message is an event with one argument and an acknowledgement callback; each is
 * parsed here before anything touches it, and answered with `Answer` or a `Refusal`.
 */
import * as v from 'valibot';
import { clocks } from '../game/command.ts';
import { roles } from '../game/role.ts';
import { weathers } from '../net/weather.ts';
import { flagNames } from '../tcp/segment.ts';
import { codeAlphabet, codeLength } from './code.ts';
import { locales } from './locale.ts';

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

/** One schema for each event. */
export const requests = {
  /** Opens a room and takes a seat in it. */
  create: v.strictObject({
    opponent: v.picklist(['bot', 'friend']),
    role: drawn,
    closer: drawn,
    weather: v.picklist(weathers),
    clock: v.picklist(clocks),
    locale: v.picklist(locales),
  }),
  /** Takes the empty seat of a room. */
  join: v.strictObject({ code }),
  /** Takes the own seat again after a reload or a lost connection. */
  resume: v.strictObject({ code, secret }),
  /** A move. `id` is made by the client: asking again with the same id does nothing twice. */
  command: v.strictObject({ id, match: id, basedOn: u32, role: v.picklist(roles), move: Move }),
  /** Asks for a rematch with swapped roles; it begins when both have asked (a bot always agrees). */
  rematch: v.strictObject({ match: id }),
  /** Gives the seat up. */
  leave: v.strictObject({}),
} as const;

export type RequestName = keyof typeof requests;
export type Request<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]>;
