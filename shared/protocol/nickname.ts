/**
 * Nicknames: what may stand on a board. Letters and digits of every script, and little else: nothing that HTML, a
 * spreadsheet or a line of text could take for its own.
 */

/** Characters as people count them, after normalising: a letter with its marks is one. */
export const nicknameLimit = { least: 2, most: 20 } as const;

/** Control and formatting characters, direction marks, halves of pairs, and letters that nobody sees. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}]/gu;
/** Begins with a letter or a digit, so that no spreadsheet takes it for a formula. */
const allowed = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.·-]*$/u;
/** Marks upon marks climb out of their line. */
const piled = /\p{M}{3}/u;

/** Whole words in Latin script, anything that contains them in Chinese. A filter for a class, not for the world. */
const badWords =
  /(?:^|[^\p{L}])(?:admin|administrator|moderator|fuck\w*|shit|cunt|nigg(?:a|er)s?|fag(?:got)?s?|bitch|hitler|nazi)(?![\p{L}])/iu;
const badParts = /管理员|傻[逼屄]|操你|他妈|妈的|鸡巴|婊子/u;

const isRude = (name: string): boolean => badWords.test(name) || badParts.test(name);

/** The nickname as it is kept and shown; null: not one. */
export function normaliseNickname(typed: string): string | null {
  const name = typed.normalize('NFKC').replaceAll(/\s+/gu, ' ').replaceAll(unseen, '').trim();
  const { length } = Array.from(name.replaceAll(/\p{M}/gu, ''));
  if (length < nicknameLimit.least || length > nicknameLimit.most) return null;
  if (!allowed.test(name) || piled.test(name)) return null;
  // A rude word is one with its letters apart, too.
  return [name, name.replaceAll(/[ _.·-]/gu, '')].some(isRude) ? null : name;
}
