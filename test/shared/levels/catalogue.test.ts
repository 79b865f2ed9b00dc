import { describe, expect, test } from 'vitest';
import { levelOf, levels } from '../../../shared/levels/catalogue.ts';
import { levelIds, variantNames } from '../../../shared/levels/ids.ts';
import { evaluate, redraw } from '../../../shared/levels/symbols.ts';
import { levelTexts } from '../../../shared/levels/texts/texts.ts';
import { diceFrom, rngFrom } from '../../../shared/rng.ts';
import { seqDiff } from '../../../shared/seq.ts';
import { playPar } from './par.ts';

describe('the catalogue', () => {
  test('has the forty levels in their order', () => {
    expect(levels.map(({ id }) => id)).toEqual(levelIds);
    expect(levels.map(({ world }) => world)).toEqual(levels.map(({ world }) => world).toSorted((a, b) => a - b));
    expect(levelOf('close-02-four-way')?.world).toBe(4);
    expect(levelOf('nowhere')).toBeNull();
  });

  test('requires only levels that come before', () => {
    const wrong = levels.filter(({ requires }, i) =>
      requires.some((id) => !levels.slice(0, i).some((earlier) => earlier.id === id)),
    );
    expect(wrong).toEqual([]);
    expect(levels.filter(({ requires }) => requires.length === 0).map(({ id }) => id)).toEqual(['est-01-first-syn']);
  });

  test('covers every source text of the curriculum', () => {
    expect([...new Set(levels.flatMap(({ seeds }) => seeds))].toSorted()).toEqual([
      '000',
      '001',
      '002',
      '003',
      '004',
      'beyond',
    ]);
  });
});

describe('texts', () => {
  const all = Object.entries(levelTexts).flatMap(([locale, { levels: texts, variants }]) =>
    [...Object.entries(texts), ...Object.entries(variants)].map(([id, text]) => [locale, id, text] as const),
  );

  test('there are texts for the variants that there are', () => {
    expect(levels.flatMap(({ variants }) => variants.map(({ name }) => name))).toEqual(variantNames);
  });
  test.each(all)('%s %s: short enough, and none empty', (_, __, { title, task, teaches }) => {
    expect(title).toMatch(/^.{2,40}$/);
    expect(task).toMatch(/^.{15,240}$/);
    expect(teaches).toMatch(/^.{15,240}$/);
  });

  test('Chinese has marks of its own', () => {
    const said = all.flatMap(([locale, , text]) => (locale === 'zh-CN' ? Object.values(text) : []));
    expect(said.filter((text) => /\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test('no number in a text is one that a level redraws', () => {
    const wrong = all.flatMap(([locale, id, text]) => {
      const level = levelOf(id);
      const drawn = level?.again === 'redraw' ? Object.values(level.vars).filter((one) => typeof one === 'number') : [];
      const said = Object.values(text).join(' ').match(/\d+/g) ?? [];
      return said.some((number) => drawn.includes(Number(number)) && number.length > 3) ? [`${locale} ${id}`] : [];
    });
    // It speaks of a thousand octets, not of the ISN.
    expect(wrong).toEqual(['en close-05-fin-with-data', 'zh-CN close-05-fin-with-data']);
  });
});

describe('numbers', () => {
  test('variables, sums and the edge of 2^32', () => {
    const vars = { x: 4294967294, y: { var: 'x', plus: 3 } };
    expect(evaluate(vars, { var: 'x' })).toBe(4294967294);
    expect(evaluate(vars, { var: 'x', plus: 2 })).toBe(0);
    expect(evaluate(vars, { var: 'y', plus: -1 })).toBe(0);
    expect(evaluate(vars, 7)).toBe(7);
    expect(() => evaluate(vars, { var: 'z' })).toThrow('no number for z');
    expect(() => evaluate({ a: { var: 'b' }, b: { var: 'a' } }, { var: 'a' })).toThrow('no number');
  });

  test.each(levels.map((level) => [level.id, level] as const))('%s: the par holds with other numbers', (id, level) => {
    const written = playPar(level, level, level.par).problems;
    for (let seed = 1; seed <= 10; seed += 1) {
      const drawn = redraw(level, diceFrom(rngFrom(seed)));
      expect(playPar(drawn, drawn, drawn.par).problems).toEqual(written);
      expect([drawn.id, drawn.vars === level.vars]).toEqual([id, level.again === 'same']);
    }
  });

  test('figures of the RFC, the wrap, the exam and the lab keep their numbers, all others draw new ones', () => {
    const figures = ['est-04', 'close-02', 'odd-02', 'odd-03', 'odd-04', 'odd-05', 'odd-06'];
    const same = levels
      .filter((level) => level.again === 'same')
      .map((level) => level.id.replace(/^(\w+-\d+).*/, '$1'));
    expect(same.toSorted()).toEqual([...figures, 'num-05', 'lab-01', 'lab-02', 'exam-01', 'exam-02'].toSorted());
  });

  test('relations are kept, and counts lie far apart', () => {
    const level = levelOf('odd-01-refused-new-isn');
    if (level === null) throw new Error('no such level');
    for (let seed = 1; seed <= 50; seed += 1) {
      const { vars } = redraw(level, diceFrom(rngFrom(seed)));
      expect(seqDiff(evaluate(vars, { var: 'x2' }), evaluate(vars, { var: 'x' }))).toBe(500_000);
      expect(Math.abs(seqDiff(evaluate(vars, { var: 'x' }), evaluate(vars, { var: 'y' })))).toBeGreaterThan(999_999);
    }
  });
});
