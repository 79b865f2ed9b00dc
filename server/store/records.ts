/** What the store keeps, as JSON, and the schemas by which it is read back. */
import * as v from 'valibot';
import { clocks, type Command, judgings, type WholeLife } from '../../shared/game/command.ts';
import { keepers, roles } from '../../shared/game/role.ts';
import { weathers } from '../../shared/net/weather.ts';
import { locales } from '../../shared/protocol/locale.ts';
import { Move } from '../../shared/protocol/request.ts';

const End = v.variant('keeper', [
  /** `hash` is the hash of the seat's secret. */
  v.strictObject({ keeper: v.literal('human'), seat: v.string(), hash: v.string() }),
  v.strictObject({ keeper: v.literal('bot') }),
  v.strictObject({ keeper: v.literal('nobody') }),
]);

const RoomRecord = v.strictObject({
  code: v.string(),
  weather: v.picklist(weathers),
  clock: v.picklist(clocks),
  locale: v.picklist(locales),
  ends: v.strictObject({ client: End, server: End }),
  match: v.string(),
  /** The match before this one; null in the first. */
  before: v.nullable(v.string()),
  rematch: v.array(v.picklist(roles)),
});

const keeper = v.picklist(keepers);
const SetupRecord = v.strictObject({
  scenario: v.literal('whole-life'),
  /** Before rules were numbered, a setup had none. */
  rules: v.optional(v.number(), 0),
  seed: v.number(),
  weather: v.picklist(weathers),
  clock: v.picklist(clocks),
  /** Before a match could be free, a setup had none. */
  judging: v.optional(v.picklist(judgings), 'strict'),
  closer: v.picklist(roles),
  keepers: v.strictObject({ client: keeper, server: keeper }),
  texts: v.strictObject({ client: v.string(), server: v.string() }),
});

const at = v.number();
const role = v.picklist(roles);
const CommandRecord = v.variant('type', [
  v.strictObject({ type: v.literal('start'), at }),
  v.strictObject({ type: v.literal('advance'), at }),
  v.strictObject({ type: v.literal('move'), at, role, move: Move }),
  v.strictObject({ type: v.literal('occupy'), at, role, keeper }),
]);

export type StoredEnd = Readonly<v.InferOutput<typeof End>>;
export type StoredRoom = Readonly<v.InferOutput<typeof RoomRecord>>;

/** Each throws where the store is damaged: that is no answer to a player, but an error of ours. */
export const readRoom = (json: string): StoredRoom => v.parse(RoomRecord, JSON.parse(json));
export const readSetup = (json: string): WholeLife => v.parse(SetupRecord, JSON.parse(json));
export const readCommand = (json: string): Command => v.parse(CommandRecord, JSON.parse(json));
