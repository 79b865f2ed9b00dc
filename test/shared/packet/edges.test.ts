/** Single facts at the edges, by one octet or one bit: each was found by a mutant that no other test noticed. */
import { describe, expect, test } from 'vitest';
import { formatAddress, parseAddress } from '../../../shared/packet/address.ts';
import { type Capture, tcpOfCaptured } from '../../../shared/packet/capture.ts';
import { decodeIpv4, encodeIpv4, type Ipv4Header } from '../../../shared/packet/ipv4.ts';
import { ipv4OfFrame, linkTypes } from '../../../shared/packet/link.ts';
import { decodeOptions } from '../../../shared/packet/options.ts';
import { encodePacket, makePacket } from '../../../shared/packet/packet.ts';
import { readPcap } from '../../../shared/packet/pcapRead.ts';
import { encodePcapng } from '../../../shared/packet/pcapng.ts';
import { readPcapng } from '../../../shared/packet/pcapngRead.ts';
import { makeTcp, tcpSize } from '../../../shared/packet/tcp.ts';
import { timestampAfter } from '../../../shared/packet/timestamp.ts';
import { makeSegment, SYN } from '../../../shared/tcp/segment.ts';

const ends = { src: 1, srcPort: 2, dst: 3, dstPort: 4 };
const packet = makePacket(ends, makeSegment({ ctl: SYN }));
const octets = encodePacket(packet);
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const refused = (code: string, offset: number, found: number, wanted: number) => ({
  ok: false,
  error: { code, offset, found, wanted },
});

const macs = '020000000001 020000000002';
const tagged = (type: string) => ipv4OfFrame(1, bytes(`${macs} ${type} 0001 0800 45`));
const list = (hex: string, to = bytes(hex).length) => decodeOptions(bytes(hex), 0, to);
const nops = (count: number) => makeSegment({ options: Array.from({ length: count }, () => ({ type: 'nop' })) });

/** A classic file's header, and a packet of four octets that claims `captured` ones. */
const head = (snapLength: number) =>
  `a1b2c3d4 0002 0004 00000000 00000000 ${snapLength.toString(16).padStart(8, '0')} 00000065`;
const fileOf = (captured: string) => `00000001 00000002 ${captured} 00000004 45000000`;

test.each(['1-2-3-4', '1.2.3.:', '1.2.3./', '1.2.3.a', '1.2.3', '1.2.3.4.', '.1.2.3'])('%s is no address', (text) => {
  expect(parseAddress(text)).toBeNull();
});

test('9 is a digit', () => {
  expect(parseAddress('9.90.199.249')).toBe(0x095a_c7f9);
  expect(formatAddress(0x095a_c7f9)).toBe('9.90.199.249');
});

describe('an IPv4 packet', () => {
  const header: Ipv4Header = { ...packet.ip, options: new Uint8Array(0) };
  test('of ours has nothing in the fields that we do not use', () => {
    expect(packet.ip).toEqual({
      dscp: 0,
      ecn: 0,
      id: 0,
      flags: 2,
      fragmentOffset: 0,
      ttl: 64,
      protocol: 6,
      src: 1,
      dst: 3,
      options: new Uint8Array(0),
    });
    expect(packet.tcp.reserved).toBe(0);
  });
  test('may be nothing but a header', () => {
    const alone = encodeIpv4({ header, payload: new Uint8Array(0) });
    expect(alone.length).toBe(20);
    expect(decodeIpv4(alone)).toMatchObject({ ok: true, value: { payload: new Uint8Array(0) } });
  });
  test('that is too short for a header says how long a header is', () => {
    expect(decodeIpv4(octets.subarray(0, 19))).toEqual(refused('ip/short', 19, 19, 20));
    expect(decodeIpv4(Uint8Array.of(0x46, 0, 0))).toEqual(refused('ip/short', 3, 3, 20));
    expect(decodeIpv4(new Uint8Array(0))).toEqual(refused('ip/short', 0, 0, 20));
  });
  test('with a wrong checksum names the right one', () => {
    const wrong = Uint8Array.from(octets);
    wrong[10] = 0x12;
    wrong[11] = 0x34;
    const right = ((octets[10] ?? 0) << 8) | (octets[11] ?? 0);
    expect(decodeIpv4(wrong)).toEqual(refused('ip/checksum', 10, 0x1234, right));
  });
  test('has at most 40 octets of options, and 65,535 in all', () => {
    const rich = { ...header, options: new Uint8Array(40).fill(1) };
    expect(encodeIpv4({ header: rich, payload: new Uint8Array(65_475) }).length).toBe(65_535);
    expect(() => encodeIpv4({ header: rich, payload: new Uint8Array(65_476) })).toThrow('65536');
    const over = { ...header, options: new Uint8Array(41).fill(1) };
    expect(() => encodeIpv4({ header: over, payload: new Uint8Array(0) })).toThrow('44');
  });
});

describe('TCP options', () => {
  test('a kind in the last octet counts as length 0, whatever follows the header', () => {
    expect(list('01 02 04 05 b4', 2).optionError).toMatchObject({ code: 'tcp/option-length', offset: 1, found: 0 });
  });
  test.each([
    [0, 'fastOpen'],
    [2, 'unknown'],
    [3, 'unknown'],
    [4, 'fastOpen'],
    [5, 'unknown'],
    [16, 'fastOpen'],
    [17, 'unknown'],
    [18, 'unknown'],
  ])('a Fast Open cookie of %i octets is %s', (size, type) => {
    const hex = `22${(size + 2).toString(16).padStart(2, '0')}${'aa'.repeat(size)}`;
    expect(list(hex).options.map((option) => option.type)).toEqual([type]);
  });
  test('take 40 octets of a segment at most', () => {
    expect(tcpSize(makeTcp(1, 2, nops(40)))).toBe(60);
    expect(() => tcpSize(makeTcp(1, 2, nops(41)))).toThrow('44');
  });
});

describe('a frame', () => {
  test('has the numbers of the registry', () => {
    expect(linkTypes).toEqual({
      NULL: 0,
      ETHERNET: 1,
      RAW: 101,
      LOOP: 108,
      LINUX_SLL: 113,
      IPV4: 228,
      IPV6: 229,
      LINUX_SLL2: 276,
    });
  });
  test('may end with its header', () => {
    expect(ipv4OfFrame(1, bytes(`${macs} 0800`))).toEqual({ ok: true, value: new Uint8Array(0) });
    expect(ipv4OfFrame(0, bytes('02000000'))).toEqual({ ok: true, value: new Uint8Array(0) });
    expect(ipv4OfFrame(1, bytes(`${macs} 08`))).toEqual(refused('link/short', 13, 13, 14));
    expect(ipv4OfFrame(0, bytes('020000'))).toEqual(refused('link/short', 3, 3, 4));
  });
  test('with each of the tags of old', () => {
    for (const type of ['8100', '88a8', '9100', '9200']) expect(tagged(type).ok).toBe(true);
    expect(tagged('9300').ok).toBe(false);
  });
  test.each(['0a000000', '18000000', '1c000000', '1e000000'])('of family %s is IPv6', (family) => {
    expect(ipv4OfFrame(0, bytes(family))).toEqual(refused('ip/version-6', 0, 6, 4));
  });
  test('of IPv6 says which version is wanted', () => {
    expect(ipv4OfFrame(229, bytes('60'))).toEqual(refused('ip/version-6', 0, 6, 4));
    expect(ipv4OfFrame(1, bytes(`${macs} 86dd`))).toEqual(refused('ip/version-6', 12, 6, 4));
  });
});

describe('a captured packet', () => {
  const one = { name: null, description: null, linkType: linkTypes.ETHERNET, snapLength: 0 };
  const capture: Capture = { application: null, comments: [], interfaces: [one], packets: [], names: [] };
  const captured = (data: Uint8Array, index = 0) =>
    tcpOfCaptured(capture, { interface: index, time: null, data, originalLength: data.length, comments: [] });
  const ethernet = bytes('020000000001 020000000002 0800');
  test('of no interface, or of no frame that can be read, is refused', () => {
    expect(captured(octets, 1)).toMatchObject(refused('pcapng/interface', 0, 1, 1));
    expect(captured(bytes('02'))).toEqual(refused('link/short', 1, 1, 14));
  });
  test('has its offsets counted from the frame, wherever that lies in its file', () => {
    const file = Uint8Array.of(9, 9, 9, 9, 9, ...ethernet, 0x45, 0, 0);
    expect(captured(file.subarray(5))).toMatchObject({ ok: false, error: { code: 'ip/short', offset: 17 } });
  });
});

describe('a classic capture file', () => {
  test('that is none is refused, not read', () => {
    expect(readPcap(bytes('01020304'))).toMatchObject({ ok: false, error: { code: 'file/magic', offset: 0 } });
  });
  test('may have packets as long as its snap length, and no longer', () => {
    expect(readPcap(bytes(`${head(4)} ${fileOf('00000004')}`)).ok).toBe(true);
    expect(readPcap(bytes(`${head(3)} ${fileOf('00000004')}`))).toEqual(refused('file/snap-length', 32, 4, 3));
  });
  test('that ends in a packet header is cut there', () => {
    const cut = bytes(`${head(0)} ${fileOf('00000004')} 00000001 00000002 0000`);
    expect(readPcap(cut)).toEqual(refused('file/cut', 44, 10, 16));
  });
});

describe('a pcapng file of ours', () => {
  const capture: Capture = {
    application: null,
    comments: [],
    interfaces: [
      { name: null, description: null, linkType: 101, snapLength: 0 },
      { name: null, description: null, linkType: 101, snapLength: 40 },
    ],
    packets: [
      { interface: 1, time: { seconds: 1, nanos: 2 }, data: octets, originalLength: octets.length, comments: [] },
    ],
    names: [],
  };
  test('without names, comments and application has no blocks and options for them', () => {
    const file = encodePcapng(capture);
    // Section header 28, two interfaces of 8 + 12 + 12 (if_tsresol and the end), one packet of 32 + 40.
    expect(octets.length).toBe(40);
    expect(file.length).toBe(28 + 2 * 32 + 72);
    expect(readPcapng(file)).toEqual({ ok: true, value: capture });
  });
  test('holds no packet of an interface that is none, or beyond its snap length', () => {
    const [first] = capture.packets;
    if (first === undefined) throw new Error('no packet');
    const longer = { ...first, data: new Uint8Array(41), originalLength: 41 };
    expect(() => encodePcapng({ ...capture, packets: [longer] })).toThrow('it can have 40');
    expect(() => encodePcapng({ ...capture, packets: [{ ...first, interface: 2 }] })).toThrow('interface 2');
    const empty = { ...first, interface: 2, data: new Uint8Array(0), originalLength: 0 };
    expect(() => encodePcapng({ ...capture, packets: [empty] })).toThrow('interface 2');
  });
});

test('an instant after another is counted in milliseconds', () => {
  expect(timestampAfter({ seconds: 10, nanos: 999_999_999 }, 1.000_001)).toEqual({ seconds: 11, nanos: 1_000_000 });
  expect(timestampAfter({ seconds: 10, nanos: 0 }, 2500)).toEqual({ seconds: 12, nanos: 500_000_000 });
  expect(timestampAfter({ seconds: 10, nanos: 0 }, 1000)).toEqual({ seconds: 11, nanos: 0 });
});
