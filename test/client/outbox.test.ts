import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reply } from '../../client/net/socket.ts';
import { fromSnapshot } from '../../client/state/session.ts';
import { accepted, complaint, outgoing, place, refused, session } from '../../client/state/store.ts';
import { deliver, submit } from '../../client/state/outbox.ts';
import { snapshot } from './story.ts';

const ask = vi.hoisted(() => vi.fn<(name: string, request: { readonly id: string }) => Promise<Reply<'command'>>>());
vi.mock('../../client/net/socket.ts', () => ({ ask }));

const silence = { ok: false, code: 'silence' } as const;
const right = { ok: true, version: 4, verdict: null } as const;

beforeEach(() => {
  vi.useFakeTimers();
  ask.mockReset();
  outgoing.value = null;
  complaint.value = null;
  session.value = fromSnapshot(snapshot(), null);
  place.value = { type: 'inside', code: 'ABC234' };
});
afterEach(() => {
  vi.useRealTimers();
});

test('a move without an answer is asked again with the same id', async () => {
  ask.mockResolvedValueOnce(silence).mockResolvedValueOnce(silence).mockResolvedValueOnce(right);
  submit({ type: 'wait' });
  await vi.advanceTimersByTimeAsync(5000);
  const ids = ask.mock.calls.map(([, request]) => request.id);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
  expect(outgoing.value).toBeNull();
});

test('one move at a time: a second one is not sent while the first has no answer', async () => {
  ask.mockResolvedValue(silence);
  submit({ type: 'wait' });
  submit({ type: 'wait' });
  await vi.advanceTimersByTimeAsync(0);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a right move clears the verdict and counts; a wrong one keeps it', async () => {
  const verdict = {
    field: 'move',
    given: 'wait',
    wanted: 'send',
    clause: 'open-active',
    expected: [],
    misconceptions: [],
  } as const;
  ask.mockResolvedValueOnce({ ok: true, version: 4, verdict });
  submit({ type: 'wait' });
  await vi.advanceTimersByTimeAsync(0);
  expect(refused.value?.verdict).toEqual(verdict);
  const before = accepted.value;
  ask.mockResolvedValueOnce(right);
  submit({ type: 'wait' });
  await vi.advanceTimersByTimeAsync(0);
  expect(refused.value).toBeNull();
  expect(accepted.value).toBe(before + 1);
});

test('a final refusal is shown and not asked again', async () => {
  ask.mockResolvedValueOnce({ ok: false, code: 'move/finished', message: '' });
  submit({ type: 'wait' });
  await vi.advanceTimersByTimeAsync(9000);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(complaint.value).toBe('move/finished');
});

test('nothing is sent from a seat that another tab took', async () => {
  place.value = { type: 'superseded', code: 'ABC234' };
  submit({ type: 'wait' });
  await vi.advanceTimersByTimeAsync(0);
  expect(ask).not.toHaveBeenCalled();
  ask.mockResolvedValue(right);
  place.value = { type: 'inside', code: 'ABC234' };
  await deliver();
  expect(ask).toHaveBeenCalledTimes(1);
});
