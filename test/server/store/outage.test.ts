/** The database goes away and comes back: what was promised is there, what was not is said, and nobody restarts anything. */
import { expect, test } from 'vitest';
import { isPassing } from '../../../server/store/passing.ts';
import { openPostgres } from '../../../server/store/postgres.ts';
import { missing, startPostgres } from '../../postgres/postgres.ts';
import { connect, enterPair, startServer } from '../harness.ts';
import { play } from '../driver.ts';
import { cleanUp, newFolder } from '../harness.ts';
import { advance, first, keep, log, startOf } from './samples.ts';

test.skipIf(missing !== null)(
  'a PostgreSQL that crashes and is started again',
  async () => {
    const postgres = await startPostgres({ fsync: true });
    cleanUp(postgres.remove);
    const store = await openPostgres({ url: postgres.url });
    const other = await openPostgres({ url: postgres.url });
    cleanUp(() => store.close());
    cleanUp(() => other.close());
    const woken: (readonly string[] | null)[] = [];
    store.watch((rooms) => woken.push(rooms));
    await store.saveRoom(first);
    let last = await keep(store, await startOf(store), advance(1));

    postgres.stop('immediate');
    const refused = await store.append(log, advance(2), last).catch((error: unknown) => error);
    expect(isPassing(refused)).toBe(true);
    await expect(store.room('ABC234')).rejects.toSatisfy(isPassing);
    postgres.start();
    // It may have been kept or not: asking again finds out.
    const again = await store.append(log, advance(2), last);
    last = again.type === 'appended' ? again.entry : ((await store.entries(log, last))[0] ?? last);
    expect(last.version).toBe(2);
    // What others write is heard of again, and all is looked at once, because nobody listened meanwhile.
    await expect.poll(() => woken.includes(null), { timeout: 10_000 }).toBe(true);
    woken.length = 0;
    await keep(other, last, advance(3));
    await expect.poll(() => woken.flat(), { timeout: 10_000 }).toContain('ABC234');
  },
  60_000,
);

test.skipIf(missing !== null)(
  'a server whose PostgreSQL is restarted says so, and plays on',
  async () => {
    const postgres = await startPostgres({ fsync: true });
    cleanUp(postgres.remove);
    const server = await startServer({ databaseUrl: postgres.url, dataDir: newFolder(), timeScale: 20 });
    const { host, friend, first: entered, second } = await enterPair(server);
    postgres.stop('fast');
    const { match, version } = entered;
    const command = { id: 'while-away', match, basedOn: version, role: 'client', move: { type: 'wait' } } as const;
    expect(await host.ask('command', command)).toMatchObject({ ok: false, code: 'server/cannot-save' });
    const stranger = await connect(server);
    expect(await stranger.ask('join', { code: entered.code })).toMatchObject({ code: 'server/cannot-save' });
    postgres.start();
    expect(await host.ask('command', command)).toMatchObject({ ok: true });
    const [end, other] = await Promise.all([play(host, entered), play(friend, second)]);
    expect(end.history).toEqual(other.history);
  },
  60_000,
);
