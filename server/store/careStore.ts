/**
 * What becomes of what nobody uses: a room that rests lies in the archive, whole and packed, and comes back when
 * somebody asks for it; what is too old is deleted.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { damage, sumOf } from './chain.ts';
import { ask, fits, number, type Row, type Script, text, textOrNull, type Value } from './script.ts';
import type { Tables } from './tables.ts';

export interface Dropped {
  readonly rooms: number;
  readonly runs: number;
}

export interface CareStore {
  /** Codes after `after` in their order, of rooms that nobody has entered or left since `before`; at most `most`. */
  readonly oldRooms: (before: number, after: string, most: number) => Promise<readonly string[]>;
  /** Packs a room, its matches and their logs away. false: it has another revision by now, or is not there. */
  readonly archive: (code: string, revision: number) => Promise<boolean>;
  /** Deletes archived rooms, runs and used attempts from before that instant, in milliseconds since 1970. */
  readonly dropOld: (before: number) => Promise<Dropped>;
}

/** `wake` brings a room back from the archive; false: it is not there. */
export function careIn(tables: Pick<Tables, 'look' | 'change'>): CareStore & {
  readonly wake: (code: string) => Promise<boolean>;
} {
  return {
    oldRooms: (before, after, most) => tables.look(() => readOld(before, after, most)),
    archive: (code, revision) => tables.change(() => archive(code, revision)),
    dropOld: (before) => tables.change(() => dropOld(before)),
    async wake(code) {
      const packed = await tables.look(() => readPacked(code));
      if (packed === null) return false;
      // Damage is found here, outside of any transaction.
      const parcel = unpack(packed);
      await tables.change(() => putBack(packed, parcel));
      return true;
    },
  };
}

const columns = {
  room: ['code', 'revision', 'match', 'body', 'sum', 'at'],
  match: ['id', 'room', 'version', 'hash'],
  command: ['match', 'version', 'room', 'body', 'seat', 'id', 'hash'],
} as const;
type Table = keyof typeof columns;
const tablesOf = Object.keys(columns) as readonly Table[];

/** The rows of a room by table, each as a list of its columns. */
type Parcel = { readonly [table in Table]: readonly (readonly Value[])[] };

interface Packed {
  readonly code: string;
  /** The parcel as JSON, gzip, base64. */
  readonly body: string;
  readonly sum: string;
  readonly at: number;
}

const sumOfPacked = ({ code, body, at }: Omit<Packed, 'sum'>): string => sumOf('archive', code, body, at);

/** The row is what was written. */
export const isSoundParcel = (row: Row): boolean =>
  fits(row, () => sumOfPacked({ code: text(row, 'code'), body: text(row, 'body'), at: number(row, 'at') }));

function* readOld(before: number, after: string, most: number): Script<readonly string[]> {
  const rows = yield ask('select code from room where at < ? and code > ? order by code limit ?', before, after, most);
  return rows.map((row) => text(row, 'code'));
}

const take = (table: Table, where: string, ...values: readonly Value[]) =>
  ask(`delete from ${table} where ${where} returning ${columns[table].join(', ')}`, ...values);

const listed = (table: Table, rows: readonly Row[]) =>
  rows.map((row) => columns[table].map((name) => valueOf(row, name)));

function* archive(code: string, revision: number): Script<boolean> {
  const rooms = yield take('room', 'code = ? and revision = ?', code, revision);
  const [room] = rooms;
  if (room === undefined) return false;
  const matches = yield take('match', 'room = ?', code);
  const commands: Row[] = [];
  for (const match of matches) commands.push(...(yield take('command', 'match = ?', text(match, 'id'))));
  const parcel = { room: listed('room', rooms), match: listed('match', matches), command: listed('command', commands) };
  const packed = { code, body: gzipSync(JSON.stringify(parcel)).toString('base64'), at: number(room, 'at') };
  const { body, at } = packed;
  yield ask('insert into archive (code, body, sum, at) values (?, ?, ?, ?)', code, body, sumOfPacked(packed), at);
  return true;
}

const valueOf = (row: Row, column: string): Value =>
  typeof row[column] === 'number' ? row[column] : textOrNull(row, column);

function* readPacked(code: string): Script<Packed | null> {
  const [row] = yield ask('select body, sum, at from archive where code = ?', code);
  return row === undefined ? null : { code, body: text(row, 'body'), sum: text(row, 'sum'), at: number(row, 'at') };
}

/** Its rows have sums and hashes of their own, which are looked at when they are read. */
function unpack(packed: Packed): Parcel {
  if (packed.sum !== sumOfPacked(packed)) throw damage(packed.code, `the archive of room ${packed.code}`);
  return JSON.parse(gunzipSync(Buffer.from(packed.body, 'base64')).toString()) as Parcel;
}

/** Once: another process may have been first. */
function* putBack({ code, sum }: Packed, parcel: Parcel): Script<void> {
  const taken = yield ask('delete from archive where code = ? and sum = ? returning code', code, sum);
  if (taken.length === 0) return;
  for (const table of tablesOf) {
    const places = columns[table].map(() => '?').join(', ');
    const sql = `insert into ${table} (${columns[table].join(', ')}) values (${places})`;
    for (const row of parcel[table]) yield ask(sql, ...row);
  }
}

function* dropOld(before: number): Script<Dropped> {
  const rooms = yield ask('delete from archive where at < ? returning code', before);
  const runs = yield ask('delete from run where at < ? returning n', before);
  yield ask('delete from taken where at < ?', before);
  return { rooms: rooms.length, runs: runs.length };
}
