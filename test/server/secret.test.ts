import { describe, expect, test } from 'vitest';
import { type Lock, newLock, newSecret, opens, turned } from '../../server/secret.ts';

/** A seat whose player holds the second secret. */
function twice() {
  const [first, second] = [newSecret(), newSecret()];
  return { first, second, lock: turned(newLock(null, first), first.hash, second) };
}

describe('a seat', () => {
  test('opens by the secret that was handed out last', () => {
    const { second, lock } = twice();
    expect(opens(lock, second.hash)).toBe(true);
    expect(opens(lock, newSecret().hash)).toBe(false);
  });

  test('opens by the one before until the new one was used, however often the answer gets lost', () => {
    const { first, lock } = twice();
    let now: Lock = lock;
    for (let lost = 0; lost < 20; lost += 1) now = turned(now, first.hash, newSecret());
    expect(opens(now, first.hash)).toBe(true);
    expect(now.issued.length).toBeLessThanOrEqual(4);
  });

  test('does not open by one that was used before the last', () => {
    const { first, second, lock } = twice();
    const third = newSecret();
    const now = turned(lock, second.hash, third);
    expect(opens(now, first.hash)).toBe(false);
    expect([second, third].map(({ hash }) => opens(now, hash))).toEqual([true, true]);
  });

  test('opens for each of the tabs that came with the same secret, whichever of them comes again', () => {
    const { first, second, lock } = twice();
    const other = newSecret();
    const now = turned(lock, first.hash, other);
    expect([second, other].map(({ hash }) => opens(now, hash))).toEqual([true, true]);
    const after = turned(now, second.hash, newSecret());
    expect(opens(after, other.hash)).toBe(false);
    expect(opens(after, first.hash)).toBe(false);
  });

  test('opens by a ticket until the first secret was used', () => {
    const [ticket, secret] = [newSecret(), newSecret()];
    const lock = newLock(ticket.hash, secret);
    expect(opens(lock, ticket.hash)).toBe(true);
    expect(opens(turned(lock, secret.hash, newSecret()), ticket.hash)).toBe(false);
  });
});
