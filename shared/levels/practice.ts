/**
 * Where a misconception can be practised: the levels whose par has a decision that is an opportunity for it. Found by
 * playing the pars, so that it cannot differ from what mastery counts; all of them together take some 50 ms, once.
 */
import { isDecisionDue } from '../game/pace.ts';
import { roles } from '../game/role.ts';
import type { MisconceptionId } from '../judge/misconceptions.ts';
import type { Exchange } from '../judge/moment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { levels } from './catalogue.ts';
import { type LevelId, levelIds } from './ids.ts';
import type { Row } from './mastery.ts';
import { isOpportunity, rightMove } from './opportunities.ts';
import { momentsOfPar } from './playPar.ts';

interface Asked {
  readonly tcb: Tcb;
  readonly exchange: Exchange;
}

/** What the player of each level is asked on the way of its par. Filled when it is first wanted. */
const asked = new Map<LevelId, readonly Asked[]>();

function askedIn(id: LevelId): readonly Asked[] {
  const known = asked.get(id);
  if (known !== undefined) return known;
  const level = levels.find((one) => one.id === id);
  // A lab is solved by answers: no move is made in it.
  const found = level === undefined || level.mode === 'lab' ? [] : decisionsOf(level);
  asked.set(id, found);
  return found;
}

function decisionsOf(level: (typeof levels)[number]): readonly Asked[] {
  const moments = [...momentsOfPar({ level, scene: level, par: level.par })].filter(isDecisionDue);
  return moments.flatMap(({ ends }) =>
    roles
      .map((role) => ends[role])
      .filter(({ keeper, triggers }) => keeper === 'human' && triggers.length > 0)
      .map(({ tcb, last }) => ({ tcb, exchange: last })),
  );
}

/** In the order of the catalogue. */
export const levelsFor = (id: MisconceptionId): readonly LevelId[] =>
  levelIds.filter((level) =>
    askedIn(level).some(({ tcb, exchange }) => isOpportunity(id, tcb, exchange, rightMove(tcb))),
  );

/** Those to play next: `open` ones only, first those in which it was not avoided yet. */
export function practiceFor(
  id: MisconceptionId,
  row: Row | undefined,
  open: (level: LevelId) => boolean,
): readonly LevelId[] {
  const known = new Set((row?.cleans ?? []).map(({ level }) => level));
  const all = levelsFor(id).filter(open);
  return [...all.filter((level) => !known.has(level)), ...all.filter((level) => known.has(level))];
}
