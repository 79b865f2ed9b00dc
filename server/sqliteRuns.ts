/** Finished levels in SQLite: one row for each player and version of a level, and what was taken lately. */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import * as v from 'valibot';
import { type BoardOf, keptFor, mostRuns, type NewRun, type RunStore, type StoredRun } from './runStore.ts';

/** Schema 2. `n` rises: of equals, the earlier run has the smaller one. */
export const runTables = `
  create table run (
    n integer primary key autoincrement, level text not null, version integer not null, player text not null,
    nickname text not null, stars integer not null, points real not null, thinking real not null,
    seed integer not null, log text not null, at integer not null, unique (level, version, player)) strict;
  create index run_order on run (level, version, stars desc, points desc, thinking, n);
  create table taken (attempt text primary key, digest text not null unique, at integer not null)
    strict, without rowid;
  create table secret (name text primary key, body text not null) strict, without rowid;`;

/** Schema 3: a player's runs are found without a look at all others. */
export const runsOfPlayer = 'create index run_player on run (player);';

/** The order of every board. */
const order = 'stars desc, points desc, thinking, n';

const prepare = (db: DatabaseSync) => ({
  key: db.prepare("select body from secret where name = 'attempt'"),
  makeKey: db.prepare("insert into secret (name, body) values ('attempt', ?) on conflict do nothing"),
  used: db.prepare('select 1 from taken where attempt = ?'),
  copied: db.prepare('select 1 from taken where digest = ?'),
  take: db.prepare('insert into taken (attempt, digest, at) values (?, ?, ?)'),
  best: db.prepare('select n, stars, points, thinking from run where level = ? and version = ? and player = ?'),
  rename: db.prepare('update run set nickname = ? where n = ?'),
  renameAll: db.prepare('update run set nickname = ? where player = ?'),
  drop: db.prepare('delete from run where n = ?'),
  dropAll: db.prepare('delete from run where player = ?'),
  add: db.prepare(`
    insert into run (level, version, player, nickname, stars, points, thinking, seed, log, at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
  dropOldRuns: db.prepare('delete from run where at < ?'),
  dropOldTaken: db.prepare('delete from taken where at < ?'),
  dropLast: db.prepare(`
    delete from run where n in (
      select n from run where level = ? and version = ? order by ${order} limit -1 offset ${mostRuns})`),
  board: db.prepare(`
    select nickname, stars, points, thinking, row_number() over (order by ${order}) as place
    from run where level = ? and version = ? and at >= ? order by ${order} limit ?`),
  standing: db.prepare(`
    select nickname, stars, points, thinking, place from (
      select *, row_number() over (order by ${order}) as place from run where level = ? and version = ? and at >= ?)
    where player = ?`),
});
type Statements = ReturnType<typeof prepare>;

const Row = v.strictObject({
  place: v.number(),
  nickname: v.string(),
  stars: v.picklist([0, 1, 2, 3]),
  points: v.number(),
  thinking: v.number(),
});
const readRow = (row: { readonly [column: string]: SQLOutputValue }): StoredRun => v.parse(Row, { ...row });

const place = ({ level, version, since }: BoardOf) => [level, version, since] as const;

export function runsIn(db: DatabaseSync, write: <T>(work: () => T) => Promise<T>): RunStore {
  const sql = prepare(db);
  const readKey = (): string | null => {
    const body = sql.key.get()?.['body'];
    return typeof body === 'string' ? body : null;
  };
  return {
    attemptKey: async () =>
      readKey() ??
      write(() => {
        sql.makeKey.run(randomBytes(32).toString('base64url'));
        // Another process may have been first.
        return readKey() ?? '';
      }),
    takeRun: (run) => write(() => takeRun(sql, run)),
    board: async (board, most) => sql.board.all(...place(board), most).map(readRow),
    async standing(board, player) {
      const row = sql.standing.get(...place(board), player);
      return row === undefined ? null : readRow(row);
    },
    renamePlayer: (player, nickname) =>
      write(() => {
        sql.renameAll.run(nickname, player);
      }),
    forgetPlayer: (player) => write(() => Number(sql.dropAll.run(player).changes)),
  };
}

/** Runs inside a transaction: of two that send one attempt, one comes second. */
function takeRun(sql: Statements, run: NewRun): 'better' | 'worse' | 'used' | 'copied' {
  const { level, version, player, nickname, stars, points, thinking, at } = run;
  if (sql.used.get(run.attempt) !== undefined) return 'used';
  if (sql.copied.get(run.digest) !== undefined) return 'copied';
  sql.take.run(run.attempt, run.digest, at);
  sql.dropOldRuns.run(at - keptFor);
  sql.dropOldTaken.run(at - keptFor);
  const before = sql.best.get(level, version, player);
  if (before !== undefined && !isBetter(run, before)) {
    sql.rename.run(nickname, Number(before['n']));
    return 'worse';
  }
  if (before !== undefined) sql.drop.run(Number(before['n']));
  sql.add.run(level, version, player, nickname, stars, points, thinking, run.seed, JSON.stringify(run.log), at);
  sql.dropLast.run(level, version);
  return 'better';
}

/** In the order of the board; of equals, the earlier one stays. */
function isBetter(run: NewRun, before: { readonly [column: string]: SQLOutputValue }): boolean {
  const by = [
    run.stars - Number(before['stars']),
    run.points - Number(before['points']),
    Number(before['thinking']) - run.thinking,
  ];
  return (by.find((difference) => difference !== 0) ?? 0) > 0;
}
