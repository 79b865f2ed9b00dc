import { describe, expect, test } from 'vitest';
import { contrast } from '../../client/style/contrast.ts';
import { shapePairs, textPairs, themes, tokens } from '../../client/style/tokens.ts';

test('black on white is 21 : 1, a colour on itself 1 : 1', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#2F6FDE', '#2F6FDE')).toBe(1);
});

describe.each(themes)('%s', (theme) => {
  test.each(textPairs)('text %s on %s has 4.5 : 1', (fore, back) => {
    expect(contrast(tokens[theme][fore], tokens[theme][back])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapePairs)('shape %s on %s has 3 : 1', (fore, back) => {
    expect(contrast(tokens[theme][fore], tokens[theme][back])).toBeGreaterThanOrEqual(3);
  });
});
