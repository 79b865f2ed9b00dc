/** What a player who makes no mistake types into each field of a lab, in the order of the lab. */
import { flagOctet, loneFlagOctets } from '../../../../shared/lessons/lab/header.ts';
import type { LabEntry } from '../../../../shared/lessons/lab/attempt.ts';
import type { LabId } from '../../../../shared/lessons/lab/frames.ts';
import { holds, labQuestions, statementsOf } from '../../../../shared/lessons/lab/questions.ts';
import { cells, rightIn } from '../../../../shared/lessons/lab/tables.ts';

type Solution = readonly (readonly [field: string, typed: string])[];

const twoTables: Solution = [
  ['filter', 'ip.addr == 198.51.100.7 && tcp'],
  ['follow', '0'],
  ...cells.map((cell) => [`${cell.table}.${cell.row}.${cell.column}`, String(rightIn(cell) ?? '')] as const),
  ...labQuestions.map((question) => {
    const right = statementsOf(question).filter((statement) => holds(question, statement));
    return [`question.${question}`, right.join(',')] as const;
  }),
];

/** By hand, from the octets in the curriculum. */
const hexAndRelative: Solution = [
  ['values.source-port', '1161'],
  ['values.destination-port', '80'],
  ['values.seq', '232129012'],
  ['values.ack', '0'],
  ['values.data-offset', '7'],
  ['values.flags', 'SYN'],
  ['values.window', '16384'],
  ['octets.source-port', '0-1'],
  ['octets.destination-port', '2-3'],
  ['octets.seq', '4-7'],
  ['octets.ack', '8-11'],
  ['octets.data-offset', '12'],
  ['octets.flags', '13'],
  ['octets.window', '14-15'],
  ['bare.source-port', '0x0489'],
  ['bare.destination-port', '80'],
  ['bare.seq', '232129013'],
  ['bare.ack', '883061786'],
  ['bare.data-offset', '5'],
  ['bare.flags', '0x10'],
  ['bare.window', '17520'],
  ['relative.first.seq', '0'],
  ['relative.first.ack', '-'],
  ['relative.second.seq', '0'],
  ['relative.second.ack', '1'],
  ['relative.third.seq', '1'],
  ['relative.third.ack', '1'],
  ...loneFlagOctets.map((flags) => [`flags.${flagOctet(flags)}`, flags.join(',')] as const),
];

export const solutionOf = (id: LabId): Solution => (id === 'lab-01-two-tables' ? twoTables : hexAndRelative);

/** The log of a player at this pace. */
export const logOf = (id: LabId, pace = 1000): readonly LabEntry[] => [
  { type: 'start', wall: 0 },
  ...solutionOf(id).map(([field, typed], n) => ({ type: 'answer' as const, wall: (n + 1) * pace, field, typed })),
];
