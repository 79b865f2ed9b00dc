import { describe, expect, test } from 'vitest';
import { tcpOfCaptured } from '../../../shared/packet/capture.ts';
import { readCapture } from '../../../shared/packet/readCapture.ts';
import { ACK, PSH, SYN } from '../../../shared/tcp/segment.ts';
import { captureFiles } from './captureFiles.ts';
import { classicHeader, classicPacket, orders } from './fileBytes.ts';

interface Row {
  readonly at: readonly [number, number];
  readonly ctl: number;
  readonly seq: number;
  readonly size: number;
}

/** Time, control bits, SEG.SEQ and octets of data of every packet of a file. */
function rowsOf(octets: Uint8Array, checking: 'strict' | 'capture'): readonly Row[] {
  const file = readCapture(octets);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value.packets.map((each) => {
    const decoded = tcpOfCaptured(file.value, each, checking);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const { segment } = decoded.value.tcp;
    const at = [each.time?.seconds ?? 0, each.time?.nanos ?? 0] as const;
    return { at, ctl: segment.ctl, seq: segment.seq, size: segment.data.length };
  });
}

// What tshark 4.0.17 prints of the same files.
describe('files of other programs', () => {
  test.each<{ file: keyof typeof captureFiles; checking: 'strict' | 'capture'; rows: readonly Row[] }>([
    {
      file: 'dumpcapAny',
      checking: 'capture',
      rows: [
        { at: [1795186849, 932002728], ctl: SYN, seq: 1623681069, size: 0 },
        { at: [1795186849, 932015464], ctl: ACK | SYN, seq: 2198341729, size: 0 },
      ],
    },
    {
      file: 'dumpcapLoopback',
      checking: 'capture',
      rows: [
        { at: [1795186849, 932003000], ctl: SYN, seq: 1623681069, size: 0 },
        { at: [1795186849, 932015000], ctl: ACK | SYN, seq: 2198341729, size: 0 },
        { at: [1795186849, 932028000], ctl: ACK, seq: 1623681070, size: 0 },
        { at: [1795186849, 932408000], ctl: ACK | PSH, seq: 1623681070, size: 78 },
      ],
    },
    {
      file: 'editcapClassic',
      checking: 'strict',
      rows: [
        { at: [1700000000, 123456000], ctl: SYN, seq: 232129012, size: 0 },
        { at: [1700000000, 135456000], ctl: ACK | SYN, seq: 883061785, size: 0 },
        { at: [1700000000, 147456000], ctl: ACK, seq: 232129013, size: 0 },
      ],
    },
    {
      file: 'scapyPcapng',
      checking: 'strict',
      rows: [{ at: [1795186848, 338872000], ctl: SYN, seq: 5, size: 0 }],
    },
    {
      file: 'scapyCooked2',
      checking: 'strict',
      rows: [
        { at: [1795186848, 338454000], ctl: SYN, seq: 5, size: 0 },
        { at: [1795186848, 338456000], ctl: SYN, seq: 5, size: 0 },
      ],
    },
  ])('$file', ({ file, checking, rows }) => {
    expect(rowsOf(Buffer.from(captureFiles[file], 'base64'), checking)).toEqual(rows);
  });

  test('checksums that the network card had not filled in are refused when asked', () => {
    expect(() => rowsOf(Buffer.from(captureFiles.dumpcapLoopback, 'base64'), 'strict')).toThrow('tcp/checksum');
  });
});

describe.each(orders)('classic pcap, low octet first: $little', (order) => {
  test.each([
    { title: 'microseconds', magic: 0xa1b2c3d4, nanos: 7000 },
    { title: 'nanoseconds', magic: 0xa1b23c4d, nanos: 7 },
  ])('$title', ({ magic, nanos }) => {
    const header = classicHeader(order, { magic, linkType: 0x2400_0001, snapLength: 0 });
    const packet = classicPacket(order, [1, 2, 3], { seconds: 4_000_000_000, fraction: 7, original: 60 });
    expect(readCapture(Uint8Array.from([...header, ...packet]))).toEqual({
      ok: true,
      value: {
        application: null,
        comments: [],
        // The upper half of the link type tells of a frame check sequence.
        interfaces: [{ name: null, description: null, linkType: 1, snapLength: 0 }],
        packets: [
          {
            interface: 0,
            time: { seconds: 4_000_000_000, nanos },
            data: Uint8Array.of(1, 2, 3),
            originalLength: 60,
            comments: [],
          },
        ],
        names: [],
      },
    });
  });
});
