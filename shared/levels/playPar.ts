/** A course played by its own par, without a player: for captures, demonstrations and previews. */
import { fromPlan, type Match } from '../game/match.ts';
import { isDecisionDue, nextDue } from '../game/pace.ts';
import { reduce } from '../game/reduce.ts';
import { type Course, ownSteps } from './course.ts';
import { isWon, planOf, setupOf } from './plan.ts';
import { moveFor } from './steps.ts';

/** Each instant of the match, from the start to the win. Throws where the par does not win: the tests play them all. */
export function* momentsOfPar(course: Course): Generator<Match, void> {
  const { level, scene } = course;
  const setup = setupOf({ ...level, players: scene.players }, 0);
  const steps = [...ownSteps(course)];
  let { match } = reduce(
    fromPlan(setup, () => planOf(level, scene)),
    { type: 'start', at: 0 },
  );
  yield match;
  while (!isWon(level, match, scene)) {
    const [step] = steps;
    const due = nextDue(match);
    if (step !== undefined && match.ends[step.host].triggers.length > 0) {
      const move = moveFor(level.vars, step, match.ends[step.host].tcb);
      ({ match } = reduce(match, { type: 'move', at: match.now, role: step.host, move }));
      steps.shift();
    } else if (due !== null && !isDecisionDue(match)) ({ match } = reduce(match, { type: 'advance', at: due }));
    else throw new Error(`the par of ${level.id} does not win`);
    yield match;
  }
}
