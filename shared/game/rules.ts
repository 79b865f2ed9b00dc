/**
 * The number of the rules by which a log folds: the engine, the judge, the network, the dice, the plan of a whole life.
 * Raise it with every change after which an old log may fold to another match; `test/shared/game/rules.test.ts` notices
 * most of them. A level's own scene has a version of its own.
 */
export const RULES = 3;
