/** The contract of the store: rooms and logs, on every database. */
import { describe, expect, test } from 'vitest';
import type { NewRoom, Store } from '../../../server/store/store.ts';
import { databases } from './databases.ts';
import { advance, first, keep, log, move, room, setup, startOf } from './samples.ts';

const made = (code: string, revision: number): NewRoom => ({
  room: { ...room, code, match: `match of ${code}`, rematch: revision === 2 ? ['client'] : [] },
  revision,
  match: revision === 1 ? { id: `match of ${code}`, setup } : null,
  at: 7,
});

describe.each(databases)('$name', ({ make }) => {
  test('a room is there again after the store was closed', async () => {
    const place = await make();
    const store = await place.open();
    expect(await store.saveRoom(first)).toBe('saved');
    await store.close();
    const again = await place.open();
    expect(await again.room('ABC234')).toEqual({ room, revision: 1 });
    expect(await again.match(log)).toMatchObject({ setup, start: { version: 0 }, entries: [] });
    expect(await again.room('222222')).toBeNull();
    expect(await again.match({ ...log, match: 'other' })).toBeNull();
  });

  test('of two writers of one revision, one is told of the conflict, and its match is not kept', async () => {
    const store = await (await make()).open();
    const outcomes = await Promise.all([
      store.saveRoom(first),
      store.saveRoom({ ...first, room: { ...room, weather: 'stormy' }, match: { id: 'second', setup } }),
    ]);
    expect(outcomes).toEqual(['saved', 'conflict']);
    expect(await store.match({ ...log, match: 'second' })).toBeNull();
    const next = { ...first, match: null };
    expect(await store.saveRoom({ ...next, revision: 2 })).toBe('saved');
    expect(await store.saveRoom({ ...next, revision: 2 })).toBe('conflict');
    expect(await store.saveRoom({ ...next, revision: 9 })).toBe('conflict');
    expect(await store.saveRoom({ ...next, room: { ...room, code: 'XYZ234' }, revision: 2 })).toBe('conflict');
  });

  test('many rooms that are made and changed at once do not get mixed up', async () => {
    const store = await (await make()).open();
    const codes = Array.from({ length: 300 }, (_, n) => `R${n}`);
    const saved = await Promise.all(codes.map((code) => store.saveRoom(made(code, 1))));
    expect(new Set(saved)).toEqual(new Set(['saved']));
    await Promise.all(codes.slice(0, 150).map((code) => store.saveRoom(made(code, 2))));
    const found = await Promise.all(codes.map((code) => store.room(code)));
    expect(found.map((one) => one?.room.code)).toEqual(codes);
    expect(found.map((one) => one?.revision)).toEqual(codes.map((_, n) => (n < 150 ? 2 : 1)));
    expect(found.map((one) => one?.room.rematch.length)).toEqual(codes.map((_, n) => (n < 150 ? 1 : 0)));
  });

  test('a log grows by one version at a time, each after the one that it was made for', async () => {
    const store = await (await make()).open();
    await store.saveRoom(first);
    const start = await startOf(store);
    const one = await keep(store, start, advance(1));
    expect(one).toMatchObject(advance(1));
    const outcomes = await Promise.all([
      store.append(log, advance(1), start),
      store.append(log, advance(2), start),
      store.append(log, advance(2), { version: 1, hash: 'another' }),
      store.append(log, advance(4), { version: 3, hash: one.hash }),
      store.append({ ...log, match: 'other' }, advance(2), one),
    ]);
    expect(outcomes).toEqual(Array.from({ length: 5 }, () => ({ type: 'conflict' })));
    const two = await keep(store, one, advance(2));
    expect(await store.entries(log, start)).toEqual([one, two]);
    expect(await store.entries(log, one)).toEqual([two]);
    expect(await store.entries(log, two)).toEqual([]);
    expect(await store.match(log)).toMatchObject({ start, entries: [one, two] });
  });

  test('an id of a seat is taken once in a room, whatever the version and the match', async () => {
    const store = await (await make()).open();
    await store.saveRoom(first);
    const start = await startOf(store);
    const mine = await keep(store, start, move(1, 'first'));
    const two = await keep(store, mine, advance(2));
    const repeated = { type: 'repeated', match: 'match', entry: mine };
    expect(await store.append(log, move(3, 'first'), two)).toEqual(repeated);
    expect(await store.append(log, move(1, 'first'), start)).toEqual(repeated);
    await store.saveRoom({ ...first, revision: 2, match: { id: 'second', setup } });
    const second = { ...log, match: 'second' };
    const begun = await store.match(second);
    expect(await store.append(second, move(1, 'first'), begun?.start ?? start)).toEqual(repeated);
    await keep(store, two, move(3, 'second'));
    const other = { ...move(4, 'first'), by: { seat: 'another', id: 'first' } };
    expect((await store.append(log, other, (await store.entries(log, two))[0] ?? two)).type).toBe('appended');
  });

  test('of many processes that want one version, one gets it', async () => {
    const place = await make();
    const stores = await Promise.all(Array.from({ length: 4 }, place.open));
    const [one] = stores;
    if (one === undefined) return;
    await one.saveRoom(first);
    let last = await startOf(one);
    for (let version = 1; version <= 20; version += 1) {
      const outcomes = await Promise.all(
        stores.map((store, n) => store.append(log, move(version, `${n} wants ${version}`), last)),
      );
      const won = outcomes.flatMap((outcome) => (outcome.type === 'appended' ? outcome.entry : []));
      expect(won).toHaveLength(1);
      last = won[0] ?? last;
    }
    const entries = await Promise.all(stores.map(async (store) => store.entries(log, await startOf(one))));
    expect(new Set(entries.map((all) => JSON.stringify(all))).size).toBe(1);
    expect(entries[0]?.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  test('of many processes that send one command, one brings it in, and all can give its answer', async () => {
    const place = await make();
    const stores = await Promise.all(Array.from({ length: 4 }, place.open));
    const [one] = stores;
    if (one === undefined) return;
    await one.saveRoom(first);
    const start = await startOf(one);
    const outcomes = await Promise.all(stores.map((store) => store.append(log, move(1, 'the same'), start)));
    expect(outcomes.filter(({ type }) => type === 'appended')).toHaveLength(1);
    const again = await Promise.all(stores.map((store) => store.append(log, move(1, 'the same'), start)));
    expect(again.map(({ type }) => type)).toEqual(stores.map(() => 'repeated'));
  });

  test('logs of many matches that grow at once are each whole', async () => {
    const place = await make();
    const [store, other] = [await place.open(), await place.open()];
    const names = Array.from({ length: 40 }, (_, n) => ({ room: `R${n}`, match: `M${n}` }));
    for (const { room: code, match } of names)
      await store.saveRoom({ room: { ...room, code, match }, revision: 1, match: { id: match, setup }, at: 0 });
    const grow = async (name: (typeof names)[number], by: Store): Promise<void> => {
      let last = (await by.match(name))?.start;
      for (let version = 1; last !== undefined && version <= 5; version += 1) {
        const appended = await by.append(name, move(version, `move ${version}`), last);
        last = appended.type === 'appended' ? appended.entry : undefined;
      }
    };
    await Promise.all(names.map((name, n) => grow(name, n % 2 === 0 ? store : other)));
    const matches = await Promise.all(names.map((name) => store.match(name)));
    expect(matches.map((match) => match?.entries.length)).toEqual(names.map(() => 5));
    const heads = await store.heads(['R7', 'R8', 'nobody']);
    expect(heads.toSorted((a, b) => a.code.localeCompare(b.code))).toEqual([
      { code: 'R7', revision: 1, match: 'M7', version: 5 },
      { code: 'R8', revision: 1, match: 'M8', version: 5 },
    ]);
  });

  test('a log that another process has put to rest meanwhile is read on', async () => {
    const place = await make();
    const [store, other] = [await place.open(), await place.open()];
    await store.saveRoom(first);
    const one = await keep(store, await startOf(store), advance(1));
    expect(await other.archive('ABC234', 1)).toBe(true);
    expect((await store.append(log, advance(2), one)).type).toBe('conflict');
    expect(await store.entries(log, one)).toEqual([]);
    await keep(store, one, advance(2));
  });

  test('whoever watches is woken when another process has written', async () => {
    const place = await make();
    const [store, other] = [await place.open(), await place.open()];
    const woken: (readonly string[] | null)[] = [];
    const waiting = new Set<() => void>();
    const wake = (): Promise<null> =>
      new Promise((resolve) => {
        waiting.add(() => resolve(null));
      });
    const end = store.watch((rooms) => {
      woken.push(rooms);
      for (const go of waiting) go();
      waiting.clear();
    });
    // A database that wakes by message says so first: what came before it listened would be lost.
    await Promise.race([wake(), new Promise((resolve) => setTimeout(resolve, 1000))]);
    woken.length = 0;
    const saved = wake();
    await other.saveRoom(first);
    await saved;
    expect(woken[0] === null || woken[0]?.includes('ABC234')).toBe(true);
    const appended = wake();
    await keep(other, await startOf(other), advance(1));
    await appended;
    expect(woken.at(-1) === null || woken.at(-1)?.includes('ABC234')).toBe(true);
    end();
  });
});
