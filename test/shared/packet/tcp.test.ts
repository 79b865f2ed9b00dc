import { describe, expect, test } from 'vitest';
import { decodeTcp, decodeTcpUnchecked, encodeTcp, makeTcp } from '../../../shared/packet/tcp.ts';
import type { Option } from '../../../shared/tcp/option.ts';
import { ACK, FIN, SYN, makeSegment } from '../../../shared/tcp/segment.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

const synOptions: readonly Option[] = [
  { type: 'mss', mss: 1460 },
  { type: 'nop' },
  { type: 'nop' },
  { type: 'sackPermitted' },
];

// The headers of the Kurose-Ross trace as level lab-02 shows them: curriculum, section 3.
const headers = [
  {
    title: 'SYN',
    hex: '0489 0050 0dd601f4 00000000 7002 4000 0000 0000 020405b4 0101 0402',
    tcp: makeTcp(1161, 80, makeSegment({ seq: 232129012, ctl: SYN, wnd: 16384, options: synOptions })),
  },
  {
    title: 'SYN,ACK',
    hex: '0050 0489 34a27419 0dd601f5 7012 16d0 0000 0000 020405b4 0101 0402',
    tcp: makeTcp(
      80,
      1161,
      makeSegment({ seq: 883061785, ack: 232129013, ctl: SYN | ACK, wnd: 5840, options: synOptions }),
    ),
  },
  {
    title: 'ACK',
    hex: '0489 0050 0dd601f5 34a2741a 5010 4470 0000 0000',
    tcp: makeTcp(1161, 80, makeSegment({ seq: 232129013, ack: 883061786, ctl: ACK, wnd: 17520 })),
  },
  {
    title: 'FIN,ACK',
    hex: '0489 0050 0dd601f5 34a2741a 5011 4470 0000 0000',
    tcp: makeTcp(1161, 80, makeSegment({ seq: 232129013, ack: 883061786, ctl: FIN | ACK, wnd: 17520 })),
  },
];

describe('the headers of lab-02', () => {
  test.each(headers)('$title reads as in the level, its checksum being zero', ({ hex, tcp }) => {
    expect(decodeTcpUnchecked(bytes(hex))).toEqual({ ok: true, value: tcp });
    expect(decodeTcp(bytes(hex), 0, 0)).toMatchObject({
      ok: false,
      error: { code: 'tcp/checksum', offset: 16, found: 0 },
    });
  });

  test.each(headers)('$title is written octet by octet, but for the checksum', ({ hex, tcp }) => {
    const written = encodeTcp(tcp, 0xc0a80166, 0x8077f50c);
    expect(decodeTcp(written, 0xc0a80166, 0x8077f50c)).toEqual({ ok: true, value: tcp });
    written.fill(0, 16, 18);
    expect(written).toEqual(bytes(hex));
  });
});

describe('a segment that is none', () => {
  const whole = encodeTcp(makeTcp(1, 2, makeSegment({ ctl: SYN, options: synOptions })), 3, 4);

  test('19 octets: shorter than a header', () => {
    const cut = whole.subarray(0, 19);
    const error = { code: 'tcp/short', offset: 19, found: 19, wanted: 20 };
    expect(decodeTcp(cut, 3, 4)).toEqual({ ok: false, error });
    expect(decodeTcpUnchecked(cut)).toEqual({ ok: false, error });
  });

  test.each([
    { octet: 0x40, error: { code: 'tcp/data-offset', offset: 12, found: 16, wanted: 20 } },
    { octet: 0xf0, error: { code: 'tcp/short', offset: 12, found: 28, wanted: 60 } },
  ])('data offset octet $octet: $error.code', ({ octet, error }) => {
    const lying = whole.slice();
    lying[12] = octet;
    expect(decodeTcpUnchecked(lying)).toEqual({ ok: false, error });
  });

  test('other addresses, same octets: the pseudo-header makes the checksum wrong', () => {
    expect(decodeTcp(whole, 3, 4).ok).toBe(true);
    expect(decodeTcp(whole, 3, 5)).toMatchObject({ ok: false, error: { code: 'tcp/checksum' } });
  });

  test('the error of the checksum names the right one', () => {
    const right = (whole[16] ?? 0) * 256 + (whole[17] ?? 0);
    const broken = whole.slice();
    broken.set([0x12, 0x34], 16);
    const error = { code: 'tcp/checksum', offset: 16, found: 0x1234, wanted: right };
    expect(decodeTcp(broken, 3, 4)).toEqual({ ok: false, error });
  });
});

test('more than 40 octets of options are a bug of the caller', () => {
  const options = Array.from({ length: 41 }, (): Option => ({ type: 'nop' }));
  expect(() => encodeTcp(makeTcp(1, 2, makeSegment({ options })), 3, 4)).toThrow('room for 40');
});
