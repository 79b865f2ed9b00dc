/** Schemas of what a match tells: events, moves and verdicts. The types are those of the game; a test holds both together. */
import * as v from 'valibot';
import { roles } from '../game/role.ts';
import { misconceptionIds } from '../judge/misconceptions.ts';
import { type ClauseId, clauses } from '../tcp/clauses.ts';
import { flagNames } from '../tcp/segment.ts';
import { signals, states, timerNames } from '../tcp/state.ts';
import { Move } from './request.ts';

export const u32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const instant = v.pipe(v.number(), v.minValue(0));
export const role = v.picklist(roles);
export const timer = v.picklist(timerNames);
export const listOf = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

const clause = v.custom<ClauseId>((id) => typeof id === 'string' && Object.hasOwn(clauses, id));
const flags = listOf(v.picklist(flagNames));

export const Header = v.strictObject({
  flags,
  seq: u32,
  ack: v.nullable(u32),
  wnd: count,
  options: v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{8}){0,10}$/)),
  len: count,
  text: v.string(),
});

export const AppCall = v.strictObject({
  call: v.picklist(['OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT']),
  text: v.string(),
  len: count,
});

export const PayloadRef = v.strictObject({ offset: count, length: count });
const SendMove = v.strictObject({
  type: v.literal('send'),
  flags,
  seq: u32,
  ack: v.nullable(u32),
  payload: v.nullable(PayloadRef),
});

/** A move that the judge names: its payload may be longer than one that a client may send. */
const NamedMove = v.variant('type', [v.strictObject({ type: v.literal('wait') }), SendMove]);

const reason = { clause, expected: listOf(NamedMove), misconceptions: listOf(v.picklist(misconceptionIds)) };
const moveType = v.picklist(['send', 'wait']);
const number = v.nullable(u32);
const payload = v.nullable(PayloadRef);
export const Verdict = v.variant('field', [
  v.strictObject({ field: v.literal('move'), given: moveType, wanted: moveType, ...reason }),
  v.strictObject({ field: v.literal('flags'), given: flags, wanted: flags, ...reason }),
  v.strictObject({ field: v.picklist(['seq', 'ack']), given: number, wanted: number, ...reason }),
  v.strictObject({ field: v.literal('payload'), given: payload, wanted: payload, ...reason }),
]);

const told = { n: count, at: instant };
const host = role;
const flight = count;
const state = v.picklist(states);
export const Told = v.variant('type', [
  v.strictObject({ ...told, type: v.literal('started') }),
  v.strictObject({
    ...told,
    type: v.literal('sent'),
    host,
    flight,
    header: Header,
    retransmission: v.boolean(),
    delay: v.number(),
    ghost: v.boolean(),
  }),
  v.strictObject({ ...told, type: v.literal('duplicated'), host, flight, copyOf: count, delay: v.number() }),
  v.strictObject({ ...told, type: v.literal('lost'), host, flight }),
  v.strictObject({ ...told, type: v.literal('arrived'), host, flight, header: Header }),
  v.strictObject({ ...told, type: v.literal('called'), host, call: AppCall }),
  v.strictObject({ ...told, type: v.literal('expired'), host, timer }),
  v.strictObject({ ...told, type: v.literal('changed'), host, from: state, to: state, clause }),
  v.strictObject({ ...told, type: v.literal('ignored'), host, flight, clause }),
  v.strictObject({ ...told, type: v.literal('delivered'), host, text: v.string(), len: count }),
  v.strictObject({ ...told, type: v.literal('signalled'), host, signal: v.picklist(signals), clause }),
  v.strictObject({ ...told, type: v.literal('waited'), host }),
  v.strictObject({ ...told, type: v.literal('refused'), host, move: Move, verdict: Verdict }),
  v.strictObject({ ...told, type: v.literal('broke'), host, move: Move, verdict: Verdict }),
  v.strictObject({ ...told, type: v.literal('late'), host, move: Move, verdict: Verdict }),
  v.strictObject({ ...told, type: v.literal('also'), host, move: Move, also: listOf(NamedMove) }),
  v.strictObject({ ...told, type: v.literal('standIn'), host, begins: v.boolean() }),
  v.strictObject({ ...told, type: v.literal('finished'), closed: v.boolean() }),
]);
