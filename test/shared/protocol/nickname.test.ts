import { describe, expect, test } from 'vitest';
import { normaliseNickname } from '../../../shared/protocol/nickname.ts';

describe('a nickname', () => {
  test.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['  Ada \t Lovelace ', 'Ada Lovelace'],
    ['小明 2', '小明 2'],
    ['Ａｄａ', 'Ada'],
    ['ﬁsh', 'fish'],
    ['A\u202Ed\u200Ba', 'Ada'],
    ['A\u0000d\u001Ba', 'Ada'],
    ['e\u0301o\u0301', '\u00E9\u00F3'],
    // Twenty letters with two marks each, as people count them.
    ['क\u093E'.repeat(20), 'क\u093E'.repeat(20)],
    ['Scunthorpe', 'Scunthorpe'],
    ['Push it', 'Push it'],
    ['Shih Tzu', 'Shih Tzu'],
  ])('%j is %j', (typed, name) => {
    expect(normaliseNickname(typed)).toBe(name);
  });

  test.each([
    ['too short', 'A'],
    ['too long', 'a'.repeat(21)],
    ['too long, with marks', 'क\u093E'.repeat(21)],
    ['nothing that is seen', '\u200B\u200B\u200B'],
    ['a formula', '=1+1'],
    ['a formula after what is not seen', '\u200B=1+1'],
    ['a tag', '<b>Ada</b>'],
    ['a quote', 'Ada"'],
    ['piled marks', `a${'\u0301'.repeat(9)}b`],
    ['a rude word', 'shit'],
    ['a rude word in other letters', 'ｓｈｉｔ'],
    ['a rude word with its letters apart', 's h.i-t'],
    ['a rude word in Chinese', '你是傻 逼'],
    ['who it is not', 'Admin'],
    ['an emoji', '🦭🦭🦭'],
  ])('is not %s', (_what, typed) => {
    expect(normaliseNickname(typed)).toBeNull();
  });
});
