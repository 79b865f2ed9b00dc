import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromText } from '../../../shared/octets.ts';
import { formatAddress } from '../../../shared/packet/address.ts';
import { checksum } from '../../../shared/packet/checksum.ts';
import { MORE_FRAGMENTS, decodeIpv4, encodeIpv4, isFragment } from '../../../shared/packet/ipv4.ts';
import { decodePacket, encodePacket, makePacket } from '../../../shared/packet/packet.ts';
import type { Option } from '../../../shared/tcp/option.ts';
import { ACK, makeSegment } from '../../../shared/tcp/segment.ts';
import { packet } from './arbitraries.ts';
import { scapyRows } from './scapyRows.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');

const kinds = {
  eol: 0,
  nop: 1,
  mss: 2,
  windowScale: 3,
  sackPermitted: 4,
  sack: 5,
  timestamps: 8,
  fastOpen: 34,
} as const;
const kindOf = (option: Option): number => (option.type === 'unknown' ? option.kind : kinds[option.type]);

const ends = { src: 0x0a000001, srcPort: 49152, dst: 0x0a000002, dstPort: 80 };
const hello = encodePacket(
  makePacket(ends, makeSegment({ seq: 2 ** 32 - 3, ack: 7, ctl: ACK, data: fromText('你好') })),
);

describe('a packet there and back', () => {
  test('every packet reads as it was written', () => {
    fc.assert(
      fc.property(packet, (each) => {
        expect(decodePacket(encodePacket(each))).toEqual({ ok: true, value: each });
      }),
    );
  });

  test.each(scapyRows)('Scapy $ip.id: every field is as Scapy set it, every octet is written back', (row) => {
    const decoded = decodePacket(bytes(row.hex));
    if (!decoded.ok) throw new Error(decoded.error.code);
    const { ip, tcp } = decoded.value;
    const { seq, ack, ctl, wnd, up, options, data } = tcp.segment;
    expect({
      hex: hex(encodePacket(decoded.value)),
      ip: { src: formatAddress(ip.src), dst: formatAddress(ip.dst), tos: ip.dscp * 4 + ip.ecn, id: ip.id },
      flags: ip.flags,
      ttl: ip.ttl,
      ports: [tcp.srcPort, tcp.dstPort],
      seq,
      ack,
      ctl,
      reserved: tcp.reserved,
      wnd,
      up,
      kinds: options.map(kindOf),
      data: hex(data),
    }).toEqual(row);
  });

  test('whatever octets are taken are written back, trailing link padding left out', () => {
    fc.assert(
      fc.property(packet, fc.array(fc.tuple(fc.nat(59), fc.nat(255))), (each, changes) => {
        const octets = encodePacket(each);
        const tcpAt = 20 + each.ip.options.length;
        // Bad options, odd padding, any bits: but a header length and checksums that hold.
        for (const [at, value] of changes) if (at >= 20 && tcpAt + at < octets.length) octets[tcpAt + at] = value;
        const decoded = decodePacket(octets, 'capture');
        if (!decoded.ok) throw new Error(decoded.error.code);
        const again = encodePacket(decoded.value);
        again.set(octets.subarray(tcpAt + 16, tcpAt + 18), tcpAt + 16);
        expect(hex(again)).toBe(hex(octets));
      }),
    );
  });

  test('options that end within a word come back with the EOL that ends them', () => {
    const mine = makePacket(ends, makeSegment({ options: [{ type: 'windowScale', shift: 7 }] }));
    const decoded = decodePacket(encodePacket(mine));
    expect(decoded).toMatchObject({
      ok: true,
      value: { tcp: { segment: { options: [{ shift: 7 }, { type: 'eol' }] } } },
    });
  });

  test('data shares the memory of the packet: nothing is copied', () => {
    const decoded = decodePacket(hello);
    if (!decoded.ok) throw new Error(decoded.error.code);
    expect(decoded.value.tcp.segment.data.buffer).toBe(hello.buffer);
  });
});

describe('errors on the way', () => {
  test('each single-bit error in the TCP part is refused', () => {
    fc.assert(
      fc.property(packet, (each) => {
        const octets = encodePacket(each);
        for (let bit = (20 + each.ip.options.length) * 8; bit < octets.length * 8; bit += 1) {
          const broken = octets.slice();
          broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          expect(decodePacket(broken).ok, `bit ${bit}`).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('each single-bit error in the IPv4 header is refused', () => {
    for (let bit = 0; bit < 160; bit += 1) {
      const broken = hello.slice();
      broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodePacket(broken), `bit ${bit}`).toMatchObject({ ok: false });
    }
  });

  test('a packet cut anywhere is refused', () => {
    for (let length = 0; length < hello.length; length += 1) {
      expect(decodePacket(hello.subarray(0, length)), `${length} octets`).toMatchObject({ ok: false });
    }
  });

  test('random octets never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (octets) => {
        for (const first of [octets[0] ?? 0, 0x45, 0x46, 0x4f]) {
          octets[0] = first;
          expect(() => decodePacket(octets)).not.toThrow();
          expect(() => decodePacket(octets, 'capture')).not.toThrow();
        }
      }),
    );
  });

  test.each([
    { title: 'IPv6', change: [[0, 0x65]], error: { code: 'ip/version-6', offset: 0, found: 6, wanted: 4 } },
    { title: 'version 5', change: [[0, 0x55]], error: { code: 'ip/version', offset: 0, found: 5, wanted: 4 } },
    {
      title: 'header of 16',
      change: [[0, 0x44]],
      error: { code: 'ip/header-length', offset: 0, found: 16, wanted: 20 },
    },
    { title: 'header of 60', change: [[0, 0x4f]], error: { code: 'ip/short', offset: 46, found: 46, wanted: 60 } },
    {
      title: 'total length 19',
      change: [[3, 19]],
      error: { code: 'ip/total-length', offset: 2, found: 19, wanted: 20 },
    },
    { title: 'total length 47', change: [[3, 47]], error: { code: 'ip/cut', offset: 46, found: 46, wanted: 47 } },
    {
      title: 'a first fragment',
      change: [[6, 0x20]],
      error: { code: 'ip/fragment', offset: 6, found: 0x2000, wanted: 0 },
    },
    {
      title: 'a later fragment',
      change: [[7, 1]],
      error: { code: 'ip/fragment', offset: 6, found: 0x4001, wanted: 0 },
    },
    { title: 'UDP', change: [[9, 17]], error: { code: 'ip/protocol', offset: 9, found: 17, wanted: 6 } },
    {
      title: 'data offset 4',
      change: [[32, 0x40]],
      error: { code: 'tcp/data-offset', offset: 32, found: 16, wanted: 20 },
    },
    { title: 'total length 30', change: [[3, 30]], error: { code: 'tcp/short', offset: 30, found: 10, wanted: 20 } },
  ])('$title is refused with $error.code', ({ change, error }) => {
    const broken = hello.slice();
    for (const [at = 0, value = 0] of change) broken[at] = value;
    expect(decodePacket(broken, 'capture')).toEqual({ ok: false, error });
  });

  test('the checksum of the IPv4 header names the right one', () => {
    const broken = hello.slice();
    broken.set([0, 0], 10);
    const wanted = checksum(broken.subarray(0, 20));
    expect(decodePacket(broken)).toEqual({ ok: false, error: { code: 'ip/checksum', offset: 10, found: 0, wanted } });
  });

  test('an illegal option is reported from the start of the packet, and the packet is read', () => {
    const broken = encodePacket(
      makePacket(ends, makeSegment({ options: [{ type: 'unknown', kind: 9, body: bytes('0000') }] })),
    );
    broken[41] = 1;
    const decoded = decodePacket(broken, 'capture');
    const optionError = { code: 'tcp/option-length', offset: 40, found: 1, wanted: 4 };
    expect(decoded).toMatchObject({ ok: true, value: { tcp: { optionError, segment: { options: [] } } } });
  });

  test('capture: total length 0 is segmentation offload, and means all of it', () => {
    const offloaded = hello.slice();
    offloaded.set([0, 0], 2);
    expect(decodePacket(offloaded, 'capture')).toMatchObject({ ok: true });
    expect(decodePacket(offloaded)).toMatchObject({ ok: false });
  });
});

describe('IPv4 alone', () => {
  test('a fragment is read, and known as one', () => {
    const { ip } = makePacket(ends, makeSegment({}));
    const fragment = { header: { ...ip, flags: MORE_FRAGMENTS, fragmentOffset: 185 }, payload: bytes('abcd') };
    expect(decodeIpv4(encodeIpv4(fragment))).toEqual({ ok: true, value: fragment });
    expect(isFragment(fragment.header)).toBe(true);
    expect(isFragment(ip)).toBe(false);
  });

  test('link padding after the total length is left out', () => {
    const { ip } = makePacket(ends, makeSegment({}));
    const packetOctets = encodeIpv4({ header: ip, payload: bytes('ab') });
    expect(decodeIpv4(Uint8Array.of(...packetOctets, 0, 0, 0))).toMatchObject({
      ok: true,
      value: { payload: bytes('ab') },
    });
  });

  test('a packet too large for its length field is a bug of the caller', () => {
    const data = new Uint8Array(0xffff - 39);
    expect(() => encodePacket(makePacket(ends, makeSegment({ data })))).toThrow('65535 is the most');
    expect(encodePacket(makePacket(ends, makeSegment({ data: data.subarray(1) }))).length).toBe(0xffff);
  });
});
