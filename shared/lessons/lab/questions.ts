/**
 * The four questions of the experiment. No program judges sentences: each question comes with statements, and the
 * player says which of them belong to a full answer. What they say, and why, is in the lab's texts.
 */
export const labQuestions = ['numbers', 'meaning', 'steps', 'whys'] as const;
export type LabQuestion = (typeof labQuestions)[number];

/** In the order in which they are shown; true: it holds. */
export const statements = {
  numbers: {
    'ack-is-isn-plus-one': true,
    'server-answers-with-my-isn': false,
    'third-ack-confirms-server': true,
    'fin-ack-is-seq-plus-length': true,
    'first-fin-has-no-ack': false,
  },
  meaning: {
    'syn-begins-numbers': true,
    'fin-ends-both-directions': false,
    'fin-ends-own-direction': true,
    'both-take-a-number': true,
    'ack-takes-a-number': false,
  },
  steps: {
    'opening-three': true,
    'both-established-at-once': false,
    'closing-four': true,
    'closer-waits': true,
    'server-waits-too': false,
  },
  whys: {
    'old-syn': true,
    'three-keeps-floods-out': false,
    'both-isns-confirmed': true,
    'each-direction-closes': true,
    'always-four': false,
  },
} as const satisfies { readonly [question in LabQuestion]: { readonly [statement: string]: boolean } };

export type StatementOf<Q extends LabQuestion> = keyof (typeof statements)[Q];
export type Statement = { readonly [Q in LabQuestion]: StatementOf<Q> }[LabQuestion];

export const statementsOf = (question: LabQuestion): readonly Statement[] =>
  // The keys of a frozen table of ours.
  Object.keys(statements[question]) as Statement[];

export function holds(question: LabQuestion, statement: Statement): boolean {
  const table: { readonly [statement: string]: boolean } = statements[question];
  return table[statement] === true;
}

/** An answer is the ticked statements, parted by commas, in any order. */
export const ticked = (typed: string): readonly string[] => typed.split(',').filter((word) => word !== '');
export const asAnswer = (chosen: readonly Statement[]): string => chosen.join(',');

/** The statements that were ticked and do not hold, or hold and were not ticked. */
export function wronglyTicked(question: LabQuestion, typed: string): readonly Statement[] {
  const chosen = ticked(typed);
  return statementsOf(question).filter((statement) => chosen.includes(statement) !== holds(question, statement));
}

export const isRightAnswer = (question: LabQuestion, typed: string): boolean =>
  wronglyTicked(question, typed).length === 0 &&
  ticked(typed).every((word) => statementsOf(question).some((statement) => statement === word));
