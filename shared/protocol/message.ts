/**
 * Schemas of everything that the server sends. Strict: a field that is not named here leaves the server in no
 * message. Browsers trust their server and do not parse; tests and other programs do.
 */
import * as v from 'valibot';
import { clocks, judgings } from '../game/command.ts';
import { keepers } from '../game/role.ts';
import { weathers } from '../net/weather.ts';
import { states } from '../tcp/state.ts';
import { type RefusalCode, refusals } from './refusal.ts';
import { codeAlphabet, codeLength } from './code.ts';
import { id, stars } from './request.ts';
import { AppCall, Header, PayloadRef, Told, Verdict, count, instant, listOf, role, timer, u32 } from './told.ts';
import { Recording } from './recording.ts';

const keeper = v.picklist(keepers);
const number = v.nullable(u32);

const FlightView = v.strictObject({
  id: count,
  from: role,
  header: Header,
  sentAt: instant,
  delay: instant,
  copyOf: v.nullable(count),
});

const TcbView = v.strictObject({
  state: v.picklist(states),
  iss: number,
  sndUna: number,
  sndNxt: number,
  sndWnd: number,
  irs: number,
  rcvNxt: number,
  rcvWnd: number,
});

const Trigger = v.variant('type', [
  v.strictObject({ type: v.literal('arrived'), flight: count, header: Header }),
  v.strictObject({ type: v.literal('called'), call: AppCall }),
  v.strictObject({ type: v.literal('expired'), timer }),
  v.strictObject({ type: v.literal('standstill') }),
]);

const EndView = v.strictObject({
  role,
  tcb: TcbView,
  timers: listOf(v.strictObject({ timer, startedAt: instant, at: instant, expired: v.boolean() })),
  decision: listOf(Trigger),
  calls: listOf(v.strictObject({ ...AppCall.entries, at: instant, done: v.boolean() })),
  payloads: listOf(v.strictObject({ ...PayloadRef.entries, text: v.string(), seq: u32, unsent: v.boolean() })),
  received: v.string(),
  refused: count,
});

const deciding = v.strictObject({ keeper, deciding: v.boolean() });
export const View = v.strictObject({
  role: v.nullable(role),
  phase: v.picklist(['waiting', 'playing', 'finished']),
  now: instant,
  clock: v.picklist(clocks),
  judging: v.picklist(judgings),
  weather: v.picklist(weathers),
  pace: v.picklist(['standing', 'sailing', 'idle']),
  ends: v.strictObject({ client: deciding, server: deciding }),
  flights: listOf(FlightView),
  own: v.nullable(EndView),
  peer: v.nullable(EndView),
});

const code = v.pipe(v.string(), v.regex(new RegExp(`^[${codeAlphabet}]{${codeLength}}$`)));
const end = v.strictObject({
  keeper: v.picklist([...keepers, 'nobody']),
  present: v.boolean(),
  standIn: v.boolean(),
});
const room = v.strictObject({
  code,
  ends: v.strictObject({ client: end, server: end }),
  rematch: listOf(role),
  standIn: v.nullable(count),
});

const standing = { match: id, version: count, rate: v.pipe(v.number(), v.minValue(0)), view: View };
const snapshot = { ...standing, history: listOf(Told), room };
const entered = v.strictObject({
  ok: v.literal(true),
  code,
  secret: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  ...snapshot,
});
const frame = v.strictObject({ rate: standing.rate, view: View, events: listOf(Told) });
const done = v.strictObject({ ok: v.literal(true) });

const ranked = v.strictObject({
  place: v.pipe(v.number(), v.integer(), v.minValue(1)),
  nickname: v.string(),
  stars,
  points: v.pipe(v.number(), v.minValue(0)),
  thinking: instant,
});
const own = v.nullable(ranked);

export const Refusal = v.strictObject({
  ok: v.literal(false),
  code: v.custom<RefusalCode>((name) => typeof name === 'string' && Object.hasOwn(refusals, name)),
  message: v.string(),
});

/** One schema for the good answer to each request; `Refusal` is the other one. */
export const answers = {
  create: entered,
  join: entered,
  resume: entered,
  command: v.strictObject({ ok: v.literal(true), version: count, verdict: v.nullable(Verdict) }),
  ghost: v.strictObject({ ok: v.literal(true), frames: v.pipe(listOf(frame), v.maxLength(100)) }),
  rematch: done,
  recording: v.strictObject({ ok: v.literal(true), recording: Recording }),
  leave: done,
  attempt: v.strictObject({ ok: v.literal(true), attempt: id, seed: u32, nickname: v.string() }),
  run: v.strictObject({ ok: v.literal(true), best: v.boolean(), own }),
  board: v.strictObject({ ok: v.literal(true), runs: v.pipe(listOf(ranked), v.maxLength(20)), own }),
  rename: v.strictObject({ ok: v.literal(true), nickname: v.string() }),
  forget: v.strictObject({ ok: v.literal(true), runs: count }),
} as const;

/** What comes with each event of the server; null: nothing. */
export const messages = {
  update: v.strictObject({ ...standing, events: listOf(Told) }),
  snapshot: v.strictObject(snapshot),
  room,
  superseded: null,
  refused: Refusal,
  closing: null,
} as const;
