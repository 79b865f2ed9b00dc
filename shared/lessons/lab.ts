/**
 * lab-01: the experiment of source text 000. A capture of eleven segments, a display filter, two record tables, and
 * four questions to think about. What is right comes from the capture, which comes from the engine.
 */
import { type Seq, seqDiff, toSeq } from '../seq.ts';
import { ACK, FIN, SYN } from '../tcp/segment.ts';
import { addressOf, captureOf, type CapturedSegment, labEnds } from './labCapture.ts';

export const tables = ['opening', 'closing'] as const;
export type Table = (typeof tables)[number];

export const columns = {
  opening: ['seq', 'ack', 'SYN', 'ACK'],
  closing: ['seq', 'ack', 'FIN', 'ACK'],
} as const satisfies { readonly [table in Table]: readonly string[] };
export type Column = 'seq' | 'ack' | 'SYN' | 'FIN' | 'ACK';

/** null: the field has no meaning, because the ACK bit is off. */
export type TableRow = { readonly [column in Column]?: number | null };

export const labCapture = (): readonly CapturedSegment[] => captureOf('lab-01-two-tables');

/** The segments that a table is about: the first three, or the four from the first FIN on. */
export function segmentsOf(table: Table, capture: readonly CapturedSegment[]): readonly CapturedSegment[] {
  if (table === 'opening') return capture.slice(0, 3);
  const first = capture.findIndex(({ segment }) => (segment.ctl & FIN) !== 0);
  return capture.slice(first, first + 4);
}

const bit = (ctl: number, mask: number): number => ((ctl & mask) === 0 ? 0 : 1);

/** The table, filled in rightly. Numbers are absolute. */
export const solved = (table: Table, capture = labCapture()): readonly TableRow[] =>
  segmentsOf(table, capture).map(({ segment }) => {
    const ack = (segment.ctl & ACK) === 0 ? null : segment.ack;
    const common = { seq: segment.seq, ack, ACK: bit(segment.ctl, ACK) };
    return table === 'opening' ? { ...common, SYN: bit(segment.ctl, SYN) } : { ...common, FIN: bit(segment.ctl, FIN) };
  });

/** `relative`: right, but counted from the ISN, as Wireshark shows it unless asked not to. */
export type CellMark = 'right' | 'relative' | 'wrong' | 'empty';

/** What was typed into each column of each row. */
export type Typed = readonly { readonly [column in Column]?: string }[];

/** Field by field, in the order of the rows. */
export function checkTable(
  table: Table,
  typed: Typed,
  capture = labCapture(),
): readonly { readonly [column in Column]?: CellMark }[] {
  const isns = isnsOf(capture);
  const asked = segmentsOf(table, capture);
  return solved(table, capture).map((row, n) => {
    const { client, server } = isns;
    const [own, peer] = asked[n]?.from === 'client' ? [client, server] : [server, client];
    const marks = columns[table].map((column) => {
      const base = column === 'seq' ? own : column === 'ack' ? peer : null;
      return [column, markCell(typed[n]?.[column] ?? '', row[column] ?? null, base)] as const;
    });
    return Object.fromEntries(marks);
  });
}

export const allRight = (marks: ReturnType<typeof checkTable>): boolean =>
  marks.every((row) => Object.values(row).every((mark) => mark === 'right'));

const isnsOf = (capture: readonly CapturedSegment[]): { readonly client: Seq; readonly server: Seq } => {
  const of = (from: 'client' | 'server'): Seq =>
    capture.find((one) => one.from === from && (one.segment.ctl & SYN) !== 0)?.segment.seq ?? toSeq(0);
  return { client: of('client'), server: of('server') };
};

function markCell(typed: string, right: number | null, base: Seq | null): CellMark {
  const word = typed.normalize('NFKC').replaceAll(/[\s,]/g, '');
  // No ACK bit: the field means nothing. Wireshark shows 0; a dash says it better; so does leaving it empty.
  if (right === null)
    return ['', '-', '—', '0', '无', '无效', 'none', 'n/a'].includes(word.toLowerCase()) ? 'right' : 'wrong';
  if (word === '') return 'empty';
  if (!/^\d{1,10}$/.test(word)) return 'wrong';
  if (Number(word) === right) return 'right';
  return base !== null && Number(word) === seqDiff(toSeq(right), base) ? 'relative' : 'wrong';
}

/** `wide`: it shows the connection, and more. `unknown`: none of the terms that the lab knows. */
export type FilterMark = 'right' | 'wide' | 'unknown';

/** Holds a display filter against what the lab asks for: TCP with the server, and nothing else. */
export function checkFilter(typed: string): FilterMark {
  const terms = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .split(/\s*&&\s*|\s+and\s+/)
    .map((term) =>
      term
        .replaceAll(/\s+eq\s+/g, '==')
        .replaceAll(/\s*==\s*/g, '==')
        .replaceAll(/^\(|\)$/g, '')
        .trim(),
    );
  if (!terms.every((term) => known.has(term))) return 'unknown';
  const one = terms.some((term) => exact.has(term));
  const isTcp = terms.some((term) => term === 'tcp' || term.startsWith('tcp.'));
  const withServer = terms.some((term) => term === `ip.addr==${addressOf('server')}`);
  return one || (isTcp && withServer) ? 'right' : 'wide';
}

/** One connection, whatever else is on the wire. */
const exact = new Set(['tcp.stream==0', `tcp.port==${labEnds.client.port}`]);
const known = new Set([
  ...exact,
  'tcp',
  `tcp.port==${labEnds.server.port}`,
  `ip.addr==${addressOf('server')}`,
  `ip.addr==${addressOf('client')}`,
]);

/** Filters to show as right. */
export const goodFilters = [`ip.addr == ${addressOf('server')} && tcp`, 'tcp.stream eq 0'] as const;

/** The questions of the experiment. `ack`: the first; `meaning`: SYN and FIN; `steps`; `whys`: three and four. */
export const labQuestions = ['numbers', 'meaning', 'steps', 'whys'] as const;
export type LabQuestion = (typeof labQuestions)[number];
