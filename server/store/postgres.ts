/**
 * The tables in PostgreSQL, for several nodes at once. Every statement that writes rooms or logs is a transaction of its
 * own, committed to the disk before it answers.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Clock, realClock } from '../clock.ts';
import { batched } from './batched.ts';
import { openLedger } from './ledger.ts';
import { migrate } from './postgresSchema.ts';
import {
  appendAll,
  HEADS,
  type LogFound,
  type LogWanted,
  type Query,
  readLogs,
  readRooms,
  type RoomFound,
  type Save,
  saveAll,
} from './postgresTables.ts';
import { openTail, type Tail } from './postgresTail.ts';
import { headsFrom } from './roomScripts.ts';
import type { Report } from './runScripts.ts';
import type { Row, Script } from './script.ts';
import type { Store } from './store.ts';
import type { Append, AppendOutcome, Tables } from './tables.ts';

export interface PostgresParts {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  readonly clock?: Clock;
  /** Hears of damage that closes no room. */
  readonly report?: Report;
}

/** Connections of one node, besides the one that listens. */
const connections = 8;
/** Batches of one kind that may be under way at the same time. */
const batches = 2;
/** Milliseconds; to connect is also to wait for a free connection. */
const patience = { connect: 10_000, query: 10_000 };

/** Whatever the database or the role has as its default: an answer means that it is on the disk. */
const session = [
  'synchronous_commit=on',
  'default_transaction_isolation=read\\ committed',
  'idle_in_transaction_session_timeout=5000',
  'client_min_messages=warning',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

export async function openPostgres({ url, clock = realClock, report = () => {} }: PostgresParts): Promise<Store> {
  return openLedger(await postgresTables(url, clock), report);
}

export async function postgresTables(url: string, clock: Clock): Promise<Tables> {
  const reach = { connectionString: url, connectionTimeoutMillis: patience.connect, keepAlive: true };
  const pool = new pg.Pool({
    ...reach,
    max: connections,
    query_timeout: patience.query,
    application_name: 'ackward',
    options: session,
  });
  // A connection that breaks while nobody uses it is replaced by the next query.
  pool.on('error', () => {});
  try {
    await withClient(pool, migrate);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const tail = openTail(() => new pg.Client(reach), randomBytes(6).toString('base64url'), clock);
  const query = queryOf(pool);
  const many = { isOfOne, most: batches };
  const readRoom = batched<string, RoomFound>({ ...many, key: (code) => code, send: (all) => readRooms(query, all) });
  const readLog = batched<LogWanted, LogFound>({
    ...many,
    key: ({ match }) => match,
    send: (all) => readLogs(query, all),
  });
  return {
    room: async (code) => (await readRoom(code)).room,
    saveRoom: saver(query, tail, many),
    append: appender(query, tail, many),
    log: async (match, from) => (await readLog({ match, from })).log,
    look: (script) => drive(script(), query),
    change: (script) => inTransaction(pool, script),
    heads: async (codes) => (await query(HEADS, [codes])).map(headsFrom),
    watch: tail.watch,
    isPassing,
    // data_corrupted, index_corrupted
    isDamage: (error) => ['XX001', 'XX002'].includes(stateOf(error) ?? ''),
    async close() {
      await tail.close();
      await pool.end();
    },
  };
}

type Many = { readonly isOfOne: (error: unknown) => boolean; readonly most: number };

/** Whoever is told reads again, also where nothing came of it. */
const appender = (query: Query, tail: Tail, many: Many): Tables['append'] =>
  batched<Append, AppendOutcome>({
    ...many,
    key: ({ match }) => match,
    async send(all) {
      const outcomes = await appendAll(query, all);
      tail.say(all.map(({ room }) => room));
      return outcomes;
    },
  });

function saver(query: Query, tail: Tail, many: Many): Tables['saveRoom'] {
  const save = batched<Save, boolean>({
    ...many,
    key: ({ room }) => room.code,
    async send(all) {
      const saved = await saveAll(query, all);
      tail.say(all.map(({ room }) => room.code));
      return saved;
    },
  });
  return (room, match) => save({ room, match });
}

/** Names of prepared statements, by their text. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}

const queryOf =
  (target: { readonly query: pg.Pool['query'] }): Query =>
  async (sql, values) =>
    (await target.query<Row>({ name: nameOf(sql), text: sql, values: [...values] })).rows;

/** The scripts' `?` as PostgreSQL numbers them. */
const numbered = new Map<string, string>();
function number(sql: string): string {
  const known = numbered.get(sql);
  if (known !== undefined) return known;
  let n = 0;
  const made = sql.replaceAll('?', () => `$${(n += 1)}`);
  numbered.set(sql, made);
  return made;
}

async function drive<T>(script: Script<T>, query: Query): Promise<T> {
  let step = script.next();
  while (step.done !== true) {
    const { sql, values } = step.value;
    step = script.next(await query(number(sql), values));
  }
  return step.value;
}

async function withClient<T>(pool: pg.Pool, task: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const outcome = await task(client);
    client.release();
    return outcome;
  } catch (error) {
    // In whatever state it is: nobody gets it again.
    client.release(true);
    throw error;
  }
}

/** How often a transaction is tried that others get in the way of. */
const tries = 5;

async function inTransaction<T>(pool: pg.Pool, script: () => Script<T>): Promise<T> {
  for (let tried = 1; ; tried += 1)
    try {
      return await withClient(pool, async (client) => {
        await client.query('begin');
        const outcome = await drive(script(), queryOf(client));
        await client.query('commit');
        return outcome;
      });
    } catch (error) {
      // unique_violation, serialization_failure, deadlock_detected
      const isRace = ['23505', '40001', '40P01'].includes(stateOf(error) ?? '');
      if (!isRace || tried === tries) throw error;
    }
}

/** PostgreSQL's name for an error; null: it is not PostgreSQL that says so. */
function stateOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** The connection, or PostgreSQL itself, is gone, going, coming, full or too slow; 25006 is a standby. */
function isPassing(error: unknown): boolean {
  const state = stateOf(error);
  if (state !== null) return /^(08|53|57|58|25006)/.test(state);
  const isOfNode = error instanceof Error && 'syscall' in error;
  return isOfNode || (error instanceof Error && /terminat|timeout|not queryable|pool after/i.test(error.message));
}

/** Data exceptions, broken constraints, corrupted data: of one row, not of the connection. */
const isOfOne = (error: unknown): boolean => /^(22|23|XX)/.test(stateOf(error) ?? '');
