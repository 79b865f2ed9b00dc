import { describe, expect, test } from 'vitest';
import { tcpOfCaptured } from '../../../shared/packet/capture.ts';
import { ipv4OfFrame, linkTypes } from '../../../shared/packet/link.ts';
import { encodePacket, makePacket } from '../../../shared/packet/packet.ts';
import { SYN, makeSegment } from '../../../shared/tcp/segment.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

const packet = encodePacket(makePacket({ src: 1, srcPort: 2, dst: 3, dstPort: 4 }, makeSegment({ ctl: SYN })));
const macs = '020000000001 020000000002';
const cooked = '0000 0001 0006 020000000001 0000';
const { NULL, ETHERNET, RAW, LOOP, LINUX_SLL, IPV4, IPV6, LINUX_SLL2 } = linkTypes;

describe('the IPv4 packet of a frame', () => {
  test.each([
    { title: 'Ethernet', linkType: ETHERNET, header: `${macs} 0800` },
    { title: 'Ethernet with a VLAN tag', linkType: ETHERNET, header: `${macs} 8100 2005 0800` },
    { title: 'Ethernet with two tags, QinQ', linkType: ETHERNET, header: `${macs} 88a8 0001 8100 0002 0800` },
    { title: 'Ethernet with two tags of old', linkType: ETHERNET, header: `${macs} 9100 0001 8100 0002 0800` },
    { title: 'Linux cooked', linkType: LINUX_SLL, header: `${cooked} 0800` },
    { title: 'Linux cooked with a VLAN tag', linkType: LINUX_SLL, header: `${cooked} 8100 0001 0800` },
    { title: 'Linux cooked v2', linkType: LINUX_SLL2, header: '0800 0000 00000001 0001 00 06 0200000000010000' },
    {
      title: 'Linux cooked v2 with a VLAN tag',
      linkType: LINUX_SLL2,
      header: '8100 0000 00000001 0001 00 06 0200000000010000 0001 0800',
    },
    { title: 'raw IP', linkType: RAW, header: '' },
    { title: 'raw IPv4', linkType: IPV4, header: '' },
    { title: 'raw IP of old files', linkType: 12, header: '' },
    { title: 'raw IP of old OpenBSD files', linkType: 14, header: '' },
    { title: 'loopback of a host with the high octet first', linkType: NULL, header: '00000002' },
    { title: 'loopback of a host with the low octet first', linkType: NULL, header: '02000000' },
    { title: 'OpenBSD loopback', linkType: LOOP, header: '00000002' },
  ])('$title', ({ linkType, header }) => {
    const frame = Uint8Array.of(...bytes(header), ...packet);
    expect(ipv4OfFrame(linkType, frame)).toEqual({ ok: true, value: packet });
    for (let length = 0; length < bytes(header).length; length += 1) {
      const error = { code: 'link/short', offset: length, found: length };
      expect(ipv4OfFrame(linkType, frame.subarray(0, length))).toMatchObject({ ok: false, error });
    }
  });

  test.each([
    { title: 'IPv6 on Ethernet', linkType: ETHERNET, header: `${macs} 86dd`, code: 'ip/version-6', offset: 12 },
    { title: 'IPv6 in a VLAN', linkType: ETHERNET, header: `${macs} 8100 0001 86dd`, code: 'ip/version-6', offset: 16 },
    { title: 'IPv6 on Linux cooked', linkType: LINUX_SLL, header: `${cooked} 86dd`, code: 'ip/version-6', offset: 14 },
    { title: 'IPv6 on loopback of macOS', linkType: NULL, header: '1e000000', code: 'ip/version-6', offset: 0 },
    { title: 'IPv6 on loopback of OpenBSD', linkType: LOOP, header: '00000018', code: 'ip/version-6', offset: 0 },
    { title: 'raw IPv6', linkType: IPV6, header: '60', code: 'ip/version-6', offset: 0 },
    { title: 'ARP', linkType: ETHERNET, header: `${macs} 0806`, code: 'link/no-ipv4', offset: 12 },
    { title: 'an 802.3 length', linkType: ETHERNET, header: `${macs} 0026`, code: 'link/no-ipv4', offset: 12 },
    { title: 'another family', linkType: NULL, header: '07000000', code: 'link/family', offset: 0 },
    { title: 'LOOP with the low octet first', linkType: LOOP, header: '02000000', code: 'link/family', offset: 0 },
    { title: '802.11', linkType: 105, header: '08000000', code: 'link/type', offset: 0 },
  ])('$title is refused with $code', ({ linkType, header, code, offset }) => {
    const frame = Uint8Array.of(...bytes(header), ...packet);
    expect(ipv4OfFrame(linkType, frame)).toMatchObject({ ok: false, error: { code, offset } });
  });
});

const captured = (linkType: number, data: Uint8Array, from = 0) => {
  const interfaces = [{ name: null, description: null, linkType, snapLength: 0 }];
  const each = { interface: from, time: null, data, originalLength: data.length, comments: [] };
  return tcpOfCaptured({ application: null, comments: [], interfaces, packets: [each], names: [] }, each);
};

describe('the TCP packet of a captured frame', () => {
  test('link padding behind the packet is no data', () => {
    const frame = Uint8Array.of(...bytes(`${macs} 0800`), ...packet, 0, 0, 0, 0, 0, 0);
    expect(captured(ETHERNET, frame)).toMatchObject({
      ok: true,
      value: { tcp: { segment: { data: new Uint8Array(0) } } },
    });
  });

  test('raw IPv6 is refused by its version', () => {
    expect(captured(RAW, bytes('60000000'))).toMatchObject({ ok: false, error: { code: 'ip/version-6', offset: 0 } });
  });

  test('offsets count from the start of the frame', () => {
    const udp = packet.slice();
    udp[9] = 17;
    const frame = Uint8Array.of(...bytes(`${macs} 0800`), ...udp);
    expect(captured(ETHERNET, frame)).toMatchObject({ ok: false, error: { code: 'ip/protocol', offset: 23 } });
  });

  test('an interface that the capture does not have is refused', () => {
    expect(captured(RAW, packet, 1)).toMatchObject({ ok: false, error: { code: 'pcapng/interface', found: 1 } });
  });
});
