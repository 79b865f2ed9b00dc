/** Which field was probably meant: the one that the fewest slips of the hand lead to. */
import { type FieldName, fieldNames } from '../dissect/fields.ts';

/** What people write for it, from other tools, textbooks and habit. */
const said: { readonly [word: string]: FieldName } = {
  'tcp.syn': 'tcp.flags.syn',
  'tcp.ack.flag': 'tcp.flags.ack',
  'tcp.fin': 'tcp.flags.fin',
  'tcp.rst': 'tcp.flags.reset',
  'tcp.flags.rst': 'tcp.flags.reset',
  'tcp.flags.psh': 'tcp.flags.push',
  'tcp.window': 'tcp.window_size_value',
  'tcp.win': 'tcp.window_size_value',
  'tcp.length': 'tcp.len',
  'tcp.sequence': 'tcp.seq',
  'tcp.source': 'tcp.srcport',
  'tcp.dst': 'tcp.dstport',
  'tcp.src': 'tcp.srcport',
  syn: 'tcp.flags.syn',
  fin: 'tcp.flags.fin',
  ack: 'tcp.flags.ack',
  seq: 'tcp.seq',
  host: 'ip.addr',
  port: 'tcp.port',
  src: 'ip.src',
  dst: 'ip.dst',
  'ip.address': 'ip.addr',
  'ip.source': 'ip.src',
  ipv4: 'ip',
  ping: 'icmp',
};

/** Further away than this it is another word. */
const farthest = (word: string): number => (word.length < 5 ? 1 : word.length < 9 ? 2 : 3);

export function nearestField(word: string): FieldName | null {
  const habit = Object.hasOwn(said, word) ? said[word] : undefined;
  if (habit !== undefined) return habit;
  const [best] = fieldNames
    .map((name) => ({ name, slips: slipsBetween(word, name) }))
    .toSorted((a, b) => a.slips - b.slips);
  return best === undefined || best.slips > farthest(word) ? null : best.name;
}

/** Letters to put in, take out or change (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
