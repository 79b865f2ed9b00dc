/** The numbers of a level: variables, and what they stand for. All arithmetic is modulo 2^32. */
import type { Dice } from '../rng.ts';
import { type Seq, seqAdd, seqDiff, toSeq } from '../seq.ts';
import type { Level, Value } from './level.ts';

type Vars = Level['vars'];

/** What `value` stands for. An unknown variable, or a circle of them, is a bug of ours: the loader refuses both. */
export function evaluate(vars: Vars, value: Value, depth = 0): Seq {
  if (typeof value === 'number') return toSeq(value);
  const meaning = vars[value.var];
  if (meaning === undefined || depth > 16) throw new Error(`no number for ${value.var}`);
  return seqAdd(evaluate(vars, meaning, depth + 1), value.plus ?? 0);
}

/** Not near 2^32, so that only the wrap level wraps, and not so small that it could be a relative number. */
const least = 100_000;
const beyond = 4_290_000_000;
/** So far apart that no number of one count is taken for one of the other. */
const apart = 1_000_000;

/** The level with new numbers, where it redraws them. Variables that name others keep their distance. */
export function redraw(level: Level, dice: Dice): Level {
  if (level.again === 'same') return level;
  const drawn: Seq[] = [];
  const vars = Object.entries(level.vars).map(([name, value]): readonly [string, Value] => {
    if (typeof value !== 'number') return [name, value];
    const number = drawApart(dice, drawn);
    drawn.push(number);
    return [name, number];
  });
  return { ...level, vars: Object.fromEntries(vars) };
}

function drawApart(dice: Dice, others: readonly Seq[]): Seq {
  const number = toSeq(least + dice.below(beyond - least));
  return others.every((other) => Math.abs(seqDiff(number, other)) >= apart) ? number : drawApart(dice, others);
}
