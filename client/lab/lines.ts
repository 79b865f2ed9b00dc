/** Pure: the packet details as a list of lines, and the way between a line and its octets. */
import { type FieldName, knownOf } from '../../shared/lessons/lab/dissect/fields.ts';
import type { FieldNode } from '../../shared/lessons/lab/dissect/node.ts';
import type { Packet } from '../../shared/lessons/lab/dissect/dissect.ts';

/** `path`: the places of its parents and its own, '3.10.8'. */
export interface Line {
  readonly path: string;
  readonly depth: number;
  readonly node: FieldNode;
}

/** What stays open from packet to packet: lines of the same name, or, where no filter names them, of the same layer. */
export const openKey = ({ name, text }: FieldNode): string => name ?? text.replace(/[:(].*/, '');

function linesIn(nodes: readonly FieldNode[], depth: number, above: string): readonly Line[] {
  return nodes.flatMap((node, n) => {
    const path = above === '' ? String(n) : `${above}.${n}`;
    return node.hidden ? [] : [{ path, depth, node }, ...linesIn(node.children, depth + 1, path)];
  });
}

export const allLines = ({ tree }: Packet): readonly Line[] => linesIn(tree, 0, '');

export const hasChildren = ({ node }: Line): boolean => node.children.some(({ hidden }) => !hidden);

/** The lines that are not below a closed one. */
export function visibleLines(packet: Packet, open: ReadonlySet<string>): readonly Line[] {
  const closed: string[] = [];
  return allLines(packet).filter((line) => {
    if (closed.some((path) => line.path.startsWith(`${path}.`))) return false;
    if (hasChildren(line) && !open.has(openKey(line.node))) closed.push(line.path);
    return true;
  });
}

/** The lines above a line, the outermost first. */
export const linesAbove = (packet: Packet, path: string): readonly Line[] =>
  allLines(packet).filter((line) => path.startsWith(`${line.path}.`));

/** A bit is a line of its own, but an octet is chosen for the field that all its bits are. */
const isBit = (name: FieldName | null): boolean => name !== null && knownOf(name).kind === 'flag';

const size = ({ node }: Line): number => node.to - node.from;
/** Of two that are as small, the inner one. */
const isCloser = (line: Line, best: Line): boolean =>
  size(line) < size(best) || (size(line) === size(best) && line.depth > best.depth);

/** The line that an octet belongs to: the smallest field around it; null: no line names it. */
export function lineOfOctet(packet: Packet, at: number): Line | null {
  const around = allLines(packet).filter(({ node }) => node.from <= at && at < node.to && !isBit(node.name));
  return around.reduce<Line | null>((best, line) => (best === null || isCloser(line, best) ? line : best), null);
}

/** The same field in another packet; null: it has none. */
export const sameLine = (packet: Packet, { node: { name } }: Line): Line | null =>
  name === null ? null : (allLines(packet).find(({ node }) => node.name === name) ?? null);

/** A line as a display filter; null: no filter names it. */
export function filterFor({ node: { name, value } }: Line): string | null {
  if (name === null) return null;
  const { kind } = knownOf(name);
  if (kind === 'protocol' || kind === 'octets' || value === null) return name;
  if (kind === 'flag') return `${name} == ${value === true ? 1 : 0}`;
  if (kind === 'address' && typeof value === 'number') {
    return `${name} == ${[24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')}`;
  }
  return `${name} == ${kind === 'text' ? JSON.stringify(value) : String(value)}`;
}

/** What stands beside octets in a hex view: letters where there are some, else a dot. */
export const letterOf = (octet: number): string => (octet >= 32 && octet < 127 ? String.fromCodePoint(octet) : '·');
