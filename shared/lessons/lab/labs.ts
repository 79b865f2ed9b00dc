/**
 * The two labs as lists of what they ask: parts in order, and in each part fields that are answered with text. A
 * field is a decision, as a move is in other levels, where it can be answered wrongly.
 */
import type { Octets } from '../../octets.ts';
import { ctlOf } from '../../tcp/segment.ts';
import { addressOf, labEnds } from './capture.ts';
import { dissect } from './dissect/dissect.ts';
import { passes } from './filter/match.ts';
import { parseFilter } from './filter/parse.ts';
import { framesOf, type LabId } from './frames.ts';
import { blackboard, flagOctet, type HeaderField, labHeader, loneFlagOctets, octetsIn } from './header.ts';
import { markSlip, octetSlip, relativeSlip, valueSlip } from './headerSlips.ts';
import { isRightAnswer, labQuestions } from './questions.ts';
import type { Slip } from './slip.ts';
import { cells } from './tables.ts';
import { cellSlip } from './tableSlips.ts';

export const parts = {
  'lab-01-two-tables': ['filter', 'follow', 'opening', 'closing', 'questions'],
  'lab-02-hex-and-relative': ['values', 'octets', 'bare', 'relative', 'flags'],
} as const satisfies { readonly [id in LabId]: readonly string[] };
export type Part = (typeof parts)[LabId][number];

/** What is asked for. `id`: `opening.0.seq`. */
export interface AskedField {
  readonly id: string;
  readonly part: Part;
  /** It costs points to be wrong: filters may be tried freely. */
  readonly decision: boolean;
  /** The clock runs until it is right: thinking questions have none. */
  readonly timed: boolean;
  /** null: right. */
  readonly slip: (typed: string) => Slip | null;
}

/** The fields of a header that the player reads; the others are zero, or come with the picture. */
export const readFields = [
  'source-port',
  'destination-port',
  'seq',
  'ack',
  'data-offset',
  'flags',
  'window',
] as const satisfies readonly HeaderField[];
export type ReadField = (typeof readFields)[number];

const asked = (part: Part, id: string, slip: AskedField['slip'], other: Partial<AskedField> = {}): AskedField => ({
  id,
  part,
  decision: true,
  timed: true,
  slip,
  ...other,
});
const wrong: Slip = { type: 'wrong' };
const unless = (right: boolean): Slip | null => (right ? null : wrong);

/** What a filter is to show: the connection of the experiment. */
export const experimentStream = 0;

let capture: ReturnType<typeof dissect> | null = null;
/** The frames that a filter shows of lab-01; null: it is no filter. */
export function shownBy(typed: string): readonly number[] | null {
  capture ??= dissect(framesOf('lab-01-two-tables'), 'relative');
  const filter = parseFilter(typed);
  return filter.ok ? capture.filter((packet) => passes(filter.value, packet)).map(({ number }) => number) : null;
}

/** `wide`: the connection, and more; `narrow`: not all of it; `other`: none of it. */
export type FilterMark = 'right' | 'wide' | 'narrow' | 'other';

/** Holds the frames that a filter shows against those of the experiment. */
export function markShown(shown: readonly number[]): FilterMark {
  const wanted = shownBy(`tcp.stream == ${experimentStream}`) ?? [];
  const found = wanted.filter((frame) => shown.includes(frame)).length;
  if (found === 0) return 'other';
  if (found < wanted.length) return 'narrow';
  return shown.length > wanted.length ? 'wide' : 'right';
}

/** Filters to show as right. */
export const goodFilters = [
  `ip.addr == ${addressOf('server')} && tcp`,
  `tcp.stream eq ${experimentStream}`,
  `tcp.port == ${labEnds.client.port}`,
] as const;

const twoTables = (): readonly AskedField[] => [
  asked('filter', 'filter', (typed) => unless(markShown(shownBy(typed) ?? []) === 'right'), { decision: false }),
  asked('follow', 'follow', (typed) => unless(typed === String(experimentStream)), { decision: false }),
  ...cells.map((cell) =>
    asked(cell.table, `${cell.table}.${cell.row}.${cell.column}`, (typed) => cellSlip(cell, typed)),
  ),
  ...labQuestions.map((question) =>
    asked('questions', `question.${question}`, (typed) => unless(isRightAnswer(question, typed)), { timed: false }),
  ),
];

const marked = (field: ReadField, header: Octets, typed: string): Slip | null => {
  const octets = octetsIn(typed);
  return octets === null ? { type: 'no-number' } : markSlip(field, header, octets);
};

function blackboardFields(): readonly AskedField[] {
  const [first, second, third] = [labHeader('first'), labHeader('second'), labHeader('third')];
  const headers = { first, second, third };
  return [
    ...readFields.map((field) => asked('values', `values.${field}`, (typed) => valueSlip(field, first, typed))),
    ...readFields.map((field) => asked('octets', `octets.${field}`, (typed) => marked(field, second, typed))),
    ...readFields.map((field) => asked('bare', `bare.${field}`, (typed) => valueSlip(field, third, typed))),
    ...blackboard.flatMap((name) =>
      (['seq', 'ack'] as const).map((column) =>
        asked('relative', `relative.${name}.${column}`, (typed) => relativeSlip(name, column, typed, headers[name])),
      ),
    ),
    ...loneFlagOctets.map((flags) =>
      asked('flags', `flags.${flagOctet(flags)}`, (typed) => octetSlip(ctlOf([...flags]), typed)),
    ),
  ];
}

/** All that a lab asks, in order. */
export const fieldsOf = (id: LabId): readonly AskedField[] =>
  id === 'lab-01-two-tables' ? twoTables() : blackboardFields();

export const isLabId = (id: string): id is LabId => Object.hasOwn(parts, id);
