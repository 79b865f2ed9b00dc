/** Builds capture files field by field, in either byte order, so that tests can lie in any of them. */

export interface Order {
  readonly little: boolean;
}

export const orders = [{ little: false }, { little: true }] as const;

/** The octets of a number in `size` octets. */
export function word(value: number | bigint, size: number, { little }: Order): readonly number[] {
  const octets = [];
  let rest = BigInt.asUintN(size * 8, BigInt(value));
  for (let i = 0; i < size; i += 1) {
    octets.push(Number(rest & 255n));
    rest >>= 8n;
  }
  return little ? octets : octets.toReversed();
}

export const u16 = (value: number, order: Order): readonly number[] => word(value, 2, order);
export const u32 = (value: number, order: Order): readonly number[] => word(value, 4, order);

/** Octets filled with zeros up to whole 32-bit words. */
export const padded = (octets: readonly number[]): readonly number[] => [
  ...octets,
  ...Array.from({ length: (4 - (octets.length % 4)) % 4 }, () => 0),
];

/** A pcapng block. */
export function block(type: number, body: readonly number[], order: Order): readonly number[] {
  const length = u32(body.length + 12, order);
  return [...u32(type, order), ...length, ...body, ...length];
}

export const section = (order: Order, options: readonly number[] = []): readonly number[] =>
  block(
    0x0a0d0d0a,
    [...u32(0x1a2b3c4d, order), ...u16(1, order), ...u16(0, order), ...word(-1, 8, order), ...options],
    order,
  );

/** A pcapng option, or a record of a name block. */
export const option = (code: number, value: readonly number[], order: Order): readonly number[] => [
  ...u16(code, order),
  ...u16(value.length, order),
  ...padded(value),
];

export const interfaceBlock = (
  order: Order,
  {
    linkType = 101,
    snapLength = 0,
    options = [],
  }: { linkType?: number; snapLength?: number; options?: readonly number[] } = {},
): readonly number[] =>
  block(1, [...u16(linkType, order), ...u16(0, order), ...u32(snapLength, order), ...options], order);

export interface PacketFields {
  readonly from?: number;
  readonly units?: bigint;
  readonly data: readonly number[];
  readonly captured?: number;
  readonly original?: number;
  readonly options?: readonly number[];
}

/** An Enhanced Packet Block. */
export function enhanced(order: Order, fields: PacketFields): readonly number[] {
  const { from = 0, units = 0n, data, captured = data.length, original = data.length, options = [] } = fields;
  const time = [...u32(Number(units >> 32n), order), ...u32(Number(units & 0xffffffffn), order)];
  const lengths = [...u32(captured, order), ...u32(original, order)];
  return block(6, [...u32(from, order), ...time, ...lengths, ...padded(data), ...options], order);
}

/** A classic file header: microseconds unless `magic` says otherwise. */
export const classicHeader = (
  order: Order,
  { magic = 0xa1b2c3d4, major = 2, minor = 4, snapLength = 65535, linkType = 101 } = {},
): readonly number[] => [
  ...u32(magic, order),
  ...u16(major, order),
  ...u16(minor, order),
  ...u32(0, order),
  ...u32(0, order),
  ...u32(snapLength, order),
  ...u32(linkType, order),
];

export const classicPacket = (
  order: Order,
  data: readonly number[],
  { seconds = 0, fraction = 0, captured = data.length, original = data.length } = {},
): readonly number[] => [
  ...u32(seconds, order),
  ...u32(fraction, order),
  ...u32(captured, order),
  ...u32(original, order),
  ...data,
];
