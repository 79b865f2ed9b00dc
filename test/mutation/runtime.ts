/** What planted code calls: it does as the source says, unless its mutant is alive. */
import { flips } from './instrument.ts';

/** The mutant that is alive; -1: none. Who was passed since the last `forget`; and when a test runs for ever. */
export const state = { alive: -1, passed: new Uint8Array(0), steps: 0, most: Infinity };

export function prepare(count: number): void {
  state.passed = new Uint8Array(count);
}

export function forget(): void {
  state.passed.fill(0);
  state.steps = 0;
}

function pass(id: number): void {
  state.passed[id] = 1;
  state.steps += 1;
  if (state.steps > state.most) throw new Error('runs for ever');
}

type Numeric = (a: number, b: number) => unknown;
const operators: { readonly [operator: string]: Numeric } = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
};

export const mutant = {
  is(id: number): boolean {
    pass(id);
    return state.alive === id;
  },
  binary(id: number, operator: string, a: number, b: number): unknown {
    pass(id);
    const turns = flips[operator] ?? [];
    const turn = turns[state.alive - id];
    return operators[turn ?? operator]?.(a, b);
  },
  logical(id: number, operator: string, left: unknown, right: () => unknown): unknown {
    pass(id);
    const and = (operator === '&&') === (state.alive !== id);
    return and ? left && right() : left || right();
  },
  unary(id: number, operator: string, value: number): unknown {
    pass(id);
    if (state.alive === id) return value;
    return operator === '!' ? !value : operator === '~' ? ~value : -value;
  },
  test(id: number, value: unknown): unknown {
    pass(id);
    if (state.alive === id) return true;
    return state.alive === id + 1 ? false : value;
  },
  number(id: number, value: number): number {
    pass(id);
    return state.alive === id ? value + 1 : value;
  },
  boolean(id: number, value: boolean): boolean {
    pass(id);
    return (state.alive === id) !== value;
  },
  string(id: number, value: string, other: string): string {
    pass(id);
    return state.alive === id ? other : value;
  },
  extreme(id: number, name: string): (...numbers: readonly number[]) => number {
    pass(id);
    return (name === 'min') === (state.alive !== id) ? Math.min : Math.max;
  },
};
