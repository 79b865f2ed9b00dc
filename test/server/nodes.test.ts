/** Several nodes that share a store: real servers, some of them processes of their own, on one database. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entered } from '../../shared/protocol/answer.ts';
import type { Config } from '../../server/config.ts';
import { isDeciding, move, moveOrWait, newest, play } from './driver.ts';
import { calmRoom, connect, enterBotRoom, good, newFolder, newId, type Player, startServer } from './harness.ts';
import { startProcess } from './process.ts';
import { missing } from '../postgres/postgres.ts';
import { newDatabase } from '../postgres/shared.ts';

type Stored = Pick<Config, 'dataDir' | 'databaseUrl'>;

const onSqlite = async (): Promise<Stored> => ({ dataDir: newFolder(), databaseUrl: null });
const onPostgres = async (): Promise<Stored> => ({
  dataDir: join(newFolder(), 'unused'),
  databaseUrl: await newDatabase(),
});
/** Processes that share a file are nodes as well. */
const shared = [
  { name: 'one SQLite file', store: onSqlite },
  ...(missing === null ? [{ name: 'one PostgreSQL', store: onPostgres }] : []),
];

/** Two players of one room, each on a node of its own. */
async function apart(one: { readonly port: number }, two: { readonly port: number }, room: object = {}) {
  const [host, friend] = await Promise.all([connect(one), connect(two)]);
  const first = await enterBotRoom(host, { opponent: 'friend', ...room });
  const second = good(await friend.ask('join', { code: first.code }));
  await host.hear('update', (update) => update.view.phase === 'playing');
  return { host, friend, first, second };
}

async function sail(player: Player, first: Entered): Promise<void> {
  const syn = await moveOrWait(player, newest(player, first));
  if (syn === null) throw new Error('an active OPEN owes a SYN');
  await move(player, newest(player, first), syn);
}

async function comeBack(node: { readonly port: number }, { code, secret }: Entered) {
  const player = await connect(node);
  return { player, entered: good(await player.ask('resume', { code, secret })) };
}

describe.each(shared)('two nodes on $name', ({ store }) => {
  const start = async (wanted: Partial<Config> = {}) => {
    const stored = await store();
    return Promise.all([startServer({ ...stored, ...wanted }), startServer({ ...stored, ...wanted })]);
  };

  test.each(['study', 'live'] as const)(
    'two players on different nodes play a match, %s clock',
    async (clock) => {
      const [one, two] = await start();
      const { host, friend, first, second } = await apart(one, two, { clock, weather: 'lossy' });
      const [end, other] = await Promise.all([play(host, first), play(friend, second)]);
      expect(end.history).toEqual(other.history);
      expect(end.version).toBe(other.version);
      expect(end.view.own?.tcb.state).toBe('CLOSED');
    },
    30_000,
  );

  test('the one sees when the other goes, and comes back on the other node', async () => {
    const [one, two] = await start();
    const { host, friend, second } = await apart(one, two);
    friend.close();
    await host.hear('room', ({ ends }) => ends.server.keeper === 'human' && !ends.server.present);
    const back = host.next('room', ({ ends }) => ends.server.present);
    const again = await connect(one);
    good(await again.ask('resume', { code: second.code, secret: second.secret }));
    expect((await back).ends.server).toEqual({ keeper: 'human', present: true, standIn: false });
  });

  test('the newest connection has the seat, and the older one on the other node hears of it', async () => {
    const [one, two] = await start();
    const { host, first } = await apart(one, two);
    const newer = await connect(two);
    const entered = good(await newer.ask('resume', { code: first.code, secret: first.secret }));
    await host.hear('superseded');
    expect(await host.ask('leave', {})).toMatchObject({ code: 'protocol/not-seated' });
    await move(newer, entered, { type: 'wait' });
  });

  test('a rematch begins for both', async () => {
    const [one, two] = await start();
    const { host, friend, first, second } = await apart(one, two);
    await Promise.all([play(host, first), play(friend, second)]);
    good(await host.ask('rematch', { match: first.match }));
    await friend.hear('room', ({ rematch }) => rematch.length === 1);
    good(await friend.ask('rematch', { match: first.match }));
    const next = await Promise.all(
      [host, friend].map((player) => player.hear('snapshot', ({ match }) => match !== first.match)),
    );
    expect(next.map(({ view }) => view.role)).toEqual(['server', 'client']);
    expect(next[0]?.match).toBe(next[1]?.match);
  });

  test('one command that comes in by both nodes is done once, and answered the same', async () => {
    const [one, two] = await start();
    const player = await connect(one);
    const entered = await enterBotRoom(player);
    const { code, secret, match, version } = entered;
    const command = { id: newId(), match, basedOn: version, role: 'client', move: { type: 'wait' } } as const;
    const first = player.ask('command', command);
    const again = await connect(two);
    good(await again.ask('resume', { code, secret }));
    const second = await again.ask('command', command);
    const answer = await first;
    expect(second.ok).toBe(true);
    // The seat may have gone before the command was looked at.
    expect([second, expect.objectContaining({ code: 'protocol/not-seated' })]).toContainEqual(answer);
    const { history } = good(await (await connect(one)).ask('resume', { code, secret }));
    expect(history.filter((told) => told.type === 'refused')).toHaveLength(1);
  });

  test('at each decision the player comes in by another of three nodes', async () => {
    const stored = await store();
    const nodes = await Promise.all([1, 2, 3].map(() => startServer(stored)));
    const [one] = nodes;
    if (one === undefined) return;
    let player = await connect(one);
    let entered = good(await player.ask('create', { ...calmRoom, weather: 'lossy' }));
    for (let turn = 1; newest(player, entered).view.phase !== 'finished'; turn += 1) {
      const now = newest(player, entered);
      if (!isDeciding(now)) await player.hear('update', (update) => update.version > now.version);
      else {
        const right = await moveOrWait(player, now);
        if (right !== null) await move(player, now, right);
        ({ player, entered } = await comeBack(nodes[turn % nodes.length] ?? one, entered));
      }
    }
    expect(newest(player, entered).view.peer?.tcb.state).toBe('CLOSED');
  }, 60_000);
});

async function startProcesses(count: number) {
  const env = { DATABASE_URL: await newDatabase(), DATA_DIR: join(newFolder(), 'unused'), TIME_SCALE: '50' };
  return Promise.all(Array.from({ length: count }, () => startProcess(env)));
}

describe.skipIf(missing !== null)('nodes that are processes, on one PostgreSQL', () => {
  test('one is killed: the other lets time go on, says who is away, and nothing acknowledged is lost', async () => {
    const [one, two] = await startProcesses(2);
    if (one === undefined || two === undefined) return;
    const { host, friend, first, second } = await apart(one, two);
    await sail(host, first);
    const known = newest(host, first).version;
    const told = host.heard.flatMap((message) => (message.name === 'update' ? message.content.events : []));
    await one.kill('SIGKILL');
    // The boat was the dead node's to bring in.
    await friend.hear('update', ({ events }) => events.some((event) => event.type === 'arrived'));
    const room = await friend.hear('room', ({ ends }) => !ends.client.present);
    expect(room.ends.client.keeper).toBe('human');
    const { player, entered } = await comeBack(two, first);
    expect(entered.version).toBeGreaterThanOrEqual(known);
    expect(entered.history).toEqual(expect.arrayContaining(told));
    const [end, other] = await Promise.all([play(player, entered), play(friend, second)]);
    expect(end.history).toEqual(other.history);
  }, 60_000);

  test('one is frozen and thawed: its player went on elsewhere, and it writes nothing twice', async () => {
    const [one, two] = await startProcesses(2);
    if (one === undefined || two === undefined) return;
    const { host, friend, first, second } = await apart(one, two);
    one.signal('SIGSTOP');
    // It reaches the frozen node, which will read it when it thaws.
    const { match, version } = newest(host, first);
    const command = { id: newId(), match, basedOn: version, role: 'client', move: { type: 'wait' } } as const;
    const late = host.socket.emitWithAck('command', command);
    const { player, entered } = await comeBack(two, first);
    const answer = good(await player.ask('command', command));
    await sail(player, entered);
    await friend.hear('update', ({ events }) => events.some((event) => event.type === 'arrived'));
    one.signal('SIGCONT');
    await host.hear('superseded');
    expect([answer, expect.objectContaining({ code: 'protocol/not-seated' })]).toContainEqual(await late);
    const [end] = await Promise.all([play(player, entered), play(friend, second)]);
    const mine = end.history.filter((event) => 'host' in event && event.host === 'client');
    const syns = mine.filter((event) => event.type === 'sent' && event.header.flags.join() === 'SYN');
    expect(syns).toHaveLength(1);
    const before = mine.filter(({ type, n }) => type === 'refused' && n < (syns[0]?.n ?? 0));
    expect(before).toHaveLength(2);
    expect(end.history.map(({ n }) => n)).toEqual(end.history.map((_, n) => n));
  }, 60_000);
});
