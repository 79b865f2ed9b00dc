/**
 * A SQLite file whose structure is damaged is not written to any more: what can be read and believed goes into a new
 * file, room by room, and the old one is kept beside it. A room that cannot be believed is in the new file as a record
 * that nobody believes, so that it is closed and not unknown.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { isSoundParcel } from './careStore.ts';
import { damage } from './chain.ts';
import { believed, readMatch } from './ledger.ts';
import { readLog, readRoom } from './roomScripts.ts';
import { allColumns, isSoundRun, isSoundSecret, isSoundTaken, type Report } from './runScripts.ts';
import { type Run, runner } from './sqliteRunner.ts';
import { migrate } from './sqliteSchema.ts';
import type { LogName } from './store.ts';

type Row = { readonly [column: string]: SQLOutputValue };

/** What SQLite finds wrong with the file as a whole; null: nothing. */
export function faultOf(db: DatabaseSync): string | null {
  try {
    const found = db.prepare('pragma integrity_check(1)').get()?.['integrity_check'];
    return found === 'ok' ? null : String(found);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The tables whose rows have sums and nothing else: their columns, and whether a row is what was written. */
const summed: readonly {
  readonly name: string;
  readonly columns: string;
  readonly isSound: (row: Row) => boolean;
}[] = [
  { name: 'archive', columns: 'code, body, sum, at', isSound: isSoundParcel },
  { name: 'run', columns: `${allColumns}, sum`, isSound: isSoundRun },
  { name: 'taken', columns: 'attempt, digest, at, sum', isSound: isSoundTaken },
  { name: 'secret', columns: 'name, body, sum', isSound: isSoundSecret },
];

/** Rows that are not what was written. */
export function reportRows(db: DatabaseSync, report: Report): void {
  for (const { name, columns, isSound } of summed)
    for (const row of db.prepare(`select ${columns} from ${name}`).iterate())
      if (!isSound(row)) report(damage(null, `a row of table ${name}`));
}

export interface Salvaged {
  readonly kept: number;
  readonly lost: number;
  /** Where the damaged file is now. */
  readonly old: string;
}

/** Replaces the file by a sound one. */
export function salvage(file: string, clock: Clock): Salvaged {
  const from = new DatabaseSync(file, { timeout: 2000 });
  const made = `${file}.new`;
  for (const rest of ['', '-wal', '-shm']) rmSync(made + rest, { force: true });
  const to = new DatabaseSync(made);
  try {
    // Another process that goes on writing to the old file would lose what it writes.
    from.exec('pragma locking_mode = exclusive; begin exclusive; commit');
    migrate(to, clock.date());
    to.exec('begin');
    const counts = copyRooms(from, to);
    for (const { name, columns, isSound } of summed)
      for (const row of scan(from, name, columns))
        if (isSound(row)) insert(to, name, row);
        else if (name === 'archive') insert(to, 'room', lostRoom(String(row['code'])));
    to.exec('commit');
    to.close();
    from.close();
    return { ...counts, old: swap(file, made) };
  } catch (error) {
    to.close();
    from.close();
    throw error;
  }
}

function copyRooms(from: DatabaseSync, to: DatabaseSync): { readonly kept: number; readonly lost: number } {
  const run = runner(from);
  const codes = new Set([...keys(from, 'room', 'code'), ...keys(from, 'match', 'room')]);
  let kept = 0;
  for (const code of codes) {
    const rows = readWhole(from, run, code);
    if (rows === null) insert(to, 'room', lostRoom(code));
    else for (const { table, row } of rows) insert(to, table, row);
    kept += rows === null ? 0 : 1;
  }
  return { kept, lost: codes.size - kept };
}

function swap(file: string, made: string): string {
  let n = 1;
  while (existsSync(`${file}.damaged-${n}`)) n += 1;
  const old = `${file}.damaged-${n}`;
  for (const rest of ['-wal', '-shm', '']) if (existsSync(file + rest)) renameSync(file + rest, old + rest);
  renameSync(made, file);
  return old;
}

/** All rows that can be reached from the beginning of a table, and from its end. */
function scan(db: DatabaseSync, table: string, columns: string): readonly Row[] {
  const found = new Map<string, Row>();
  for (const order of ['asc', 'desc']) {
    // Outside: where the schema itself is damaged, nothing can be believed.
    const statement = db.prepare(`select ${columns} from ${table} order by 1 ${order}`);
    try {
      for (const row of statement.iterate()) found.set(JSON.stringify(row), row);
    } catch {
      // What lies behind the damage may be reached from the other side.
    }
  }
  return [...found.values()];
}

const keys = (db: DatabaseSync, table: string, column: string): readonly string[] =>
  scan(db, table, column).map((row) => String(row[column]));

interface Placed {
  readonly table: string;
  readonly row: Row;
}

/** Everything of a room as it lies there, if all of it can be believed; else null. */
function readWhole(db: DatabaseSync, run: Run, code: string): readonly Placed[] | null {
  try {
    const room = run(readRoom(code));
    if (room === null || room === 'lost') return null;
    const ids = db
      .prepare('select id from match where room = ?')
      .all(code)
      .map(({ id }) => String(id));
    if (!ids.includes(believed(room).match)) return null;
    return [{ table: 'room', row: { ...room } }, ...ids.flatMap((match) => readLogRows(run, { room: code, match }))];
  } catch {
    // Whatever it says: SQLite gives up in many ways on pages that are not what they seem.
    return null;
  }
}

function readLogRows(run: Run, log: LogName): readonly Placed[] {
  const found = run(readLog(log.match, 0));
  if (found === null) throw damage(log.room, `match ${log.match} is gone`);
  readMatch(log, found);
  const { room, version, hash, links } = found;
  return [
    { table: 'match', row: { id: log.match, room, version, hash } },
    ...links.map((link) => ({ table: 'command', row: { ...link, match: log.match, room } })),
  ];
}

const lostRoom = (code: string): Row => ({ code, revision: 1, match: '', body: '', sum: 'lost', at: 0 });

function insert(db: DatabaseSync, table: string, row: Row): void {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  const values: SQLInputValue[] = Object.values(row);
  db.prepare(`insert or ignore into ${table} (${columns.join(', ')}) values (${marks})`).run(...values);
}
