/** A setup of the choices that people make: the rest is drawn from the seed. */
import { diceFrom, rngFrom } from '../rng.ts';
import type { Weather } from '../net/weather.ts';
import type { Clock, Judging, WholeLife } from './command.ts';
import type { Keeper, Role } from './role.ts';
import { RULES } from './rules.ts';

export interface Choice {
  /** Unsigned 32 bits. */
  readonly seed: number;
  readonly weather: Weather;
  readonly clock: Clock;
  readonly judging: Judging;
  readonly closer: Role;
  readonly keepers: { readonly [role in Role]: Keeper };
  readonly locale: 'en' | 'zh-CN';
}

/** What the applications say. Short, so that the octets can be counted; a Chinese character takes three. */
const words = {
  en: {
    client: ['Ahoy!', 'Any mail for us?', 'Light the lamp', 'Is the harbour open?', 'Two crates of tea'],
    server: ['Aye aye', 'Fog until noon', 'All lamps lit', 'Come on in', 'Fair winds!'],
  },
  'zh-CN': {
    client: ['你好', '有信吗', '请点灯', '港口开放吗', '两箱茶叶'],
    server: ['收到', '中午前有雾', '灯已点亮', '请进港', '一路顺风'],
  },
} as const;

export function drawSetup({ locale, ...choice }: Choice): WholeLife {
  // A stream of its own, so that the words of a language never move the weather.
  const dice = diceFrom(rngFrom(choice.seed ^ 0x5eed));
  const pick = (list: readonly string[]): string => list[dice.below(list.length)] ?? '';
  const texts = { client: pick(words[locale].client), server: pick(words[locale].server) };
  return { scenario: 'whole-life', rules: RULES, ...choice, texts };
}
