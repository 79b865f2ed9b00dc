/** Runs on their way to the board: sent at once, or when the line is back; told what became of them. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Request } from '../../shared/protocol/request.ts';

const ask = vi.fn<(name: string, request: unknown) => Promise<object>>();
const wire = { connected: true };
vi.mock('../../client/net/socket.ts', () => ({ ask, isConnected: () => wire.connected }));

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});

type Letter = Omit<Request<'run'>, 'player' | 'nickname'>;
const letter = (attempt: string): Letter => ({
  attempt,
  level: 'est-01-first-syn',
  version: 1,
  rules: 1,
  seed: 7,
  log: [['start', 0]],
  claim: { points: 1000, stars: 3, thinking: 900, refused: 0, hint: 0 },
});
const own = { place: 4, nickname: 'Calm Heron 27', stars: 3, points: 1000, thinking: 900 } as const;
const taken = { ok: true, best: true, own };
const silence = { ok: false, code: 'silence' };
const no = (code: string) => ({ ok: false, code, message: '' });

/** The page as it is after a reload: storage stays, memory does not. */
async function page() {
  vi.resetModules();
  const runs = await import('../../client/state/runs.ts');
  const player = await import('../../client/state/player.ts');
  return { ...runs, ...player };
}
type Page = Awaited<ReturnType<typeof page>>;
const idle = async (): Promise<void> => {
  for (let n = 0; n < 20; n += 1) await Promise.resolve();
};
const fate = ({ fates }: Page, attempt: string) => fates.value.get(attempt);

beforeEach(() => {
  kept.clear();
  ask.mockReset();
  wire.connected = true;
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe('a run', () => {
  test('is sent under the name that the server proposed, with a secret that stays', async () => {
    const one = await page();
    ask.mockResolvedValue(taken);
    one.post(letter('a'), 'Calm Heron 27');
    await idle();
    const [name, request] = ask.mock.calls[0] ?? [];
    expect(name).toBe('run');
    expect(request).toMatchObject({ ...letter('a'), nickname: 'Calm Heron 27' });
    expect(fate(one, 'a')).toEqual({ type: 'verified', best: true, own });
    expect(one.waiting.value).toBe(0);
    const two = await page();
    two.post(letter('b'), 'Other Name 11');
    await idle();
    expect(ask.mock.calls[1]?.[1]).toMatchObject({
      nickname: 'Calm Heron 27',
      player: (request as { player: string }).player,
    });
  });

  test('waits without a line, over a reload as well, and goes when the line is back, under the name of then', async () => {
    wire.connected = false;
    const before = await page();
    before.post(letter('a'), 'Then');
    before.post(letter('b'), 'Then');
    await idle();
    expect(ask).not.toHaveBeenCalled();
    expect(fate(before, 'a')).toEqual({ type: 'waiting' });

    const later = await page();
    expect(later.waiting.value).toBe(2);
    later.takeName('Now');
    wire.connected = true;
    ask.mockResolvedValue(taken);
    await later.deliverRuns();
    expect(ask.mock.calls.map(([, request]) => request)).toMatchObject([
      { attempt: 'a', nickname: 'Now' },
      { attempt: 'b', nickname: 'Now' },
    ]);
    expect(later.waiting.value).toBe(0);
    expect((await page()).waiting.value).toBe(0);
  });

  test.each(['silence', 'server/busy', 'server/closing', 'server/failed'])(
    '%s: is asked again in a while',
    async (code) => {
      const one = await page();
      ask.mockResolvedValueOnce(no(code)).mockResolvedValueOnce(taken);
      one.post(letter('a'), 'Name');
      await idle();
      expect(fate(one, 'a')).toEqual({ type: 'waiting' });
      expect(one.waiting.value).toBe(1);
      await vi.advanceTimersToNextTimerAsync();
      expect(fate(one, 'a')).toMatchObject({ type: 'verified' });
    },
  );

  test('is sent by the page that posts it, where the browser keeps nothing', async () => {
    vi.stubGlobal('localStorage', undefined);
    const one = await page();
    ask.mockResolvedValue(taken);
    one.post(letter('a'), 'Name');
    await idle();
    expect(fate(one, 'a')).toMatchObject({ type: 'verified' });
    vi.unstubAllGlobals();
  });
});

describe('the answer', () => {
  test('a lost one: the run was taken, and the board has its line', async () => {
    const one = await page();
    ask.mockResolvedValueOnce(silence).mockResolvedValueOnce(no('attempt/used'));
    ask.mockResolvedValueOnce({ ok: true, runs: [own], own });
    one.post(letter('a'), 'Name');
    await idle();
    await vi.advanceTimersToNextTimerAsync();
    expect(ask.mock.calls.map(([name]) => name)).toEqual(['run', 'run', 'board']);
    expect(fate(one, 'a')).toEqual({ type: 'verified', best: true, own });
  });

  test.each(['run/too-fast', 'run/edited', 'attempt/unknown', 'run/version', 'run/copied'])(
    '%s: says so, and is not sent again',
    async (code) => {
      const one = await page();
      ask.mockResolvedValue(no(code));
      one.post(letter('a'), 'Name');
      await idle();
      expect(fate(one, 'a')).toEqual({ type: 'refused', code });
      expect(one.waiting.value).toBe(0);
    },
  );
});

test('of very many that wait, the oldest go', async () => {
  wire.connected = false;
  const one = await page();
  for (let n = 0; n < 25; n += 1) one.post(letter(`a${n}`), 'Name');
  expect(one.waiting.value).toBe(20);
  wire.connected = true;
  ask.mockResolvedValue(taken);
  await one.deliverRuns();
  expect(ask.mock.calls[0]?.[1]).toMatchObject({ attempt: 'a5' });
});

test('who is forgotten is somebody else from then on, and sends nothing of what waited', async () => {
  wire.connected = false;
  const one = await page();
  one.post(letter('a'), 'Name');
  const before = one.ownIdentity().secret;
  one.dropRuns();
  one.becomeSomebodyElse();
  const after = await page();
  expect(after.ownIdentity()).toMatchObject({ nickname: null });
  expect(after.ownIdentity().secret).not.toBe(before);
  expect(after.waiting.value).toBe(0);
});

test('what storage holds instead of letters and names is not taken for any', async () => {
  kept.set('ackward.runs', '[1, null, {"attempt": 7}]');
  kept.set('ackward.player', '{"secret": "me", "nickname": "<b>"}');
  const one = await page();
  expect(one.waiting.value).toBe(0);
  expect(one.identity.value).toBeNull();
  expect(one.ownIdentity().secret).toMatch(/^[\w-]{43}$/);
});
