/** Attempts that are asked for ahead: a level never waits long for a server, and never for one that is not there. */
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const ask = vi.fn<(name: string, request: { level: string }) => Promise<object>>();
const line = signal<'connecting' | 'online' | 'offline' | 'closing'>('online');
vi.mock('../../client/net/socket.ts', () => ({ ask, line }));
const time = { wall: 0 };
vi.mock('../../client/clock.ts', () => ({ wall: () => time.wall }));

let n = 0;
const answer = () => ({ ok: true, attempt: `attempt-${(n += 1)}`, seed: n, nickname: 'Calm Heron 27' });

async function fresh() {
  vi.resetModules();
  return import('../../client/solo/handed.ts');
}

beforeEach(() => {
  vi.useFakeTimers();
  ask.mockReset();
  ask.mockImplementation(async () => answer());
  line.value = 'online';
  time.wall = 0;
  n = 0;
  return () => vi.useRealTimers();
});

describe('an attempt', () => {
  test('is asked for while the card is read, once, and taken once', async () => {
    const { askAhead, takeHanded } = await fresh();
    askAhead('a');
    askAhead('a');
    expect(ask).toHaveBeenCalledTimes(1);
    expect(await takeHanded('a')).toMatchObject({ attempt: 'attempt-1', seed: 1 });
    expect(await takeHanded('a')).toMatchObject({ attempt: 'attempt-2', seed: 2 });
  });

  test('of each level is its own', async () => {
    const { takeHanded } = await fresh();
    await takeHanded('a');
    await takeHanded('b');
    expect(ask.mock.calls.map(([, { level }]) => level)).toEqual(['a', 'b']);
  });

  test('that lay about for an hour is asked for anew', async () => {
    const { askAhead, takeHanded } = await fresh();
    askAhead('a');
    time.wall = 3_600_000;
    expect(await takeHanded('a')).toMatchObject({ attempt: 'attempt-2' });
  });

  test.each(['offline', 'closing'] as const)('without a line (%s) there is none, at once', async (now) => {
    const { takeHanded } = await fresh();
    line.value = now;
    expect(await takeHanded('a')).toBeNull();
    expect(ask).not.toHaveBeenCalled();
  });

  test('while the page is still connecting: as soon as it is known', async () => {
    const { takeHanded } = await fresh();
    line.value = 'connecting';
    const taken = takeHanded('a');
    line.value = 'online';
    expect(await taken).toMatchObject({ attempt: 'attempt-1' });
  });

  test('from a server that does not answer in time comes later, for the next play', async () => {
    const { takeHanded } = await fresh();
    const late = Promise.withResolvers<object>();
    ask.mockReturnValueOnce(late.promise);
    const taken = takeHanded('a');
    await vi.advanceTimersByTimeAsync(2000);
    expect(await taken).toBeNull();
    late.resolve(answer());
    expect(await takeHanded('a')).toMatchObject({ attempt: 'attempt-1' });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('that is refused is asked for again next time', async () => {
    const { takeHanded } = await fresh();
    ask.mockResolvedValueOnce({ ok: false, code: 'server/busy', message: '' });
    expect(await takeHanded('a')).toBeNull();
    expect(await takeHanded('a')).toMatchObject({ attempt: 'attempt-1' });
  });
});
