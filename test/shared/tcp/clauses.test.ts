/** Every clause is carried out somewhere and shown by a test; every requirement of Appendix B has its line. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clauses } from '../../../shared/tcp/clauses.ts';
import { requirements } from '../../../shared/tcp/requirements.ts';
import { clauseRows } from '../../docs/clauseTable.ts';

const rows = clauseRows();

describe('every clause', () => {
  test.each(rows)('$id is carried out by code', ({ code }) => {
    expect(code).not.toEqual([]);
  });
  test.each(rows)('$id is named by a test', ({ tests }) => {
    expect(tests).not.toEqual([]);
  });
  test.each(Object.entries(clauses))('%s has a section and one sentence in each language', (_id, clause) => {
    expect(clause.section).toMatch(/^\d{4} \d/);
    expect(clause.en).toMatch(/\.$/);
    expect(clause['zh-CN']).toMatch(/。$/);
    expect(clause.requirement ?? 'MAY-1').toMatch(/^(MUST|SHLD|MAY)-\d+$/);
  });
});

const numbered = (kind: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${kind}-${i + 1}`);

describe('RFC 9293, Appendix B', () => {
  test('has MUST-1 to MUST-69, SHLD-1 to SHLD-31, MAY-1 to MAY-18 and REC-1', () => {
    const ids = [...numbered('MUST', 69), ...numbered('SHLD', 31), ...numbered('MAY', 18), 'REC-1'];
    expect(requirements.map(({ id }) => id)).toEqual(ids);
  });
  test.each(requirements)('$id is met, or left out with a reason', ({ clauses: by, file, leftOut }) => {
    expect(by.length > 0 || file !== null || leftOut !== null).toBe(true);
    expect(file === null || existsSync(new URL(`../../../${file}`, import.meta.url))).toBe(true);
  });
  test('every requirement that a clause names is one of them, and names the clause back', () => {
    const strangers = Object.entries(clauses).filter(
      ([id, { requirement }]) =>
        requirement !== null &&
        !requirements.some((each) => each.id === requirement && each.clauses.some((clause) => clause === id)),
    );
    expect(strangers.map(([id, { requirement }]) => `${id} ${requirement ?? ''}`)).toEqual([]);
  });
});
