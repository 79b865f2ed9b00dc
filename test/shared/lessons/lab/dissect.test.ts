/** What the lists show is held against what tshark 4.0.17 printed; `test/interop/lab.test.ts` asks it again. */
import { describe, expect, test } from 'vitest';
import { dissect, secondsOf } from '../../../../shared/lessons/lab/dissect/dissect.ts';
import { flat } from '../../../../shared/lessons/lab/dissect/node.ts';
import { follow } from '../../../../shared/lessons/lab/follow.ts';
import { blackboardFrames, twoTablesFrames } from '../../../../shared/lessons/lab/frames.ts';
import { fieldsAt, labHeader, placeOf } from '../../../../shared/lessons/lab/header.ts';
import { toText } from '../../../../shared/octets.ts';

const packets = dissect(twoTablesFrames(), 'relative');
const absolute = dissect(twoTablesFrames(), 'absolute');

test.each([
  [1, '0.000000', 'DNS', 75, 'Standard query 0x1c2a A www.example.com'],
  [2, '0.022000', 'DNS', 91, 'Standard query response 0x1c2a A www.example.com A 198.51.100.7'],
  [3, '0.210000', 'ICMP', 74, 'Echo (ping) request  id=0x0001, seq=1/256, ttl=64 (reply in 4)'],
  [4, '0.410000', 'ICMP', 74, 'Echo (ping) reply    id=0x0001, seq=1/256, ttl=64 (request in 3)'],
  [5, '0.640000', 'TCP', 58, '52114 → 80 [SYN] Seq=0 Win=4096 Len=0 MSS=1460'],
  [8, '0.706200', 'TCP', 54, '52115 → 8080 [ACK] Seq=1 Ack=1 Win=64240 Len=0'],
  [9, '0.840000', 'TCP', 58, '80 → 52114 [SYN, ACK] Seq=0 Ack=1 Win=4096 Len=0 MSS=1460'],
  [11, '0.840000', 'HTTP', 132, 'GET / HTTP/1.1 '],
  [13, '1.060000', 'HTTP', 454, 'HTTP/1.1 200 OK  (text/plain)'],
  [15, '1.240000', 'TCP', 54, '52114 → 80 [FIN, ACK] Seq=79 Ack=401 Win=3696 Len=0'],
  [21, '1.490000', 'TCP', 54, '52114 → 80 [ACK] Seq=80 Ack=402 Win=3695 Len=0'],
])('frame %i: %s %s %i %s', (number, ...shown) => {
  const packet = packets[number - 1];
  expect(packet && [secondsOf(packet.at), packet.protocol, packet.octets.length, packet.info]).toEqual(shown);
});

test('absolute numbers', () => {
  expect(absolute[8]?.info).toBe('80 → 52114 [SYN, ACK] Seq=1157340021 Ack=3028281901 Win=4096 Len=0 MSS=1460');
  expect(dissect(blackboardFrames(), 'relative')[0]?.info).toBe(
    '1161 → 80 [SYN] Seq=0 Win=16384 Len=0 MSS=1460 SACK_PERM',
  );
});

describe('lines and octets', () => {
  test('every line names octets that are there, within those of the line above it', () => {
    for (const { octets, tree } of packets) {
      for (const node of flat(tree)) {
        expect(node.from).toBeLessThanOrEqual(node.to);
        expect(node.to).toBeLessThanOrEqual(octets.length);
        for (const child of node.children) {
          if (child.from === child.to) continue;
          expect(child.from).toBeGreaterThanOrEqual(node.from);
        }
      }
    }
  });

  test('TCP fields stand where RFC 9293 3.1 puts them', () => {
    const header = labHeader('first');
    const tree = dissect(blackboardFrames(), 'relative')[0]?.tree ?? [];
    const at = 14 + 20;
    const places = new Map(flat(tree).map(({ name, from, to }) => [name, [from - at, to - at]]));
    const names = [
      ['tcp.srcport', 'source-port'],
      ['tcp.dstport', 'destination-port'],
      ['tcp.seq', 'seq'],
      ['tcp.ack', 'ack'],
      ['tcp.window_size_value', 'window'],
      ['tcp.checksum', 'checksum'],
      ['tcp.urgent_pointer', 'urgent-pointer'],
      ['tcp.options', 'options'],
    ] as const;
    for (const [name, field] of names) {
      const place = placeOf(field, header);
      expect([name, places.get(name)]).toEqual([name, [place?.from, place?.to]]);
    }
    expect(fieldsAt(header, 13)).toEqual(['flags']);
    expect(places.get('tcp.flags.syn')).toEqual([13, 14]);
  });
});

describe('follow stream', () => {
  test('shows both directions of one connection, in turn', () => {
    const conversation = follow(packets, 0);
    expect(conversation?.ends).toEqual({ client: '192.0.2.10:52114', server: '198.51.100.7:80' });
    expect(conversation?.turns.map(({ by, octets, packets: n }) => [by, octets.length, n])).toEqual([
      ['client', 78, 1],
      ['server', 400, 1],
    ]);
    expect(toText(conversation?.turns[0]?.octets ?? new Uint8Array(0))).toMatch(/^GET \/ HTTP\/1\.1\r\n/);
  });

  test('a connection in which nobody speaks has no turns, and there are two', () => {
    expect(follow(packets, 1)).toMatchObject({ turns: [], ends: { server: '203.0.113.20:8080' } });
    expect(follow(packets, 2)).toBeNull();
  });

  test('what one side says in several packets is one turn', () => {
    const [, , , , , , , , , , request, , reply] = packets;
    if (request === undefined || reply === undefined) throw new Error('no packets');
    const turns = follow([request, request, reply, request], 0)?.turns;
    expect(turns?.map(({ by, packets: n, octets }) => [by, n, octets.length])).toEqual([
      ['client', 2, 156],
      ['server', 1, 400],
      ['client', 1, 78],
    ]);
  });
});
