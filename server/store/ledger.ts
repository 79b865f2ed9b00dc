/**
 * The store, made of any database's tables: rooms and commands become rows with sums and hashes, and rows are believed
 * only if these fit. All of it is the same for every database.
 */
import { chained, damage, nameOf, sumOf } from './chain.ts';
import { careIn } from './careStore.ts';
import { passing } from './passing.ts';
import { nodesIn } from './nodeStore.ts';
import { readCommand, readRoom, readSetup } from './records.ts';
import { type Report, runsIn } from './runScripts.ts';
import { isMisfit } from './script.ts';
import type { Appended, Draft, Entry, Head, LogName, NewMatch, NewRoom, Store, StoredMatch } from './store.ts';
import type { LinkRow, LogRows, MatchRow, RoomRow, Tables } from './tables.ts';

export function openLedger(tables: Tables, report: Report): Store {
  /** What the database itself finds damaged is damage of the room that was asked for. */
  const of = async <T>(room: string | null, doing: Promise<T>): Promise<T> => {
    try {
      return await doing;
    } catch (error) {
      if (tables.isDamage(error) || isMisfit(error)) throw damage(room, messageOf(error));
      throw tables.isPassing(error) ? passing(messageOf(error)) : error;
    }
  };
  const scripts: Pick<Tables, 'look' | 'change'> = {
    look: (script) => of(null, tables.look(script)),
    change: (script) => of(null, tables.change(script)),
  };
  const { wake, ...care } = careIn(scripts);
  const readLog = (log: LogName, from: number): Promise<LogRows | null> => of(log.room, tables.log(log.match, from));
  return {
    ...runsIn(scripts, report),
    ...care,
    ...nodesIn(scripts),
    async room(code) {
      const found = await of(code, tables.room(code));
      const row = found === null && (await wake(code)) ? await of(code, tables.room(code)) : found;
      if (row === 'lost') throw damage(code, `room ${code} is gone`);
      return row === null ? null : { room: readRoom(believed(row).body), revision: row.revision };
    },
    async saveRoom(made) {
      const { room, match } = made;
      return (await of(room.code, tables.saveRoom(roomRow(made), match === null ? null : matchRow(room.code, match))))
        ? 'saved'
        : 'conflict';
    },
    async match(log) {
      const found = await readLog(log, 0);
      return found === null ? null : readMatch(log, found);
    },
    append: (log, draft, after) => of(log.room, append(tables, log, draft, after)),
    async entries(log, after) {
      const from = after.version + 1;
      let found = await readLog(log, from);
      // Whoever has the room in memory does not know that another node has put it to rest.
      if (found === null && (await wake(log.room))) found = await readLog(log, from);
      if (found === null) throw damage(log.room, `match ${log.match} is gone`);
      return readLinks(log, found, after).map(entryFrom);
    },
    heads: (codes) => of(null, tables.heads(codes)),
    watch: tables.watch,
    close: tables.close,
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const sumOfRoom = ({ code, revision, match, body, at }: Omit<RoomRow, 'sum'>): string =>
  sumOf('room', code, revision, match, body, at);

function roomRow({ room, revision, at }: NewRoom): RoomRow {
  const row = { code: room.code, revision, match: room.match, body: JSON.stringify(room), at };
  return { ...row, sum: sumOfRoom(row) };
}

/** Throws where the record is not what was written. */
export function believed(row: RoomRow): RoomRow {
  if (row.sum !== sumOfRoom(row)) throw damage(row.code, `the record of room ${row.code}`);
  return row;
}

function matchRow(room: string, { id, setup }: NewMatch): MatchRow {
  const link = { version: 0, body: JSON.stringify(setup), seat: null, id: null };
  return { id, room, setup: { ...link, hash: chained(nameOf(room, id), link) } };
}

async function append(tables: Tables, log: LogName, draft: Draft, after: Head): Promise<Appended> {
  const { version, command, by } = draft;
  if (version !== after.version + 1) return { type: 'conflict' };
  const bare = { version, body: JSON.stringify(command), seat: by?.seat ?? null, id: by?.id ?? null };
  const link = { ...bare, hash: chained(after.hash, bare) };
  const outcome = await tables.append({ ...log, link, before: after.hash });
  switch (outcome.type) {
    case 'appended':
      return { type: 'appended', entry: { ...draft, hash: link.hash } };
    case 'repeated':
      return { type: 'repeated', match: outcome.match, entry: entryFrom(outcome.link) };
    case 'conflict':
      return outcome;
  }
}

/** Throws where the log is not what was written. */
export function readMatch(log: LogName, found: LogRows): StoredMatch {
  const links = readLinks(log, found, { version: -1, hash: nameOf(log.room, log.match) });
  const [first, ...rest] = links;
  if (first === undefined) throw damage(log.room, `match ${log.match} has no beginning`);
  return { setup: readSetup(first.body), start: first, entries: rest.map(entryFrom) };
}

/** Holds every link against the one before it, and the last one against the head that is kept apart. */
function readLinks(log: LogName, { room, version, hash, links }: LogRows, after: Head): readonly LinkRow[] {
  if (room !== log.room) throw damage(log.room, `match ${log.match} says that it is of room ${room}`);
  let last = after;
  for (const link of links) {
    if (link.version !== last.version + 1 || link.hash !== chained(last.hash, link))
      throw damage(log.room, `match ${log.match} after version ${last.version}`);
    last = link;
  }
  if (last.version !== version || last.hash !== hash)
    throw damage(log.room, `match ${log.match} ends at ${last.version}, not at ${version}`);
  return links;
}

function entryFrom({ version, body, seat, id, hash }: LinkRow): Entry {
  const by = seat === null || id === null ? null : { seat, id };
  return { version, command: readCommand(body), by, hash };
}
