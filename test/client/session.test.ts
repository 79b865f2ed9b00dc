import { expect, test } from 'vitest';
import { afterUpdate, fromSnapshot } from '../../client/state/session.ts';
import { IRS, ISS, arrived, end, flight, lost, sent, snapshot, view } from './story.ts';

test('an update adds its events and replaces the view', () => {
  const before = fromSnapshot(snapshot({ history: [sent(0, 1, 0)] }), null);
  const after = afterUpdate(before, {
    match: 'match-01',
    version: 4,
    rate: 0,
    view: view({ now: 100 }),
    events: [arrived(2, 1, 100)],
  });
  expect(after.history.map(({ n }) => n)).toEqual([0, 2]);
  expect(after).toMatchObject({ version: 4, rate: 0, view: { now: 100 } });
  expect(after.flights.get(1)?.fate).toEqual({ type: 'arrived', at: 100 });
});

test('an old update, or one of another match, changes nothing', () => {
  const before = fromSnapshot(snapshot(), null);
  const update = { match: 'match-01', version: 3, rate: 1, view: view(), events: [] };
  expect(afterUpdate(before, update)).toBe(before);
  expect(afterUpdate(before, { ...update, version: 9, match: 'match-02' })).toBe(before);
});

test('events that a snapshot told already are not told twice', () => {
  const before = fromSnapshot(snapshot({ history: [sent(0, 1, 0)] }), null);
  const events = [sent(0, 1, 0), lost(1, 1, 40)];
  const after = afterUpdate(before, { match: 'match-01', version: 4, rate: 1, view: view(), events });
  expect(after.history).toHaveLength(2);
});

test('the ISS of each end comes from a TCB, else from the first SYN', () => {
  const own = end('client', { irs: IRS });
  expect(fromSnapshot(snapshot({ view: view({ own }) }), null).bases).toEqual({ client: ISS, server: IRS });
  const closed = view({ own: end('client', { iss: null, irs: null }) });
  const history = [sent(0, 1, 0), sent(1, 2, 100, { seq: IRS, ack: ISS + 1, flags: ['SYN', 'ACK'] })];
  expect(fromSnapshot(snapshot({ view: closed, history }), null).bases).toEqual({ client: ISS, server: IRS });
  expect(fromSnapshot(snapshot({ view: closed }), null).bases).toEqual({ client: null, server: null });
});

test('a twin has the header of its original, and a lost boat keeps the delay that was seen', () => {
  const twins = view({ flights: [flight(1), flight(2, { copyOf: 1, delay: 140 })] });
  const history = [
    sent(0, 1, 0),
    { n: 1, at: 0, type: 'duplicated', host: 'client', flight: 2, copyOf: 1, delay: 140 } as const,
  ];
  const before = fromSnapshot(snapshot({ view: twins, history }), null);
  expect(before.flights.get(2)).toMatchObject({ copyOf: 1, delay: 140, header: { seq: ISS } });
  const events = [lost(2, 2, 70)];
  const after = afterUpdate(before, { match: 'match-01', version: 4, rate: 1, view: view(), events });
  expect(after.flights.get(2)).toMatchObject({ delay: 140, fate: { type: 'lost', at: 70 } });
  // A resync tells the same story again without the delays; what was seen stays.
  const again = fromSnapshot(snapshot({ version: 5, history: after.history }), after);
  expect(again.flights.get(2)).toMatchObject({ delay: 140, fate: { type: 'lost', at: 70 } });
});
