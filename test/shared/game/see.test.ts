import { describe, expect, test } from 'vitest';
import { roles, otherRole } from '../../../shared/game/role.ts';
import { seen, viewOf } from '../../../shared/game/see.ts';
import { wholeLog, setupOf, started } from './builders.ts';
import { initial } from '../../../shared/game/match.ts';
import { reduce } from '../../../shared/game/reduce.ts';

const setup = setupOf({ weather: 'stormy', seed: 11 });
const steps = (() => {
  const { log } = wholeLog(setup);
  let match = initial(setup);
  return log.map((command) => {
    const step = reduce(match, command);
    ({ match } = step);
    return step;
  });
})();
const running = steps.filter(({ match }) => match.phase === 'playing');

describe('before the match has ended', () => {
  test.each([...roles, null])('no view of %s holds the seed, the dice, a fate or the other TCB', (role) => {
    for (const { match } of running) {
      const text = JSON.stringify(viewOf(match, role));
      for (const key of ['seed', 'rng', 'sinksAt', 'losses', 'program', 'stepAt', 'isns', 'texts']) {
        expect(text).not.toContain(`"${key}"`);
      }
      expect(viewOf(match, role).peer).toBeNull();
    }
    expect(running.length).toBeGreaterThan(10);
  });

  test('the ISS of the other end appears nowhere before its SYN sails', () => {
    const match = started({ server: 'human' });
    const [iss] = match.ends.server.isns;
    expect(JSON.stringify(viewOf(match, 'client'))).not.toContain(String(iss));
  });

  test('a boat that will sink looks like any other', () => {
    const doomed = running.flatMap(({ match }) =>
      match.flights.filter((flight) => flight.sinksAt !== null).map((flight) => ({ match, flight })),
    );
    expect(doomed.length).toBeGreaterThan(0);
    for (const { match, flight } of doomed) {
      const boat = viewOf(match, 'client').flights.find(({ id }) => id === flight.id);
      expect(Object.keys(boat ?? {}).toSorted()).toEqual(['copyOf', 'delay', 'from', 'header', 'id', 'sentAt']);
    }
  });

  test('what happens inside a host is told to its own keeper only', () => {
    const inner = ['called', 'expired', 'changed', 'ignored', 'delivered', 'signalled', 'waited', 'refused'];
    for (const { match, events } of running) {
      for (const event of events) {
        const host = 'host' in event ? event.host : null;
        if (host === null || !inner.includes(event.type)) continue;
        expect(seen(match, event, otherRole(host))).toBeNull();
        expect(seen(match, event, null)).toBeNull();
        expect(seen(match, event, host)).toEqual(event);
      }
    }
  });

  test('a spectator has no own end', () => {
    expect(running.every(({ match }) => viewOf(match, null).own === null)).toBe(true);
  });
});

describe('when the match has ended', () => {
  test('both ends and the whole story are shown to everybody', () => {
    const match = steps.at(-1)?.match ?? initial(setup);
    for (const role of roles) {
      expect(viewOf(match, role).own?.role).toBe(role);
      expect(viewOf(match, role).peer?.role).toBe(otherRole(role));
      expect(match.history.map((event) => seen(match, event, role))).toEqual(match.history);
    }
  });
});

test('a view is JSON: it survives the socket unchanged', () => {
  for (const { match } of steps) {
    const view = viewOf(match, 'server');
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  }
});
