/** Finished levels in tables: one row for each player and version of a level, and what was taken lately. */
import { randomBytes } from 'node:crypto';
import { type Damage, damage, sumOf } from './chain.ts';
import { type BoardOf, keptFor, mostRuns, type NewRun, type RunStore, type StoredRun } from './runStore.ts';
import { ask, fits, number, type Row, type Script, text } from './script.ts';
import type { Tables } from './tables.ts';

/** The order of every board. `n` rises: of equals, the earlier run has the smaller one. */
const order = 'stars desc, points desc, thinking, n';

/** Columns of a run as they are written, in the order of its sum. */
const columns = ['level', 'version', 'player', 'nickname', 'stars', 'points', 'thinking', 'seed', 'log', 'at'] as const;
export const allColumns = columns.join(', ');
const sumOfRun = (row: Row): string =>
  sumOf('run', ...columns.map((column) => (isText(column) ? text(row, column) : number(row, column))));
const isText = (column: (typeof columns)[number]): boolean =>
  column === 'level' || column === 'player' || column === 'nickname' || column === 'log';

/** Hears of rows that are not what was written. Boards go on without them: nobody's match depends on a board. */
export type Report = (damage: Damage) => void;

export const isSoundRun = (row: Row): boolean => fits(row, sumOfRun);
export const isSoundTaken = (row: Row): boolean => fits(row, sumOfTaken);
export const isSoundSecret = (row: Row): boolean => fits(row, sumOfSecret);

const sumOfTaken = (row: Row): string => sumOf('taken', text(row, 'attempt'), text(row, 'digest'), number(row, 'at'));
const sumOfSecret = (row: Row): string => sumOf('secret', text(row, 'name'), text(row, 'body'));

export function runsIn(tables: Pick<Tables, 'look' | 'change'>, report: Report): RunStore {
  return {
    attemptKey: async () => (await tables.look(() => readKey(report))) ?? tables.change(() => makeKey(report)),
    takeRun: (run) => tables.change(() => takeRun(run, report)),
    board: (board, most) => tables.look(() => readBoard(board, most, report)),
    standing: (board, player) => tables.look(() => readStanding(board, player, report)),
    renamePlayer: (player, nickname) => tables.change(() => renamePlayer(player, nickname, report)),
    forgetPlayer: (player) => tables.change(() => forgetPlayer(player)),
  };
}

/** null: there is none that could be believed. */
function* readKey(report: Report): Script<string | null> {
  const [row] = yield ask("select name, body, sum from secret where name = 'attempt'");
  if (row === undefined) return null;
  if (fits(row, sumOfSecret)) return text(row, 'body');
  report(damage(null, 'the key that signs attempts; a new one is made'));
  return null;
}

function* makeKey(report: Report): Script<string> {
  const [row] = yield ask("select body, sum from secret where name = 'attempt'");
  if (row !== undefined) {
    // Another process may have been first. What cannot be believed goes, and nothing that was made since.
    const [body, sum] = [text(row, 'body'), text(row, 'sum')];
    if (sum === sumOf('secret', 'attempt', body)) return body;
    yield ask("delete from secret where name = 'attempt' and body = ? and sum = ?", body, sum);
  }
  const key = randomBytes(32).toString('base64url');
  const sum = sumOf('secret', 'attempt', key);
  yield ask("insert into secret (name, body, sum) values ('attempt', ?, ?) on conflict do nothing", key, sum);
  // The insert waits for one that is being made elsewhere; then that one counts.
  return (yield* readKey(report)) ?? key;
}

/** Of two that send one attempt, one comes second. */
function* takeRun(run: NewRun, report: Report): Script<'better' | 'worse' | 'used' | 'copied'> {
  const { level, version, player, nickname, attempt, digest, at } = run;
  const taken = yield ask(
    'insert into taken (attempt, digest, at, sum) values (?, ?, ?, ?) on conflict do nothing returning attempt',
    attempt,
    digest,
    at,
    sumOf('taken', attempt, digest, at),
  );
  if (taken.length === 0) {
    const used = yield ask('select attempt from taken where attempt = ?', attempt);
    return used.length > 0 ? 'used' : 'copied';
  }
  yield ask('delete from run where at < ?', at - keptFor);
  yield ask('delete from taken where at < ?', at - keptFor);
  const [before] = yield ask(
    `select n, ${allColumns}, sum from run where level = ? and version = ? and player = ?`,
    level,
    version,
    player,
  );
  if (before !== undefined && isSound(before, report) && !isBetter(run, before)) {
    yield* rename(before, nickname);
    return 'worse';
  }
  if (before !== undefined) yield ask('delete from run where n = ?', number(before, 'n'));
  yield* add(run);
  yield ask(
    `delete from run where n in (select n from run where level = ? and version = ? order by ${order}
      limit 1000000 offset ${mostRuns})`,
    level,
    version,
  );
  return 'better';
}

function* add({ level, version, player, nickname, stars, points, thinking, seed, log, at }: NewRun): Script<null> {
  const row = { level, version, player, nickname, stars, points, thinking, seed, log: JSON.stringify(log), at };
  yield ask(
    `insert into run (${allColumns}, sum) values (${columns.map(() => '?').join(', ')}, ?)`,
    ...columns.map((column) => row[column]),
    sumOfRun(row),
  );
  return null;
}

/** In the order of the board; of equals, the earlier one stays. */
function isBetter(run: NewRun, before: Row): boolean {
  const by = [
    run.stars - number(before, 'stars'),
    run.points - number(before, 'points'),
    number(before, 'thinking') - run.thinking,
  ];
  return (by.find((difference) => difference !== 0) ?? 0) > 0;
}

function* rename(row: Row, nickname: string): Script<null> {
  yield ask(
    'update run set nickname = ?, sum = ? where n = ?',
    nickname,
    sumOfRun({ ...row, nickname }),
    number(row, 'n'),
  );
  return null;
}

function* renamePlayer(player: string, nickname: string, report: Report): Script<void> {
  const rows = yield ask(`select n, ${allColumns}, sum from run where player = ? order by n`, player);
  for (const row of rows) if (isSound(row, report)) yield* rename(row, nickname);
}

function* forgetPlayer(player: string): Script<number> {
  return (yield ask('delete from run where player = ? returning n', player)).length;
}

const ranked = `select *, cast(row_number() over (order by ${order}) as integer) as place
  from run where level = ? and version = ? and at >= ?`;

function* readBoard(board: BoardOf, most: number, report: Report): Script<readonly StoredRun[]> {
  const { level, version, since } = board;
  const rows = yield ask(`${ranked} order by place limit ?`, level, version, since, most);
  return rows.filter((row) => isSound(row, report)).map(readRun);
}

function* readStanding(board: BoardOf, player: string, report: Report): Script<StoredRun | null> {
  const { level, version, since } = board;
  const sql = `select * from (${ranked}) as board where player = ?`;
  const [row] = yield ask(sql, level, version, since, player);
  return row === undefined || !isSound(row, report) ? null : readRun(row);
}

function isSound(row: Row, report: Report): boolean {
  if (fits(row, sumOfRun)) return true;
  report(damage(null, 'a run of a level'));
  return false;
}

const readRun = (row: Row): StoredRun => ({
  place: number(row, 'place'),
  nickname: text(row, 'nickname'),
  stars: ([0, 1, 2, 3] as const).find((count) => count === row['stars']) ?? 0,
  points: number(row, 'points'),
  thinking: number(row, 'thinking'),
});
