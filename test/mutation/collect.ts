/** Stands in for vitest's `describe` and `test`: collects the tests instead of running them. `expect` is vitest's own. */
import { format } from 'node:util';

export interface Collected {
  readonly name: string;
  readonly run: () => unknown;
}

let found: Collected[] = [];
let path: string[] = [];

/** The tests that were declared since the last call. */
export function takeTests(): readonly Collected[] {
  const taken = found;
  found = [];
  return taken;
}

type Row = readonly unknown[];
const toRow = (row: unknown): Row => (Array.isArray(row) ? row : [row]);

function nameOf(name: string, row: Row): string {
  const [first] = row;
  const fields = typeof first === 'object' && first !== null ? Object.entries(first) : [];
  const filled = fields.reduce((text, [key, value]) => text.replaceAll(`$${key}`, String(value)), name);
  const places = filled.match(/%[sdij]/g)?.length ?? 0;
  return format(filled, ...row.slice(0, places));
}

type Body = (...row: readonly unknown[]) => unknown;

export const test = Object.assign(
  (name: string, run: Body): void => {
    found.push({ name: [...path, name].join(' > '), run: () => run() });
  },
  {
    each: (rows: readonly unknown[]) => (name: string, run: Body) => {
      for (const row of rows.map(toRow)) {
        found.push({ name: [...path, nameOf(name, row)].join(' > '), run: () => run(...row) });
      }
    },
  },
);
export const it = test;

function inside(name: string, body: () => void): void {
  path = [...path, name];
  body();
  path = path.slice(0, -1);
}

export const describe = Object.assign(
  (name: string, body: () => void): void => {
    inside(name, body);
  },
  {
    each: (rows: readonly unknown[]) => (name: string, body: (...row: readonly unknown[]) => void) => {
      for (const row of rows.map(toRow))
        inside(nameOf(name, row), () => {
          body(...row);
        });
    },
  },
);

export { expect } from 'mutation:vitest';
