import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, csvCell } from '../../shared/csv.ts';

describe('a cell', () => {
  test.each([
    ['Ada', 'Ada'],
    ['小明 2', '小明 2'],
    [null, ''],
    [-5, '-5'],
    [true, 'true'],
    ['a,b', '"a,b"'],
    ['say "SYN"', '"say ""SYN"""'],
    ['two\nlines', '"two\nlines"'],
    [' blank', '" blank"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\u00A0=1', "'\u00A0=1"],
    ['\u200B=1', "'\u200B=1"],
    ['\t=1', '"\'\t=1"'],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://evil.example","x")', '"\'=HYPERLINK(""http://evil.example"",""x"")"'],
  ] as const)('%j is %j', (cell, expected) => {
    expect(csvCell(cell)).toBe(expected);
  });
});

/** A reader of RFC 4180, with nothing of ours. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  cell.lastIndex = 1;
  while (cell.lastIndex < text.length) {
    const [, inQuotes, plain, end] = cell.exec(text) ?? [];
    row.push(inQuotes?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push(row.splice(0));
    if (end === undefined) throw new Error(`no CSV at ${cell.lastIndex}`);
  }
  return rows;
}

test('whatever the texts, they come back, and none is a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n", ;\'|a1＝'.split('')) }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
      const back = read(csv(rows));
      const same = back.map((row) => row.map((one) => one.replace(/^'/, '')));
      expect(same).toEqual(rows.map((row) => row.map((one) => one.replace(/^'/, ''))));
      for (const one of back.flat()) expect(one).not.toMatch(/^\s*[=+\-@＝]|^[\t\r\n]/);
    }),
    { numRuns: 2000 },
  );
});
