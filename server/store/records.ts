/** What the store keeps, as JSON, and the schemas by which it is read back. */
import * as v from 'valibot';
import { clocks, type Command, type WholeLife } from '../../shared/game/command.ts';
import { roles } from '../../shared/game/role.ts';
import { weathers } from '../../shared/net/weather.ts';
import { locales } from '../../shared/protocol/locale.ts';
import { Setup, StoredCommand } from '../../shared/protocol/recording.ts';

/** A connection: the node that has it, and its name there. */
const Line = v.strictObject({ node: v.string(), id: v.string() });

/** A player's end, as rooms had it before secrets were changed at each use, and since. */
const Human = v.pipe(
  v.strictObject({
    keeper: v.literal('human'),
    seat: v.string(),
    hash: v.optional(v.string()),
    lock: v.optional(
      v.strictObject({ used: v.nullable(v.string()), issued: v.pipe(v.array(v.string()), v.readonly()) }),
    ),
    /** The newest connection that took the seat; null: none holds it. */
    line: v.optional(v.nullable(Line), null),
  }),
  v.transform(({ hash, lock = { used: null, issued: hash === undefined ? [] : [hash] }, ...rest }) => ({
    ...rest,
    lock,
  })),
);

const End = v.variant('keeper', [
  Human,
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
  /** Seconds after which the bot plays for a player who is away; null: never. */
  standIn: v.optional(v.nullable(v.number()), null),
});

export type StoredLine = Readonly<v.InferOutput<typeof Line>>;
export type StoredEnd = Readonly<v.InferOutput<typeof End>>;
export type StoredRoom = Readonly<v.InferOutput<typeof RoomRecord>>;

/** Each throws where the store is damaged: that is no answer to a player, but an error of ours. */
export const readRoom = (json: string): StoredRoom => v.parse(RoomRecord, JSON.parse(json));
export const readSetup = (json: string): WholeLife => v.parse(Setup, JSON.parse(json));
export const readCommand = (json: string): Command => v.parse(StoredCommand, JSON.parse(json));
