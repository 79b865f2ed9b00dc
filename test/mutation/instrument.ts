/**
 * Plants all mutants of a source file at once: each place where a rule could be flipped becomes a call that looks up
 * which mutant is alive. So the code is parsed and loaded once, and a mutant costs only the tests that pass its place.
 */
import { parseSync } from 'vite';
import { clauses } from '../../shared/tcp/clauses.ts';
import { states } from '../../shared/tcp/state.ts';

export interface Mutant {
  readonly id: number;
  /** The id that its place passes: two mutants of one operator share the first one's. */
  readonly place: number;
  readonly file: string;
  readonly line: number;
  /** What it does: `< to <=`. */
  readonly what: string;
  /** The source of its place. */
  readonly source: string;
  /** The function or constant that it stands in. */
  readonly inside: string;
  /** Evaluated when the module loads: the module must be loaded again with the mutant alive. */
  readonly isStatic: boolean;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface Planting {
  readonly file: string;
  readonly code: string;
  readonly mutants: Mutant[];
  readonly firstId: number;
  depth: number;
  inside: string;
}

/** What each operator may turn into. `runtime.ts` carries them out by their place in these lists. */
export const flips: { readonly [operator: string]: readonly string[] } = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&': ['|'],
  '|': ['&'],
  '^': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['<<'],
};

/** The file with its mutants planted; ids count from `firstId`. */
export function instrument(file: string, code: string, firstId: number): { code: string; mutants: readonly Mutant[] } {
  const { program } = parseSync(file, code, { lang: 'ts', sourceType: 'module' });
  const planting: Planting = { file, code, mutants: [], firstId, depth: 0, inside: '' };
  const planted = render(planting, toNode(program));
  return {
    code: `import { mutant } from 'mutation:runtime';\n${code.slice(0, program.start)}${planted}`,
    mutants: planting.mutants,
  };
}

function toNode(value: unknown): Node {
  if (!isNode(value)) throw new Error('not a node');
  return value;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  'start' in value &&
  typeof value.start === 'number' &&
  'end' in value;

/** Types are not code; names of properties are not values; messages of thrown errors are for us. */
const skipped = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ThrowStatement', 'TemplateElement']);
const typeKeys = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'superTypeArguments']);
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const wrappers = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (typeKeys.has(key) || (key === 'key' && node['computed'] !== true)) continue;
    if (key === 'property' && node['computed'] !== true) continue;
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) children.push(each);
  }
  return children.toSorted((a, b) => a.start - b.start);
}

function render(planting: Planting, node: Node): string {
  const { code } = planting;
  if (skipped.has(node.type) || (node.type.startsWith('TS') && !wrappers.has(node.type))) {
    return code.slice(node.start, node.end);
  }
  const isFunction = functions.has(node.type);
  const outside = planting.inside;
  if (planting.depth === 0) planting.inside = nameOf(node) ?? outside;
  if (isFunction) planting.depth += 1;
  const text = plant(planting, node);
  if (isFunction) planting.depth -= 1;
  planting.inside = outside;
  return text;
}

/** The name that a declaration on the floor of the file gives; inside of functions names are too many. */
function nameOf(node: Node): string | null {
  const { id } = node;
  if (node.type !== 'FunctionDeclaration' && node.type !== 'VariableDeclarator') return null;
  return isNode(id) && typeof id['name'] === 'string' ? id['name'] : null;
}

/** The node's own source, with its children rendered. */
function plain(planting: Planting, node: Node): string {
  let text = '';
  let at = node.start;
  for (const child of childrenOf(node)) {
    if (child.start < at) continue;
    text += planting.code.slice(at, child.start) + render(planting, child);
    at = child.end;
  }
  return text + planting.code.slice(at, node.end);
}

/** Adds the mutants of one place; gives the id of the first. */
function addMutants(planting: Planting, node: Node, whats: readonly string[]): number {
  const { file, code, mutants, firstId, depth, inside } = planting;
  const place = firstId + mutants.length;
  const line = code.slice(0, node.start).split('\n').length;
  const source = code.slice(node.start, node.end).split('\n')[0] ?? '';
  for (const [i, what] of whats.entries()) {
    mutants.push({
      id: place + i,
      place,
      file,
      line,
      what,
      source: source.slice(0, 90),
      inside,
      isStatic: depth === 0,
    });
  }
  return place;
}

function plant(planting: Planting, node: Node): string {
  const child = (key: string): string => render(planting, toNode(node[key]));
  switch (node.type) {
    case 'BinaryExpression': {
      const operator = String(node['operator']);
      const turns = flips[operator];
      if (turns === undefined) return plain(planting, node);
      const whats = turns.map((turn) => `${operator} to ${turn}`);
      const id = addMutants(planting, node, whats);
      return `mutant.binary(${id}, '${operator}', ${child('left')}, ${child('right')})`;
    }
    case 'LogicalExpression': {
      const operator = String(node['operator']);
      if (operator === '??') return plain(planting, node);
      const id = addMutants(planting, node, [`${operator} to ${operator === '&&' ? '||' : '&&'}`]);
      return `mutant.logical(${id}, '${operator}', ${child('left')}, () => ${child('right')})`;
    }
    case 'UnaryExpression': {
      const operator = String(node['operator']);
      if (operator !== '!' && operator !== '~' && operator !== '-') return plain(planting, node);
      const id = addMutants(planting, node, [`no ${operator}`]);
      return `mutant.unary(${id}, '${operator}', ${child('argument')})`;
    }
    case 'Literal':
      return literal(planting, node);
    case 'IfStatement': {
      const id = addMutants(planting, toNode(node['test']), ['if true', 'if false']);
      const other = node['alternate'];
      const rest = isNode(other) ? ` else {${render(planting, other)}}` : '';
      // Braces: what was one statement may have become an `if` of its own.
      return `if (mutant.test(${id}, ${child('test')})) {${child('consequent')}}${rest}`;
    }
    case 'SwitchCase':
      // A label is no rule: what it leads to is.
      return labelled(planting, node);
    case 'ConditionalExpression': {
      const id = addMutants(planting, toNode(node['test']), ['true ?', 'false ?']);
      return `(mutant.test(${id}, ${child('test')}) ? ${child('consequent')} : ${child('alternate')})`;
    }
    case 'ExpressionStatement': {
      const id = addMutants(planting, node, ['deleted']);
      return `if (!mutant.is(${id})) {${plain(planting, node)}}`;
    }
    case 'ReturnStatement': {
      if (isNode(node['argument'])) return plain(planting, node);
      return `if (!mutant.is(${addMutants(planting, node, ['deleted'])})) return;`;
    }
    case 'CallExpression': {
      const callee = planting.code.slice(toNode(node['callee']).start, toNode(node['callee']).end);
      if (callee !== 'Math.min' && callee !== 'Math.max') return plain(planting, node);
      const id = addMutants(planting, node, [callee === 'Math.min' ? 'min to max' : 'max to min']);
      const rest = plain(planting, node).slice(callee.length);
      return `mutant.extreme(${id}, '${callee.slice(5)}')${rest}`;
    }
    default:
      return plain(planting, node);
  }
}

function labelled(planting: Planting, node: Node): string {
  const label = node['test'];
  const from = isNode(label) ? label.end : node.start;
  let text = planting.code.slice(node.start, from);
  let at = from;
  for (const child of childrenOf(node)) {
    if (child.start < at) continue;
    text += planting.code.slice(at, child.start) + render(planting, child);
    at = child.end;
  }
  return text + planting.code.slice(at, node.end);
}

function literal(planting: Planting, node: Node): string {
  const source = planting.code.slice(node.start, node.end);
  const { value } = node;
  if (typeof value === 'number') return `mutant.number(${addMutants(planting, node, ['one more'])}, ${source})`;
  if (typeof value === 'boolean') return `mutant.boolean(${addMutants(planting, node, ['the other'])}, ${source})`;
  if (typeof value !== 'string') return source;
  const other = otherWord(value);
  if (other === null || planting.depth === 0) return source;
  return `mutant.string(${addMutants(planting, node, [`to ${other}`])}, ${source}, '${other}')`;
}

/** Another word of the same type: a clause, a state, or what a step says. Of other unions the compiler takes care. */
function otherWord(word: string): string | null {
  if (word === 'done') return 'continue';
  if (word === 'continue') return 'done';
  if (word === 'passively') return 'actively';
  if (word === 'actively') return 'passively';
  if (word in clauses) return word === 'status' ? 'receive' : 'status';
  return states.some((state) => state === word) ? (word === 'CLOSED' ? 'LISTEN' : 'CLOSED') : null;
}
