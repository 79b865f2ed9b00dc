import { describe, expect, test } from 'vitest';
import { decodeOptions, encodeOptions } from '../../../shared/packet/options.ts';
import { toSeq } from '../../../shared/seq.ts';
import type { Option } from '../../../shared/tcp/option.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const decode = (text: string) => decodeOptions(bytes(text), 0, bytes(text).length);

const nop: Option = { type: 'nop' };
const eol: Option = { type: 'eol' };

describe('TCP options', () => {
  test.each<{ title: string; hex: string; options: readonly Option[] }>([
    { title: 'none', hex: '', options: [] },
    { title: 'MSS 1460: RFC 9293 3.2', hex: '020405b4', options: [{ type: 'mss', mss: 1460 }] },
    {
      title: 'window scale 7 after NOP: RFC 7323 2.2',
      hex: '01 030307',
      options: [nop, { type: 'windowScale', shift: 7 }],
    },
    { title: 'SACK permitted: RFC 2018 2', hex: '0101 0402', options: [nop, nop, { type: 'sackPermitted' }] },
    {
      title: 'a SACK block across 2^32: RFC 2018 3',
      hex: '0101 050a fffffff0 00000010',
      options: [nop, nop, { type: 'sack', blocks: [{ left: toSeq(0xfffffff0), right: toSeq(16) }] }],
    },
    {
      title: 'timestamps on an odd boundary: RFC 7323 3.2, MUST-64',
      hex: '01 080a ffffffff 00000001 01',
      options: [nop, { type: 'timestamps', val: 0xffffffff, ecr: 1 }, nop],
    },
    {
      title: 'Fast Open asks for a cookie: RFC 7413',
      hex: '0101 2202',
      options: [nop, nop, { type: 'fastOpen', cookie: bytes('') }],
    },
    {
      title: 'Fast Open brings one',
      hex: '2206 01020304 0101',
      options: [{ type: 'fastOpen', cookie: bytes('01020304') }, nop, nop],
    },
    {
      title: 'an unknown kind is kept and skipped by its length: MUST-6',
      hex: 'fd06 aabbccdd 0402',
      options: [{ type: 'unknown', kind: 253, body: bytes('aabbccdd') }, { type: 'sackPermitted' }],
    },
    {
      title: 'a known kind of a wrong length is unknown: an MSS of six octets',
      hex: '0206 05b40000 0101',
      options: [{ type: 'unknown', kind: 2, body: bytes('05b40000') }, nop, nop],
    },
    {
      title: 'a shift beyond 14 is kept as it came',
      hex: '0303ff 01',
      options: [{ type: 'windowScale', shift: 255 }, nop],
    },
  ])('$title', ({ hex, options }) => {
    const decoded = decode(hex);
    expect(decoded).toEqual({ options, padding: bytes(''), optionError: null });
    expect(encodeOptions(options)).toEqual(bytes(hex));
  });

  test('what is left of the last word is EOL and zeros: MUST-69', () => {
    expect(encodeOptions([{ type: 'sackPermitted' }])).toEqual(bytes('04020000'));
    expect(decode('04020000')).toEqual({
      options: [{ type: 'sackPermitted' }, eol],
      padding: bytes('00'),
      optionError: null,
    });
  });

  test('octets after EOL are no options, and survive', () => {
    const decoded = decode('00 020405b4 ffffff');
    expect(decoded).toEqual({ options: [eol], padding: bytes('020405b4ffffff'), optionError: null });
    expect(encodeOptions(decoded.options, decoded.padding)).toEqual(bytes('00020405b4ffffff'));
  });

  test.each([
    { title: 'length 0', hex: '01 0300 07', offset: 1, found: 0, wanted: 3, before: [nop] },
    { title: 'length 1', hex: '0201 05b4', offset: 0, found: 1, wanted: 4, before: [] },
    { title: 'a length beyond the header', hex: '0101 0403', offset: 2, found: 3, wanted: 2, before: [nop, nop] },
    {
      title: 'a kind without room for a length',
      hex: '010101 08',
      offset: 3,
      found: 0,
      wanted: 1,
      before: [nop, nop, nop],
    },
    { title: 'length 255', hex: '08ff 0000', offset: 0, found: 255, wanted: 4, before: [] },
  ])('MUST-7: $title ends the list, is reported, and survives', ({ hex, offset, found, wanted, before }) => {
    const decoded = decode(hex);
    expect(decoded.optionError).toEqual({ code: 'tcp/option-length', offset, found, wanted });
    expect(decoded.options).toEqual(before);
    expect(encodeOptions(decoded.options, decoded.padding)).toEqual(bytes(hex));
  });
});
