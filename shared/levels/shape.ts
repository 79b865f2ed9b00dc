/**
 * Small checks that build bigger ones: what a value from outside must look like. Each says the first thing that is
 * wrong, and where. (valibot lives in `protocol`, which stands below this floor.)
 */
import type { Flaw, Reason, Wanted } from './levelError.ts';

export interface Problem {
  readonly field: string;
  readonly reason: Reason;
}
export type Shape = (value: unknown, field: string) => Problem | null;

const wrongType = (field: string, wanted: Wanted): Problem => ({ field, reason: { type: 'wrong type', wanted } });

export const whole =
  (least: number, most: number): Shape =>
  (value, field) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return wrongType(field, 'whole number');
    return value < least || value > most ? { field, reason: { type: 'out of range', least, most } } : null;
  };

export const flag: Shape = (value, field) => (typeof value === 'boolean' ? null : wrongType(field, 'true or false'));

export const text =
  (pattern: RegExp): Shape =>
  (value, field) => {
    if (typeof value !== 'string') return wrongType(field, 'text');
    return pattern.test(value) ? null : { field, reason: { type: 'wrong spelling', pattern: pattern.source } };
  };

export const oneOf =
  (choices: readonly (string | number)[]): Shape =>
  (value, field) =>
    choices.some((choice) => choice === value) ? null : { field, reason: { type: 'not one of', choices } };

export const list =
  (shape: Shape, least: number, most: number): Shape =>
  (value, field) => {
    if (!Array.isArray(value)) return wrongType(field, 'list');
    if (value.length < least || value.length > most) {
      return { field, reason: { type: 'wrong count', least, most } };
    }
    return first(value.map((item: unknown, i) => () => shape(item, `${field}[${i}]`)));
  };

type Fields = { readonly [name: string]: Shape };

/** An object with all of `needed`, any of `optional`, and nothing else. */
export const object =
  (needed: Fields, optional: Fields = {}): Shape =>
  (value, field) => {
    if (!isObject(value)) return wrongType(field, 'object');
    const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(needed, name) && !Object.hasOwn(optional, name));
    if (unknown !== undefined) return { field: at(unknown), reason: { type: 'unknown field' } };
    const missing = Object.keys(needed).find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return { field: at(missing), reason: { type: 'missing' } };
    const present = Object.entries({ ...needed, ...optional }).filter(([name]) => Object.hasOwn(value, name));
    return first(
      present.map(
        ([name, shape]) =>
          () =>
            shape(value[name], at(name)),
      ),
    );
  };

/** An object of at most `most` entries whose names follow `pattern`. */
export const dictionary =
  (pattern: RegExp, shape: Shape, most: number): Shape =>
  (value, field) => {
    if (!isObject(value)) return wrongType(field, 'object');
    if (Object.keys(value).length > most) return { field, reason: { type: 'wrong count', least: 0, most } };
    return first(
      Object.entries(value).map(([name, item]) => () => {
        const at = `${field}.${name}`;
        return pattern.test(name)
          ? shape(item, at)
          : { field: at, reason: { type: 'wrong spelling', pattern: pattern.source } };
      }),
    );
  };

/** An object whose `type` chooses its other fields. */
export const union =
  (shapes: { readonly [type: string]: (type: Fields) => Shape }): Shape =>
  (value, field) => {
    if (!isObject(value)) return wrongType(field, 'object');
    const { type } = value;
    const types = Object.keys(shapes);
    if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) {
      return { field: `${field}.type`, reason: { type: 'not one of', choices: types } };
    }
    return shapes[type]?.({ type: oneOf([type]) })(value, field) ?? null;
  };

export const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is well formed, and makes no sense. */
export const flawIf = (wrong: boolean, field: string, flaw: Flaw): Problem | null =>
  wrong ? { field, reason: { type: 'flaw', flaw } } : null;

/** The first problem of several checks that run one after the other. */
export function first(checks: readonly (() => Problem | null)[]): Problem | null {
  for (const check of checks) {
    const problem = check();
    if (problem !== null) return problem;
  }
  return null;
}

/** Either of two, told apart by what the value is. */
export const numberOr =
  (number: Shape, other: Shape): Shape =>
  (value, field) => {
    if (typeof value === 'number') return number(value, field);
    return isObject(value) ? other(value, field) : wrongType(field, 'number or variable');
  };
