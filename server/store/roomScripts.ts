/** Rooms and logs in tables. */
import { ask, number, type Row, type Script, text, textOrNull } from './script.ts';
import type { Append, AppendOutcome, Heads, LinkRow, LogRows, MatchRow, RoomRow } from './tables.ts';

export function* readRoom(code: string): Script<RoomRow | 'lost' | null> {
  const [row] = yield ask('select code, revision, match, body, sum, at from room where code = ?', code);
  if (row !== undefined) return roomFrom(row);
  return (yield ask('select id from match where room = ? limit 1', code)).length > 0 ? 'lost' : null;
}

export const roomFrom = (row: Row): RoomRow => ({
  code: text(row, 'code'),
  revision: number(row, 'revision'),
  match: text(row, 'match'),
  body: text(row, 'body'),
  sum: text(row, 'sum'),
  at: number(row, 'at'),
});

export function* saveRoom(
  { code, revision, match: played, body, sum, at }: RoomRow,
  match: MatchRow | null,
): Script<boolean> {
  const saved =
    revision === 1
      ? yield ask(
          `insert into room (code, revision, match, body, sum, at) values (?, 1, ?, ?, ?, ?)
            on conflict do nothing returning code`,
          code,
          played,
          body,
          sum,
          at,
        )
      : yield ask(
          `update room set revision = ?, match = ?, body = ?, sum = ?, at = ? where code = ? and revision = ?
            returning code`,
          revision,
          played,
          body,
          sum,
          at,
          code,
          revision - 1,
        );
  if (saved.length === 0) return false;
  if (match !== null) {
    const { id, room, setup } = match;
    yield ask('insert into match (id, room, version, hash) values (?, ?, 0, ?)', id, room, setup.hash);
    yield keepLink(id, room, setup);
  }
  return true;
}

const keepLink = (match: string, room: string, { version, body, seat, id, hash }: LinkRow) =>
  ask(
    'insert into command (match, version, room, body, seat, id, hash) values (?, ?, ?, ?, ?, ?, ?)',
    match,
    version,
    room,
    body,
    seat,
    id,
    hash,
  );

/** Runs inside a transaction that holds the write lock: nothing comes between the looks and the insert. */
export function* append({ room, match, link, before }: Append): Script<AppendOutcome> {
  if (link.id !== null) {
    const [found] = yield ask(
      'select match, version, body, seat, id, hash from command where room = ? and seat = ? and id = ?',
      room,
      link.seat,
      link.id,
    );
    if (found !== undefined) return { type: 'repeated', match: text(found, 'match'), link: linkFrom(found) };
  }
  const moved = yield ask(
    'update match set version = ?, hash = ? where id = ? and version = ? and hash = ? returning id',
    link.version,
    link.hash,
    match,
    link.version - 1,
    before,
  );
  if (moved.length === 0) return { type: 'conflict' };
  yield keepLink(match, room, link);
  return { type: 'appended' };
}

export const linkFrom = (row: Row): LinkRow => ({
  version: number(row, 'version'),
  body: text(row, 'body'),
  seat: textOrNull(row, 'seat'),
  id: textOrNull(row, 'id'),
  hash: text(row, 'hash'),
});

/** One statement, so that head and links are of one instant. */
export function* readLog(match: string, from: number): Script<LogRows | null> {
  return logFrom(
    yield ask(
      `select m.room as of_room, m.version as head, m.hash as head_hash, c.version, c.body, c.seat, c.id, c.hash
        from match m left join command c on c.match = m.id and c.version >= ? where m.id = ? order by c.version`,
      from,
      match,
    ),
  );
}

export function logFrom(rows: readonly Row[]): LogRows | null {
  const [first] = rows;
  if (first === undefined) return null;
  const links = rows.filter((row) => row['version'] !== null).map(linkFrom);
  return { room: text(first, 'of_room'), version: number(first, 'head'), hash: text(first, 'head_hash'), links };
}

export function* readHeads(code: string): Script<Heads | null> {
  const [row] = yield ask(
    `select r.code, r.revision, r.match, m.version from room r left join match m on m.id = r.match where r.code = ?`,
    code,
  );
  return row === undefined ? null : headsFrom(row);
}

/** A match that is gone counts as one to be looked at: then its loss is found. */
export const headsFrom = (row: Row): Heads => ({
  code: text(row, 'code'),
  revision: number(row, 'revision'),
  match: text(row, 'match'),
  version: typeof row['version'] === 'number' ? row['version'] : Number.MAX_SAFE_INTEGER,
});
