import { describe, expect, test } from 'vitest';
import { dissect } from '../../../../shared/lessons/lab/dissect/dissect.ts';
import { twoTablesFrames } from '../../../../shared/lessons/lab/frames.ts';
import type { FilterError } from '../../../../shared/lessons/lab/filter/filterError.ts';
import { passes } from '../../../../shared/lessons/lab/filter/match.ts';
import { parseFilter } from '../../../../shared/lessons/lab/filter/parse.ts';
import { filters } from './filters.ts';

const packets = dissect(twoTablesFrames(), 'relative');

function shownBy(text: string): readonly number[] | null {
  const filter = parseFilter(text);
  return filter.ok ? packets.filter((packet) => passes(filter.value, packet)).map(({ number }) => number) : null;
}

describe('display filters show what Wireshark shows', () => {
  test.each(filters)('%s', (filter, frames) => {
    expect(shownBy(filter)).toEqual(frames);
  });

  test('numbers are compared as they are shown', () => {
    const absolute = dissect(twoTablesFrames(), 'absolute');
    const filter = parseFilter('tcp.seq == 3028281900');
    if (!filter.ok) throw new Error('refused');
    expect(packets.some((packet) => passes(filter.value, packet))).toBe(false);
    expect(absolute.filter((packet) => passes(filter.value, packet)).map(({ number }) => number)).toEqual([5]);
  });

  test('full-width signs count as the plain ones', () => {
    expect(shownBy('ip.addr＝＝198.51.100.7 ＆＆ （tcp）')).toEqual(shownBy('ip.addr==198.51.100.7 && (tcp)'));
    expect(shownBy('frame contains “GET”')).toEqual([11]);
  });
});

describe('a filter that is none says why', () => {
  test.each<[string, FilterError]>([
    ['TCP', { type: 'upper-case', word: 'TCP', near: 'tcp' }],
    ['tcp.flag.syn == 1', { type: 'unknown-field', word: 'tcp.flag.syn', near: 'tcp.flags.syn' }],
    ['tcp.syn == 1', { type: 'unknown-field', word: 'tcp.syn', near: 'tcp.flags.syn' }],
    ['ip.adr == 192.0.2.10', { type: 'unknown-field', word: 'ip.adr', near: 'ip.addr' }],
    ['host 198.51.100.7', { type: 'unknown-field', word: 'host', near: 'ip.addr' }],
    ['zebra', { type: 'unknown-field', word: 'zebra', near: null }],
    ['tcp.port = 80', { type: 'single-equals' }],
    ['tcp.port ==', { type: 'unfinished' }],
    ['tcp &&', { type: 'unfinished' }],
    ['tcp.port 80', { type: 'operator-missing', field: 'tcp.port', word: '80' }],
    ['(tcp', { type: 'unclosed' }],
    ['tcp.port in {80', { type: 'unclosed' }],
    ['tcp)', { type: 'unexpected', word: ')' }],
    ['frame contains "GET', { type: 'quote' }],
    ['tcp.port == eighty', { type: 'no-number', field: 'tcp.port', word: 'eighty' }],
    ['tcp.port == 70000', { type: 'too-large', field: 'tcp.port', word: '70000', most: 65_535 }],
    ['ip.addr == 198.51.100', { type: 'no-address', field: 'ip.addr', word: '198.51.100' }],
    ['tcp.flags.syn == yes', { type: 'no-flag', field: 'tcp.flags.syn', word: 'yes' }],
    ['tcp contains GET', { type: 'no-octets', field: 'tcp', word: 'GET' }],
    ['tcp.port contains 80', { type: 'operator-misfit', field: 'tcp.port', word: 'contains' }],
    ['ip.addr & 2', { type: 'operator-misfit', field: 'ip.addr', word: '&' }],
    ['tcp == 80', { type: 'protocol-value', field: 'tcp' }],
    ['http.host matches "x"', { type: 'not-here', word: 'matches' }],
  ])('%s', (filter, error) => {
    expect(parseFilter(filter)).toEqual({ ok: false, error });
  });
});
