import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Field, octetsOf, rowsOf, valueText } from '../../client/header/figure1.ts';
import { filmOf } from '../../shared/game/film.ts';
import { initial } from '../../shared/game/match.ts';
import { tapsOf } from '../../shared/game/taps.ts';
import { flagNames, flagsOf } from '../../shared/tcp/segment.ts';
import { ofType, setupOf, wholeLog } from '../shared/game/builders.ts';
import { header } from './story.ts';

const values = (rows: readonly (readonly Field[])[]) =>
  Object.fromEntries(rows.flat().map(({ name, value }) => [name, value]));

test('every row is 32 bits, and every field what the header says', () => {
  const u32 = fc.nat(0xffff_ffff);
  fc.assert(
    fc.property(
      fc.tuple(u32, u32),
      fc.nat(255),
      fc.nat(65_535),
      fc.constantFrom('', '020405b4'),
      ([seq, ack], ctl, wnd, options) => {
        const flags = flagsOf(ctl);
        const rows = rowsOf(octetsOf(header({ seq, ack, flags, wnd, options, text: 'hello', len: 5 }), 'client'));
        for (const row of rows) expect(row.reduce((sum, { bits }) => sum + bits, 0)).toBe(32);
        expect(rows.length).toBe(options === '' ? 5 : 6);
        expect(values(rows)).toMatchObject({
          'Source Port': 49_152,
          'Destination Port': 80,
          'Sequence Number': seq,
          'Acknowledgment Number': ack,
          DOffset: rows.length,
          Rsrvd: 0,
          Window: wnd,
          'Urgent Pointer': 0,
          ...Object.fromEntries(flagNames.map((flag) => [flag, flags.includes(flag) ? 1 : 0])),
          ...(options === '' ? {} : { Options: 0x020405b4 }),
        });
      },
    ),
  );
});

test('the octets of a header are those of the capture, checksum included', () => {
  const setup = setupOf({ seed: 9, weather: 'calm' });
  const { match, log } = wholeLog(setup);
  const tapping = { start: { seconds: 0, nanos: 0 }, about: [], comment: () => null };
  const { packets } = tapsOf(filmOf(initial(setup), log), tapping);
  const sent = ofType(match.history, 'sent');
  expect(sent.length).toBeGreaterThan(10);
  for (const { at, host, header: shown } of sent) {
    const tap = host === 'client' ? 0 : 1;
    const tcp = octetsOf(shown, host);
    const crossed = packets.filter(
      (packet) => packet.interface === tap && packet.time?.nanos === (at % 1000) * 1_000_000,
    );
    expect(crossed.some(({ data }) => Buffer.compare(data.subarray(20), tcp) === 0)).toBe(true);
  }
});

test('numbers in three forms', () => {
  const field = { name: 'Window', bits: 16, value: 80 } as const;
  expect(valueText(field, 'decimal')).toBe('80');
  expect(valueText(field, 'hex')).toBe('0x0050');
  expect(valueText(field, 'binary')).toBe('0000 0000 0101 0000');
  expect(valueText({ name: 'SYN', bits: 1, value: 1 }, 'hex')).toBe('1');
});
