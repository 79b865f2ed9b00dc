/** What comes from outside, held against a shape field by field; the first field that does not fit is named. */

type Fields = { readonly [name: string]: unknown };
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isUpTo =
  (most: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && value >= 0 && value <= most;
export const isWhole =
  (most: number) =>
  (value: unknown): boolean =>
    isUpTo(most)(value) && Number.isInteger(value);
export const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 64;
export const isOneOf =
  (list: readonly unknown[]) =>
  (value: unknown): boolean =>
    list.includes(value);
export type Shape = { readonly [field: string]: (value: unknown) => boolean };

/** The first field of `value` that does not fit; unknown fields do not. null: all is well. */
export function misfit(value: unknown, shape: Shape, at: string): string | null {
  if (!isFields(value)) return at;
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(shape, name));
  if (unknown !== undefined) return `${at}.${unknown}`;
  const wrong = Object.entries(shape).find(([name, fits]) => !fits(value[name]));
  return wrong === undefined ? null : `${at}.${wrong[0]}`;
}
