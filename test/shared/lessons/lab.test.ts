import { describe, expect, test } from 'vitest';
import { readCapture } from '../../../shared/packet/readCapture.ts';
import { tcpOfCaptured } from '../../../shared/packet/capture.ts';
import {
  allRight,
  checkFilter,
  checkTable,
  columns,
  goodFilters,
  labCapture,
  labQuestions,
  solved,
  tables,
  type Typed,
} from '../../../shared/lessons/lab.ts';
import { captureFile } from '../../../shared/lessons/labCapture.ts';
import {
  checkMarked,
  checkValue,
  fieldsAt,
  flagOctet,
  flagOctets,
  headerFields,
  inHex,
  labHeader,
  labHeaderNames,
  placeOf,
  relativeView,
  valueOf,
} from '../../../shared/lessons/labHeader.ts';
import { headerFieldCount, labScore, tableFields } from '../../../shared/lessons/labScore.ts';
import { labTexts } from '../../../shared/lessons/labWords.ts';
import { toText } from '../../../shared/octets.ts';
import { flagsOf, PSH } from '../../../shared/tcp/segment.ts';

const x = 3028281900;
const y = 1157340021;

describe('lab-01', () => {
  test('eleven segments, as in the curriculum', () => {
    const shown = labCapture().map(
      ({ from, segment: { ctl, seq, ack, data } }) =>
        `${from} ${flagsOf(ctl & ~PSH).join(',')} ${seq} ${ack} ${data.length}`,
    );
    expect(shown).toEqual([
      `client SYN ${x} 0 0`,
      `server SYN,ACK ${y} ${x + 1} 0`,
      `client ACK ${x + 1} ${y + 1} 0`,
      `client ACK ${x + 1} ${y + 1} 78`,
      `server ACK ${y + 1} ${x + 79} 0`,
      `server ACK ${y + 1} ${x + 79} 400`,
      `client ACK ${x + 79} ${y + 401} 0`,
      `client FIN,ACK ${x + 79} ${y + 401} 0`,
      `server ACK ${y + 401} ${x + 80} 0`,
      `server FIN,ACK ${y + 401} ${x + 80} 0`,
      `client ACK ${x + 80} ${y + 402} 0`,
    ]);
  });

  test('both tables, solved', () => {
    expect(solved('opening')).toEqual([
      { seq: 3028281900, ack: null, SYN: 1, ACK: 0 },
      { seq: 1157340021, ack: 3028281901, SYN: 1, ACK: 1 },
      { seq: 3028281901, ack: 1157340022, SYN: 0, ACK: 1 },
    ]);
    expect(solved('closing')).toEqual([
      { seq: 3028281979, ack: 1157340422, FIN: 1, ACK: 1 },
      { seq: 1157340422, ack: 3028281980, FIN: 0, ACK: 1 },
      { seq: 1157340422, ack: 3028281980, FIN: 1, ACK: 1 },
      { seq: 3028281980, ack: 1157340423, FIN: 0, ACK: 1 },
    ]);
  });

  test.each(tables)('%s: each field is marked for itself', (table) => {
    const right: Typed = solved(table).map((row) =>
      Object.fromEntries(columns[table].map((column) => [column, String(row[column] ?? '-')])),
    );
    expect(allRight(checkTable(table, right))).toBe(true);
    for (const [n] of right.entries()) {
      for (const column of columns[table]) {
        const typed = right.map((row, i) => (i === n ? { ...row, [column]: '7' } : row));
        const marks = checkTable(table, typed);
        expect(marks[n]?.[column]).toBe('wrong');
        expect(marks.flatMap((row) => Object.values(row)).filter((mark) => mark !== 'right').length).toBe(1);
      }
    }
  });

  test('a relative number is told apart, an empty field, too; the first ack has no meaning', () => {
    const [first, second] = checkTable('opening', [
      { seq: '0', ack: '0', SYN: '1', ACK: '' },
      { seq: '1,157,340,021', ack: '1' },
    ]);
    expect(first).toEqual({ seq: 'relative', ack: 'right', SYN: 'right', ACK: 'empty' });
    expect(second).toEqual({ seq: 'right', ack: 'relative', SYN: 'empty', ACK: 'empty' });
    expect(checkTable('opening', [{ ack: String(x) }])[0]?.ack).toBe('wrong');
  });

  test.each([
    ['ip.addr == 198.51.100.7 && tcp', 'right'],
    ['tcp and ip.addr==198.51.100.7', 'right'],
    ['IP.ADDR eq 198.51.100.7 && tcp.port == 80', 'right'],
    ['tcp.stream eq 0', 'right'],
    ['tcp.port==52114', 'right'],
    ['tcp', 'wide'],
    ['ip.addr == 198.51.100.7', 'wide'],
    ['ip.addr == 192.0.2.10 && tcp', 'wide'],
    ['http', 'unknown'],
    ['ip.addr == 8.8.8.8 && tcp', 'unknown'],
    ['', 'unknown'],
  ] as const)('%s is %s', (typed, mark) => {
    expect(checkFilter(typed)).toBe(mark);
  });

  test('the file reads back with the same numbers', () => {
    const capture = labCapture();
    const read = readCapture(captureFile(capture, { seconds: 1_767_225_600, nanos: 0 }));
    if (!read.ok) throw new Error('unreadable');
    const segments = read.value.packets.map((packet) => tcpOfCaptured(read.value, packet, 'strict'));
    expect(segments.every(({ ok }) => ok)).toBe(true);
    expect(segments.map((one) => (one.ok ? [one.value.tcp.segment.seq, one.value.tcp.segment.ctl] : []))).toEqual(
      capture.map(({ segment }) => [segment.seq, segment.ctl]),
    );
    const [first] = segments;
    expect(first?.ok === true && [first.value.tcp.srcPort, first.value.tcp.dstPort]).toEqual([52114, 80]);
  });

  test('“follow stream” shows a request of 78 octets and a reply of 400', () => {
    const said = labCapture().flatMap(({ segment }) => (segment.data.length === 0 ? [] : [toText(segment.data)]));
    expect(said.map((text) => text.length)).toEqual([78, 400]);
    expect(said[0]).toMatch(/^GET [^]*\r\n\r\n$/);
    expect(said[1]?.split('\r\n\r\n')[1]?.length).toBe(315);
  });

  test('one wrong field costs more than all speed, as a move does', () => {
    const level = { stars: { three: 180, two: 360, one: 720 } };
    const none = Array.from({ length: tableFields() }, () => 0);
    const slow = labScore(level, { wrong: none, done: true, thinking: 3_600_000, hint: 0 });
    const hasty = labScore(level, { wrong: [1, ...none.slice(1)], done: true, thinking: 1, hint: 0 });
    expect([slow.points, slow.stars, hasty.stars]).toEqual([1000, 1, 2]);
    expect(hasty.points).toBeLessThan(slow.points);
    expect(labScore(level, { wrong: none, done: true, thinking: 1, hint: 0 }).stars).toBe(3);
    expect(labScore(level, { wrong: none, done: false, thinking: 1, hint: 0 }).points).toBe(0);
    expect([tableFields(), headerFieldCount()]).toEqual([28, 32]);
  });

  test('four questions with points to compare with, as many in each language', () => {
    expect(goodFilters.map(checkFilter)).toEqual(['right', 'right']);
    for (const question of labQuestions) {
      const counts = (['en', 'zh-CN'] as const).map((locale) => labTexts[locale].questions[question].points.length);
      expect(counts[0]).toBeGreaterThanOrEqual(3);
      expect(counts[0]).toBe(counts[1]);
    }
    expect(labTexts.en.steps.length).toBe(labTexts['zh-CN'].steps.length);
  });
});

describe('lab-02', () => {
  test.each([
    ['first', '04 89 00 50 0d d6 01 f4 00 00 00 00 70 02 40 00 00 00 00 00 02 04 05 b4 01 01 04 02'],
    ['second', '00 50 04 89 34 a2 74 19 0d d6 01 f5 70 12 16 d0 00 00 00 00 02 04 05 b4 01 01 04 02'],
    ['third', '04 89 00 50 0d d6 01 f5 34 a2 74 1a 50 10 44 70 00 00 00 00'],
    ['bonus', '04 89 00 50 0d d6 01 f5 34 a2 74 1a 50 11 44 70 00 00 00 00'],
  ] as const)('the %s header is the curriculum’s', (name, hex) => {
    expect(inHex(labHeader(name))).toBe(hex);
  });

  test('every octet belongs to a field; only the twelfth belongs to two', () => {
    for (const name of labHeaderNames) {
      const header = labHeader(name);
      const counts = Array.from(header, (_, at) => fieldsAt(header, at).length);
      expect(counts.filter((n) => n !== 1)).toEqual([2]);
      expect(counts[12]).toBe(2);
    }
  });

  test('values', () => {
    const header = labHeader('second');
    expect(headerFields.map((field) => valueOf(field, header))).toEqual([
      80, 1161, 883061785, 232129013, 7, 0, 0x12, 5840, 0, 0, 8,
    ]);
    expect(placeOf('options', labHeader('third'))).toBeNull();
    expect(checkValue('seq', header, '883061785')).toBe(true);
    expect(checkValue('seq', header, '0x34a27419')).toBe(true);
    expect(checkValue('flags', header, 'SYN, ACK')).toBe(true);
    expect(checkValue('flags', header, 'ACK+SYN')).toBe(true);
    expect(checkValue('flags', header, 'ACK')).toBe(false);
    expect(checkValue('flags', header, '18')).toBe(true);
    expect(checkValue('ack', header, '1')).toBe(false);
  });

  test('marking octets', () => {
    const header = labHeader('first');
    expect(checkMarked('seq', header, [7, 6, 5, 4])).toBe(true);
    expect(checkMarked('seq', header, [4, 5, 6])).toBe(false);
    expect(checkMarked('ack', header, [4, 5, 6, 7])).toBe(false);
    expect(checkMarked('options', labHeader('third'), [])).toBe(true);
  });

  test('relative view and flag octets', () => {
    expect(labHeaderNames.slice(0, 3).map(relativeView)).toEqual([
      { seq: 0, ack: null },
      { seq: 0, ack: 1 },
      { seq: 1, ack: 1 },
    ]);
    expect(flagOctets.map(flagOctet)).toEqual(['0x02', '0x12', '0x10', '0x11', '0x04', '0x14', '0x18']);
  });
});
