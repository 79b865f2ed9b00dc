/** What the store keeps of the nodes that share it: a counter for each. */
import { ask, number, type Script, text } from './script.ts';
import type { Tables } from './tables.ts';

export interface NodeStore {
  /** Counts on for this node; comes back with the counters of all. */
  readonly beat: (node: string) => Promise<ReadonlyMap<string, number>>;
  /** Forgets a node whose counter still stands at `count`. */
  readonly buryNode: (node: string, count: number) => Promise<void>;
  readonly leaveNode: (node: string) => Promise<void>;
}

export const nodesIn = ({ change }: Pick<Tables, 'change'>): NodeStore => ({
  beat: (node) => change(() => beat(node)),
  buryNode: (node, count) => change(() => bury(node, count)),
  leaveNode: (node) => change(() => leave(node)),
});

function* beat(node: string): Script<ReadonlyMap<string, number>> {
  yield ask('insert into node (id, beats) values (?, 1) on conflict (id) do update set beats = node.beats + 1', node);
  const rows = yield ask('select id, beats from node');
  return new Map(rows.map((row) => [text(row, 'id'), number(row, 'beats')]));
}

function* bury(node: string, count: number): Script<void> {
  yield ask('delete from node where id = ? and beats = ?', node, count);
}

function* leave(node: string): Script<void> {
  yield ask('delete from node where id = ?', node);
}
