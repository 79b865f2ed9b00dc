/**
 * Octets: the payload of segments and the buffers of a TCB. The one value in `shared/` that is not JSON: a
 * Uint8Array, never changed after it was made, because slices of it share its memory.
 */
export type Octets = Uint8Array;

/** No octets. */
export const NONE: Octets = new Uint8Array(0);

/**
 * The octets from `from` up to, not including, `to`; they share memory. Where that is all of them or none, no view is
 * made: views are what costs most here.
 */
export function cut(octets: Octets, from: number, to: number = octets.length): Octets {
  const end = Math.min(to, octets.length);
  if (from >= end) return NONE;
  return from === 0 && end === octets.length ? octets : octets.subarray(from, end);
}

/** `a` followed by `b`; copies only where both hold something. */
export function concat(a: Octets, b: Octets): Octets {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** How far each buffer that `append` made is filled. */
const filled = new WeakMap<ArrayBufferLike, number>();

/**
 * `concat`, for texts that grow bit by bit: each octet is copied once or twice, however long the text gets. New
 * octets go behind `a` in its own buffer where there is room that nobody has used, so no octet that anyone can see
 * changes. Who appends to the same `a` a second time (a TCB of the past) finds that room used, and gets a copy.
 */
export function append(a: Octets, b: Octets): Octets {
  if (a.length === 0 || b.length === 0) return concat(a, b);
  const length = a.length + b.length;
  const end = a.byteOffset + length;
  if (filled.get(a.buffer) === end - b.length && end <= a.buffer.byteLength) {
    filled.set(a.buffer, end);
    const both = new Uint8Array(a.buffer, a.byteOffset, length);
    both.set(b, a.length);
    return both;
  }
  const room = new Uint8Array(2 * length);
  room.set(a);
  room.set(b, a.length);
  filled.set(room.buffer, length);
  return room.subarray(0, length);
}

export function sameOctets(a: Octets, b: Octets): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i]);
}

/** UTF-8: one Chinese character is three octets, which is why TCP counts octets and not letters. */
export function fromText(text: string): Octets {
  const out: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) out.push(code);
    else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(out);
}

/** Shows octets as text; a character cut in the middle, or an octet that is no UTF-8, shows as U+FFFD. */
export function toText(octets: Octets): string {
  let text = '';
  for (let i = 0; i < octets.length;) {
    const lead = octets[i] ?? 0;
    const length = lead < 0x80 ? 1 : lead >> 5 === 6 ? 2 : lead >> 4 === 14 ? 3 : lead >> 3 === 30 ? 4 : 0;
    const rest = octets.subarray(i + 1, i + length);
    const whole = length > 0 && rest.length === length - 1 && rest.every((octet) => octet >> 6 === 2);
    const code = rest.reduce((sum, octet) => (sum << 6) | (octet & 63), length < 2 ? lead : lead & (0x7f >> length));
    text += whole && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    i += whole ? length : 1;
  }
  return text;
}

/** Two digits an octet, lower case. */
export const toHex = (octets: Octets): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');

/** The octets of such digits; of anything else, what can be read of it. */
export const fromHex = (hex: string): Octets =>
  Uint8Array.from({ length: hex.length >> 1 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16) || 0);
