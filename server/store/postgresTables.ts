/**
 * Rooms and logs in PostgreSQL. Each function is one statement for a whole batch, so it is one round trip and one
 * transaction, and no row stays locked while this process does something else (or stands still). Rows are locked in
 * the order of their keys, so that two nodes never wait for each other.
 */
import { logFrom, linkFrom, roomFrom } from './roomScripts.ts';
import { type Row, text } from './script.ts';
import type { Append, AppendOutcome, LogRows, MatchRow, RoomRow } from './tables.ts';

/** Runs one statement with `$1`, `$2` ... in it. Arrays are arrays of PostgreSQL. */
export type Query = (sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

const column = <T>(rows: readonly T[], read: (row: T) => unknown): readonly unknown[] => rows.map(read);

const APPEND = `
  with wanted as (
    select * from unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
      as w (room, match, version, body, seat, id, hash, before)),
  locked as (select id from match where id = any ($2) order by id for update),
  before as (
    select w.match as wanted, c.match, c.version, c.body, c.seat, c.id, c.hash
    from wanted w join command c on c.room = w.room and c.seat = w.seat and c.id = w.id),
  moved as (
    update match m set version = w.version, hash = w.hash from wanted w join locked l on l.id = w.match
    where m.id = w.match and m.version = w.version - 1 and m.hash = w.before
      and not exists (select from before b where b.wanted = w.match)
    returning m.id),
  kept as (
    insert into command (match, version, room, body, seat, id, hash)
    select w.match, w.version, w.room, w.body, w.seat, w.id, w.hash from wanted w join moved on moved.id = w.match)
  select w.match as wanted, moved.id is not null as moved, b.match, b.version, b.body, b.seat, b.id, b.hash
  from wanted w left join moved on moved.id = w.match left join before b on b.wanted = w.match`;

export async function appendAll(query: Query, batch: readonly Append[]): Promise<readonly AppendOutcome[]> {
  const rows = await query(APPEND, [
    column(batch, (one) => one.room),
    column(batch, (one) => one.match),
    column(batch, (one) => one.link.version),
    column(batch, (one) => one.link.body),
    column(batch, (one) => one.link.seat),
    column(batch, (one) => one.link.id),
    column(batch, (one) => one.link.hash),
    column(batch, (one) => one.before),
  ]);
  const byMatch = new Map(rows.map((row) => [text(row, 'wanted'), row]));
  return batch.map((one) => outcomeOf(byMatch.get(one.match)));
}

function outcomeOf(row: Row | undefined): AppendOutcome {
  if (row?.['moved'] === true) return { type: 'appended' };
  if (row === undefined || row['match'] === null) return { type: 'conflict' };
  return { type: 'repeated', match: text(row, 'match'), link: linkFrom(row) };
}

export interface Save {
  readonly room: RoomRow;
  readonly match: MatchRow | null;
}

const SAVE = `
  with wanted as (
    select * from unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::double precision[])
      as w (code, revision, match, body, sum, at)),
  locked as (select code from room where code = any ($1) order by code for update),
  made as (
    insert into room (code, revision, match, body, sum, at)
    select * from wanted where revision = 1 order by code on conflict do nothing returning code),
  changed as (
    update room r set revision = w.revision, match = w.match, body = w.body, sum = w.sum, at = w.at
    from wanted w join locked l on l.code = w.code
    where r.code = w.code and r.revision = w.revision - 1 and w.revision > 1
    returning r.code),
  saved as (select code from made union all select code from changed),
  begun as (
    select m.* from unnest($7::text[], $8::text[], $9::text[], $10::text[]) as m (id, room, setup, hash)
    join saved on saved.code = m.room),
  matches as (insert into match (id, room, version, hash) select id, room, 0, hash from begun),
  setups as (
    insert into command (match, version, room, body, seat, id, hash)
    select id, 0, room, setup, null, null, hash from begun)
  select code from saved`;

/** Which of the batch were saved. */
export async function saveAll(query: Query, batch: readonly Save[]): Promise<readonly boolean[]> {
  const rooms = batch.map(({ room }) => room);
  const matches = batch.flatMap(({ match }) => match ?? []);
  const rows = await query(SAVE, [
    column(rooms, (one) => one.code),
    column(rooms, (one) => one.revision),
    column(rooms, (one) => one.match),
    column(rooms, (one) => one.body),
    column(rooms, (one) => one.sum),
    column(rooms, (one) => one.at),
    column(matches, (one) => one.id),
    column(matches, (one) => one.room),
    column(matches, (one) => one.setup.body),
    column(matches, (one) => one.setup.hash),
  ]);
  const saved = new Set(rows.map((row) => text(row, 'code')));
  return rooms.map((one) => saved.has(one.code));
}

const ROOMS = `
  select w.code as wanted, r.code, r.revision, r.match, r.body, r.sum, r.at,
    r.code is null and exists (select from match m where m.room = w.code) as lost
  from unnest($1::text[]) as w (code) left join room r on r.code = w.code`;

/** `null` inside a record, because a batch has an answer to each question. */
export interface RoomFound {
  readonly room: RoomRow | 'lost' | null;
}

export async function readRooms(query: Query, codes: readonly string[]): Promise<readonly RoomFound[]> {
  const rows = new Map((await query(ROOMS, [codes])).map((row) => [text(row, 'wanted'), row]));
  return codes.map((code) => {
    const row = rows.get(code);
    if (row === undefined || row['code'] === null) return { room: row?.['lost'] === true ? 'lost' : null };
    return { room: roomFrom(row) };
  });
}

export interface LogWanted {
  readonly match: string;
  readonly from: number;
}

export interface LogFound {
  readonly log: LogRows | null;
}

const LOGS = `
  select w.match as wanted, m.room as of_room, m.version as head, m.hash as head_hash,
    c.version, c.body, c.seat, c.id, c.hash
  from unnest($1::text[], $2::integer[]) as w (match, first) join match m on m.id = w.match
  left join command c on c.match = m.id and c.version >= w.first order by w.match, c.version`;

export async function readLogs(query: Query, wanted: readonly LogWanted[]): Promise<readonly LogFound[]> {
  const rows = await query(LOGS, [column(wanted, (one) => one.match), column(wanted, (one) => one.from)]);
  const byMatch = Map.groupBy(rows, (row) => text(row, 'wanted'));
  return wanted.map(({ match }) => ({ log: logFrom(byMatch.get(match) ?? []) }));
}

export const HEADS = `
  select r.code, r.revision, r.match, m.version from room r left join match m on m.id = r.match
  where r.code = any ($1)`;
