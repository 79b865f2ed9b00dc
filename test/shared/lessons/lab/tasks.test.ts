import { describe, expect, test } from 'vitest';
import { readCapture } from '../../../../shared/packet/readCapture.ts';
import { tcpOfCaptured } from '../../../../shared/packet/capture.ts';
import { captureFile, fileOf, labIds, twoTablesFrames } from '../../../../shared/lessons/lab/frames.ts';
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
  octetsIn,
  placeOf,
  relativeView,
  valueOf,
} from '../../../../shared/lessons/lab/header.ts';
import { fieldsOf, goodFilters, markShown, parts, shownBy } from '../../../../shared/lessons/lab/labs.ts';
import {
  holds,
  isRightAnswer,
  labQuestions,
  statementsOf,
  wronglyTicked,
} from '../../../../shared/lessons/lab/questions.ts';
import type { Slip } from '../../../../shared/lessons/lab/slip.ts';
import { cells, labCapture, rightIn, solved } from '../../../../shared/lessons/lab/tables.ts';
import { labTexts } from '../../../../shared/lessons/lab/words.ts';
import { toText } from '../../../../shared/octets.ts';
import { flagsOf, PSH } from '../../../../shared/tcp/segment.ts';

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

  test('every field that is asked says what is wrong with a wrong answer, and only with that', () => {
    const fields = fieldsOf('lab-01-two-tables').filter(({ part }) => part === 'opening' || part === 'closing');
    expect(fields.length).toBe(28);
    for (const [n, { id, slip }] of fields.entries()) {
      const cell = cells[n];
      if (cell === undefined) throw new Error(id);
      expect([id, slip(String(rightIn(cell) ?? '-'))]).toEqual([id, null]);
      const wrong = slip(cell.column === 'seq' || cell.column === 'ack' ? '7' : String(1 - Number(rightIn(cell))));
      expect([id, wrong]).not.toEqual([id, null]);
    }
  });

  // By hand, from the table in the curriculum.
  test.each<[field: string, typed: string, slip: Slip | null]>([
    ['opening.0.seq', '0', { type: 'relative', isnOf: 'client' }],
    ['opening.0.seq', '3,028,281,900', null],
    ['opening.0.seq', '０xb47fea2c', null],
    ['opening.0.seq', '3028281901', { type: 'one-too-many', wanted: 'seq' }],
    ['opening.0.seq', 'x', { type: 'no-number' }],
    ['opening.0.seq', '4294967296', { type: 'too-large' }],
    ['opening.0.ack', '', null],
    ['opening.0.ack', '0', null],
    ['opening.0.ack', '无', null],
    ['opening.0.ack', '1157340022', { type: 'no-meaning' }],
    ['opening.0.SYN', '0', { type: 'flag', which: 'syn-missing-first' }],
    ['opening.0.ACK', '1', { type: 'flag', which: 'ack-on-first' }],
    ['opening.1.seq', '0', { type: 'relative', isnOf: 'server' }],
    ['opening.1.seq', '3028281901', { type: 'exchanged', wanted: 'seq' }],
    ['opening.1.ack', '1157340021', { type: 'exchanged', wanted: 'ack' }],
    ['opening.1.ack', '1', { type: 'relative', isnOf: 'client' }],
    ['opening.1.ack', '3028281900', { type: 'one-too-few', wanted: 'ack' }],
    ['opening.1.SYN', '0', { type: 'flag', which: 'syn-missing-second' }],
    ['opening.2.seq', '3028281900', { type: 'one-too-few', wanted: 'seq' }],
    ['opening.2.seq', '1157340021', { type: 'other-row', row: 2 }],
    ['opening.2.SYN', '1', { type: 'flag', which: 'syn-on-third' }],
    ['opening.2.ACK', '0', { type: 'flag', which: 'ack-missing-third' }],
    ['closing.0.seq', '79', { type: 'relative', isnOf: 'client' }],
    ['closing.0.ack', '401', { type: 'relative', isnOf: 'server' }],
    ['closing.0.ACK', '0', { type: 'flag', which: 'ack-missing-on-fin' }],
    ['closing.1.seq', '401', { type: 'relative', isnOf: 'server' }],
    ['closing.1.ack', '3028281979', { type: 'one-too-few', wanted: 'ack' }],
    ['closing.1.FIN', '1', { type: 'flag', which: 'fin-on-ack' }],
    ['closing.1.ACK', '0', { type: 'flag', which: 'ack-missing-on-ack' }],
    ['closing.2.FIN', '0', { type: 'flag', which: 'fin-missing' }],
    ['closing.3.seq', '3028281981', { type: 'one-too-many', wanted: 'seq' }],
    ['closing.3.ack', '3028281980', { type: 'exchanged', wanted: 'ack' }],
    ['closing.3.ack', '1157340422', { type: 'one-too-few', wanted: 'ack' }],
    ['closing.3.ack', '12345', { type: 'wrong' }],
    ['filter', 'tcp', { type: 'wrong' }],
    ['filter', 'ip.addr == 198.51.100.7 && tcp', null],
    ['follow', '1', { type: 'wrong' }],
    ['follow', '0', null],
  ])('%s: %s', (field, typed, slip) => {
    const asked = fieldsOf('lab-01-two-tables').find(({ id }) => id === field);
    expect(asked?.slip(typed)).toEqual(slip);
  });

  test.each([
    ['ip.addr == 198.51.100.7 && tcp', 'right'],
    ['tcp.stream eq 0', 'right'],
    ['tcp.port==52114', 'right'],
    ['tcp and not tcp.port == 8080', 'right'],
    ['tcp', 'wide'],
    ['ip.addr == 198.51.100.7', 'wide'],
    ['', 'wide'],
    ['http', 'narrow'],
    ['tcp.flags.syn == 1', 'narrow'],
    ['dns || icmp', 'other'],
    ['tcp.stream eq 1', 'other'],
  ] as const)('%s is %s', (typed, mark) => {
    expect(markShown(shownBy(typed) ?? [])).toBe(mark);
  });

  test('the filters that are shown as right are; what is no filter shows nothing', () => {
    expect(goodFilters.map((filter) => markShown(shownBy(filter) ?? []))).toEqual(goodFilters.map(() => 'right'));
    expect(shownBy('tcp.port = 80')).toBeNull();
  });

  test('the file reads back with the same numbers', () => {
    const read = readCapture(captureFile(twoTablesFrames(), { seconds: 1_767_225_600, nanos: 0 }));
    if (!read.ok) throw new Error('unreadable');
    const segments = read.value.packets.map((packet) => tcpOfCaptured(read.value, packet, 'strict'));
    const own = segments.flatMap((one) =>
      one.ok && [one.value.tcp.srcPort, one.value.tcp.dstPort].includes(52_114) ? [one.value.tcp] : [],
    );
    expect(own.map(({ segment }) => [segment.seq, segment.ack, segment.ctl, segment.data.length])).toEqual(
      labCapture().map(({ segment }) => [segment.seq, segment.ack, segment.ctl, segment.data.length]),
    );
    expect([own[0]?.srcPort, own[0]?.dstPort]).toEqual([52114, 80]);
  });

  test.each(labIds)('%s: the file is a capture on one card', (id) => {
    const read = readCapture(fileOf(id));
    expect(read.ok && read.value.interfaces.map(({ name, linkType }) => [name, linkType])).toEqual([['client', 1]]);
  });

  test('what is said is a request of 78 octets and a reply of 400, and the length in it is true', () => {
    const said = labCapture().flatMap(({ segment }) => (segment.data.length === 0 ? [] : [toText(segment.data)]));
    expect(said.map((text) => text.length)).toEqual([78, 400]);
    expect(said[0]).toMatch(/^GET [^]*\r\n\r\n$/);
    const [head = '', body = ''] = said[1]?.split('\r\n\r\n') ?? [];
    expect(head).toContain(`Content-Length: ${body.length}`);
  });
});

describe('the four questions', () => {
  test('are right with exactly the statements that hold', () => {
    for (const question of labQuestions) {
      const all = statementsOf(question);
      const right = all.filter((statement) => holds(question, statement));
      expect(right.length).toBeGreaterThanOrEqual(3);
      expect(all.length).toBeGreaterThan(right.length);
      expect(isRightAnswer(question, right.join(','))).toBe(true);
      expect(isRightAnswer(question, right.toReversed().join(','))).toBe(true);
      expect(isRightAnswer(question, `${right.join(',')},made-up`)).toBe(false);
      for (const statement of all) {
        const typed = right.includes(statement) ? right.filter((one) => one !== statement) : [...right, statement];
        expect(wronglyTicked(question, typed.join(','))).toEqual([statement]);
      }
    }
  });

  test('each statement has a sentence and a reason in both languages', () => {
    for (const { questions } of Object.values(labTexts)) {
      for (const question of labQuestions) {
        const said: { readonly [statement: string]: { readonly says: string; readonly why: string } } =
          questions[question].statements;
        expect(Object.keys(said)).toEqual(statementsOf(question));
        expect(new Set(Object.values(said).map(({ why }) => why)).size).toBe(statementsOf(question).length);
      }
    }
    expect(labTexts.en.steps.length).toBe(labTexts['zh-CN'].steps.length);
    expect(Object.keys(labTexts.en.gloss)).toEqual(Object.keys(labTexts['zh-CN'].gloss));
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

describe('lab-02, what is wrong with an answer', () => {
  test('31 fields, each of its part', () => {
    const fields = fieldsOf('lab-02-hex-and-relative');
    expect(fields.length).toBe(31);
    expect([...new Set(fields.map(({ part }) => part))]).toEqual([...parts['lab-02-hex-and-relative']]);
  });

  // By hand, from the octets in the curriculum.
  test.each<[field: string, typed: string, slip: Slip | null]>([
    ['values.source-port', '1161', null],
    ['values.source-port', '0x0489', null],
    ['values.source-port', '0489', { type: 'unmarked-hex' }],
    ['values.source-port', '80', { type: 'other-field', field: 'destination-port' }],
    ['values.source-port', '35076', { type: 'octet-order' }],
    ['values.seq', '232129012', null],
    ['values.seq', '0dd601f4', { type: 'unmarked-hex' }],
    ['values.seq', '0d d6 01 f4', { type: 'unmarked-hex' }],
    ['values.seq', 'zz', { type: 'no-number' }],
    ['values.ack', '0', null],
    ['values.ack', '-', null],
    ['values.ack', '1', { type: 'wrong' }],
    ['values.data-offset', '7', null],
    ['values.data-offset', '28', { type: 'octets-not-words' }],
    ['values.data-offset', '0x70', { type: 'half-octet' }],
    ['values.flags', 'SYN', null],
    ['values.flags', '0x02', null],
    ['values.flags', '0x7002', { type: 'two-octets' }],
    ['values.flags', 'SYN, ACK', { type: 'flags-too-many' }],
    ['values.flags', 'hello', { type: 'no-flags' }],
    ['values.window', '16384', null],
    ['octets.seq', '4-7', null],
    ['octets.seq', '4-6', { type: 'too-few-octets', octets: 4 }],
    ['octets.seq', '3-7', { type: 'too-many-octets', octets: 4 }],
    ['octets.seq', '8-11', { type: 'other-field', field: 'ack' }],
    ['octets.seq', '14', { type: 'elsewhere' }],
    ['octets.flags', '13', null],
    ['octets.flags', '12-13', { type: 'too-many-octets', octets: 1 }],
    ['octets.data-offset', '12', null],
    ['octets.window', '14-15', null],
    ['octets.window', '15-14', { type: 'no-number' }],
    ['bare.data-offset', '5', null],
    ['bare.flags', 'ack', null],
    ['bare.window', '17520', null],
    ['bare.ack', '883061786', null],
    ['relative.first.seq', '0', null],
    ['relative.first.ack', '-', null],
    ['relative.first.ack', '1', { type: 'no-meaning' }],
    ['relative.second.seq', '883061785', { type: 'absolute' }],
    ['relative.second.seq', '1', { type: 'exchanged', wanted: 'seq' }],
    ['relative.third.seq', '0', { type: 'one-too-few', wanted: 'seq' }],
    ['relative.third.ack', '2', { type: 'one-too-many', wanted: 'ack' }],
    ['flags.0x11', 'FIN,ACK', null],
    ['flags.0x11', 'FIN', { type: 'flags-missing' }],
    ['flags.0x14', 'RST ACK', null],
    ['flags.0x04', 'rst', null],
    ['flags.0x18', 'ACK、PSH', null],
    ['flags.0x18', 'ACK,PSH,SYN', { type: 'flags-too-many' }],
    ['flags.0x18', 'ACK,SYN', { type: 'wrong' }],
  ])('%s: %s', (field, typed, slip) => {
    const asked = fieldsOf('lab-02-hex-and-relative').find(({ id }) => id === field);
    expect(asked?.slip(typed)).toEqual(slip);
  });

  test('octets are named by their first and last', () => {
    expect(['4-7', '13', '7-4', 'x', ''].map(octetsIn)).toEqual([[4, 5, 6, 7], [13], null, null, null]);
  });
});
