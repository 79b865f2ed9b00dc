/** What a fuzzed client says: right messages, messages that are nearly right, and frames that are nothing. */
import type { Dice } from '../../../shared/rng.ts';
import { requests } from '../../../shared/protocol/request.ts';

/** What an attacker may know of others. */
export interface Knowledge {
  readonly codes: readonly string[];
  readonly matches: readonly string[];
}

/** What the fuzzed client has itself, once it has entered. */
export interface Own {
  readonly code: string;
  readonly secret: string;
  readonly match: string;
}

export const oneOf = <T>(dice: Dice, items: readonly T[]): T => {
  const item = items[dice.below(items.length)];
  if (item === undefined) throw new Error('one of nothing');
  return item;
};

const names = Object.keys(requests);
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789abcdefghijklmnopqrstuvwxyz_-'.split('');
const word = (dice: Dice, length: number): string => Array.from({ length }, () => oneOf(dice, letters)).join('');
const room = (dice: Dice): object => ({
  opponent: oneOf(dice, ['bot', 'friend']),
  role: oneOf(dice, ['any', 'client', 'server']),
  closer: oneOf(dice, ['any', 'client', 'server']),
  weather: oneOf(dice, ['calm', 'lossy', 'stormy']),
  clock: oneOf(dice, ['study', 'live']),
  judging: oneOf(dice, ['strict', 'free']),
  locale: oneOf(dice, ['en', 'zh-CN']),
});
const move = (dice: Dice): object =>
  dice.chance(0.5)
    ? { type: 'wait' }
    : {
        type: 'send',
        flags: ['SYN', 'ACK', 'FIN', 'RST', 'PSH'].filter(() => dice.chance(0.3)),
        seq: dice.below(0x1_0000_0000),
        ack: dice.chance(0.5) ? null : dice.below(0x1_0000_0000),
        payload: dice.chance(0.7) ? null : { offset: dice.below(2000), length: 1 + dice.below(1460) },
      };

/** A message whose shape is right, and that no honest client would be ashamed of. */
export function validMessage(dice: Dice, own: Own | null): readonly [string, object] {
  const options: readonly (() => readonly [string, object])[] = [
    () => ['create', room(dice)],
    () => [
      'join',
      {
        code: word(dice, 6)
          .toUpperCase()
          .replaceAll(/[01OIL_-]/g, '2'),
      },
    ],
    () => ['attempt', { level: 'est-03-third-ack' }],
    () => ['board', { level: 'est-03-third-ack', player: null }],
    () => ['leave', {}],
    () => ['resume', { code: own?.code ?? '222222', secret: own?.secret ?? word(dice, 43) }],
    () => ['rematch', { match: own?.match ?? word(dice, 16) }],
    () => commandOf(dice, own?.match ?? word(dice, 16)),
  ];
  // Who has a seat mostly plays.
  return own !== null && dice.chance(0.6) ? commandOf(dice, own.match) : oneOf(dice, options)();
}

const commandOf = (dice: Dice, match: string): readonly [string, object] => [
  'command',
  { id: word(dice, 12), match, basedOn: dice.below(50), role: oneOf(dice, ['client', 'server']), move: move(dice) },
];

/** A well-formed attack on a room of somebody else. */
export function attack(dice: Dice, { codes, matches }: Knowledge): readonly [string, object] {
  const options: readonly (() => readonly [string, object])[] = [
    () => ['join', { code: oneOf(dice, codes) }],
    () => ['resume', { code: oneOf(dice, codes), secret: word(dice, 43) }],
    () => commandOf(dice, oneOf(dice, matches)),
    () => ['rematch', { match: oneOf(dice, matches) }],
  ];
  return oneOf(dice, options)();
}

const oddities: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  1e308,
  '',
  'x'.repeat(300),
  '\u0000',
  '\u202E\u200B',
  [],
  {},
  [[[[[[1]]]]]],
  true,
  { toString: 1 },
  { length: 9 },
  { $ne: null },
];

/** A right message with something broken in it. */
export function mutated(dice: Dice, [name, content]: readonly [string, object]): string {
  const fields = Object.keys(content);
  const broken: Record<string, unknown> = { ...content };
  const kind = dice.below(6);
  if (kind === 0 && fields.length > 0) delete broken[oneOf(dice, fields)];
  else if (kind === 1) broken[word(dice, 5)] = oneOf(dice, oddities);
  else if (kind < 5 && fields.length > 0) broken[oneOf(dice, fields)] = oneOf(dice, oddities);
  const text = JSON.stringify([
    dice.chance(0.8) ? name : oneOf(dice, [...names, 'undo', '__proto__', 'error']),
    broken,
  ]);
  const poisoned = dice.chance(0.2) ? text.replace('{', '{"__proto__":{"ok":true,"seat":"x"},') : text;
  return `42${dice.chance(0.8) ? dice.below(1000) : ''}${poisoned}`;
}

/** A frame that is no message: cut off, glued together, nested, binary, or plain noise. */
export function noise(dice: Dice, valid: readonly [string, object]): string | Buffer {
  const text = `42${dice.below(100)}${JSON.stringify(valid)}`;
  const options: readonly (() => string | Buffer)[] = [
    () => text.slice(0, dice.below(text.length)),
    () => text + text,
    () => `42["create",${'['.repeat(dice.below(1900))}`,
    () => `42${dice.below(9)}["create",${'{"a":'.repeat(300)}1${'}'.repeat(300)}]`,
    () => `4${dice.below(10)}${word(dice, dice.below(40))}`,
    () => `45${dice.below(12)}-["create",{"_placeholder":true,"num":0}]`,
    () => Buffer.from(word(dice, dice.below(200))),
    () => word(dice, dice.below(200)),
    () =>
      oneOf(dice, [
        '',
        '1',
        '2',
        '3',
        '5',
        '6',
        '40',
        '41',
        '44',
        '40{"a":1}',
        '40/admin,',
        '42[]',
        '42["disconnect"]',
      ]),
    () => 'x'.repeat(4000 + dice.below(200)),
    () => `43${dice.below(50)}[{"ok":true}]`,
    () => `42${'9'.repeat(dice.below(400))}["leave",{}]`,
  ];
  return oneOf(dice, options)();
}
