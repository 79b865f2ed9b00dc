/** Pure: the table "who knows what", filled in segment by segment; what is known once stays known. */
import { type Ability, type Knower, abilities, checkKnowledge, whoKnows } from '../../shared/lessons/whoKnows.ts';

export interface Marked {
  readonly client: boolean;
  readonly server: boolean;
}
export type Row = { readonly [ability in Ability]: Marked };

export interface Knowledge {
  /** 0, 1, 2: after which segment the open table is; 3: all are right. */
  readonly at: number;
  readonly rows: readonly Row[];
  /** Of the open table: which rows were wrong when it was last checked; null: not since it was changed. */
  readonly wrong: readonly Ability[] | null;
}

const nobody: Marked = { client: false, server: false };
const blank: Row = {
  'client-sends': nobody,
  'client-receives': nobody,
  'server-sends': nobody,
  'server-receives': nobody,
};

export const newKnowledge: Knowledge = { at: 0, rows: [blank], wrong: null };

export const knowerOf = ({ client, server }: Marked): Knower =>
  client && server ? 'both' : client ? 'client' : server ? 'server' : 'nobody';

/** Marks, or takes the mark away, in the open table. */
export function mark(knowledge: Knowledge, ability: Ability, who: 'client' | 'server'): Knowledge {
  const row = knowledge.rows[knowledge.at];
  if (row === undefined) return knowledge;
  const next: Row = { ...row, [ability]: { ...row[ability], [who]: !row[ability][who] } };
  return { ...knowledge, rows: knowledge.rows.with(knowledge.at, next), wrong: null };
}

/** Checks the open table. If it is right, the next one begins with what is known already. */
export function checkRow(knowledge: Knowledge): Knowledge {
  const { at, rows } = knowledge;
  const row = rows[at];
  if (row === undefined) return knowledge;
  const said = {
    ...blankKnowers,
    ...Object.fromEntries(abilities.map((ability) => [ability, knowerOf(row[ability])])),
  };
  const marks = checkKnowledge([...whoKnows().slice(0, at), said])[at];
  const wrong = abilities.filter((ability) => marks?.[ability] !== 'right');
  if (wrong.length > 0) return { ...knowledge, wrong };
  return { at: at + 1, rows: at < 2 ? [...rows, row] : rows, wrong: null };
}
const blankKnowers: { readonly [ability in Ability]: Knower } = {
  'client-sends': 'nobody',
  'client-receives': 'nobody',
  'server-sends': 'nobody',
  'server-receives': 'nobody',
};
