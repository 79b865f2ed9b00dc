/** One way through a level: the level itself, or one of its variants. What a run is played on and measured by. */
import { type Role, roles } from '../game/role.ts';
import type { Level, ParStep, Scene, Variant } from './level.ts';

export interface Course {
  /** With the numbers of the attempt (`numbered`). */
  readonly level: Level;
  readonly scene: Scene;
  readonly par: readonly ParStep[];
}

/** The level as it is written, or its variant of that name. null: it has no such variant. */
export function courseOf(level: Level, variant: string | null = null): Course | null {
  if (variant === null) return { level, scene: level, par: level.par };
  const found = level.variants.find(({ name }) => name === variant);
  return found === undefined ? null : { level, scene: { ...level, ...found.changes }, par: found.par };
}

/** The steps of the par that players do; the others are the bots'. */
export const ownSteps = ({ scene, par }: Course): readonly ParStep[] =>
  par.filter(({ host }) => scene.players.includes(host));

/** N of CURRICULUM, section 4: the decisions of the par, required waits included. */
export const decisionsOf = (course: Course): number => Math.max(1, ownSteps(course).length);

/** Another way through the same scene, not a second attempt at something similar. */
const isSameScene = ({ changes }: Variant): boolean => Object.keys(changes).length === 0;

/** The most segments that players send on a way through that the level itself knows. */
export function mostSegments(course: Course): number {
  const { level, scene } = course;
  const sends = (steps: readonly ParStep[]): number =>
    steps.filter(({ type, host }) => type === 'send' && scene.players.includes(host)).length;
  const others = scene === level ? level.variants.filter(isSameScene).map(({ par }) => sends(par)) : [];
  return Math.max(sends(course.par), ...others);
}

export const isHuman = ({ scene }: Course, role: Role): boolean => scene.players.includes(role);
export const humans = (course: Course): readonly Role[] => roles.filter((role) => isHuman(course, role));
