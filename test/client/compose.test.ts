import { expect, test } from 'vitest';
import {
  beginsPayload,
  chipsOf,
  emptyDraft,
  markedOf,
  toMove,
  toggled,
  wholeOf,
} from '../../client/composer/compose.ts';
import { shortText } from '../../client/text/short.ts';
import { IRS, ISS, end, view } from './story.ts';

const bases = { client: 1000, server: 5000 };

test('a draft becomes a move', () => {
  const draft = { flags: ['SYN', 'ACK'], seq: '5000', ack: '1 001', payload: { offset: 0, length: 3 } } as const;
  expect(toMove(draft, 'server', bases, 'absolute')).toEqual({
    ok: true,
    value: { type: 'send', flags: ['SYN', 'ACK'], seq: 5000, ack: 1001, payload: { offset: 0, length: 3 } },
  });
});

test('relative numbers count from the ISS of either end', () => {
  const made = toMove({ ...emptyDraft, seq: '1', ack: '1' }, 'client', bases, 'relative');
  expect(made).toMatchObject({ ok: true, value: { seq: 1001, ack: 5001 } });
});

test('the ACK flag without a number, and a number without the flag, are the judge’s business', () => {
  expect(toMove({ ...emptyDraft, flags: ['ACK'], seq: '1' }, 'client', bases, 'absolute')).toMatchObject({
    value: { flags: ['ACK'], ack: null },
  });
  expect(toMove({ ...emptyDraft, flags: ['SYN'], seq: '1', ack: '7' }, 'client', bases, 'absolute')).toMatchObject({
    value: { flags: ['SYN'], ack: 7 },
  });
});

test('seq cannot stay blank, and a field that cannot be read is named', () => {
  expect(toMove(emptyDraft, 'client', bases, 'absolute')).toEqual({
    ok: false,
    error: { field: 'seq', problem: 'blank' },
  });
  expect(toMove({ ...emptyDraft, seq: '1', ack: 'x' }, 'client', bases, 'absolute')).toEqual({
    ok: false,
    error: { field: 'ack', problem: 'notNumber' },
  });
});

test('a flag is toggled, in header order', () => {
  expect(toggled([], 'SYN')).toEqual(['SYN']);
  expect(toggled(['SYN'], 'ACK')).toEqual(['ACK', 'SYN']);
  expect(toggled(['ACK', 'SYN'], 'SYN')).toEqual(['ACK']);
});

test('chips name the numbers that exist', () => {
  const before = view({ own: end('client') });
  expect(chipsOf(before, null).map(({ name }) => name)).toEqual(['ISS', 'SND.UNA', 'SND.NXT']);
  const after = view({ own: end('client', { irs: IRS, rcvNxt: IRS + 1 }) });
  expect(chipsOf(after, { seq: IRS, ack: ISS + 1 }).map(({ name }) => name)).toEqual([
    'ISS',
    'SND.UNA',
    'SND.NXT',
    'IRS',
    'RCV.NXT',
    'SEG.SEQ',
    'SEG.ACK',
  ]);
  expect(chipsOf(view({ own: null }), null)).toEqual([]);
});

test('a payload is chosen by its offset, and may be cut short', () => {
  expect(beginsPayload({ offset: 0, length: 3 }, { offset: 0, length: 3 })).toBe(true);
  expect(beginsPayload({ offset: 0, length: 2 }, { offset: 0, length: 3 })).toBe(true);
  expect(beginsPayload({ offset: 0, length: 4 }, { offset: 0, length: 3 })).toBe(false);
  expect(beginsPayload({ offset: 1, length: 2 }, { offset: 0, length: 3 })).toBe(false);
  expect(beginsPayload(null, { offset: 0, length: 3 })).toBe(false);
});

test('of several lengths the one that was chosen is marked, and the longest bounds it', () => {
  const choices = [600, 536].map((length) => ({ offset: 0, length }));
  expect(markedOf({ offset: 0, length: 536 }, choices)).toEqual({ offset: 0, length: 536 });
  expect(markedOf({ offset: 0, length: 100 }, choices)).toEqual({ offset: 0, length: 600 });
  expect(wholeOf({ offset: 0, length: 536 }, choices)).toEqual({ offset: 0, length: 600 });
  expect(markedOf(null, choices)).toBeNull();
  expect(wholeOf({ offset: 7, length: 1 }, choices)).toBeNull();
});

test('what an application says is cut where it would not fit', () => {
  expect(shortText('Ahoy!')).toBe('Ahoy!');
  expect(shortText('x'.repeat(600))).toBe(`${'x'.repeat(24)}…`);
});
