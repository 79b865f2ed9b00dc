/** Issue 4, point 5: the labs' captures, opened by Wireshark's dissector, show what the game's own table shows. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { dissect, type Packet, secondsOf } from '../../shared/lessons/lab/dissect/dissect.ts';
import { flat } from '../../shared/lessons/lab/dissect/node.ts';
import type { NumberForm } from '../../shared/lessons/lab/dissect/tcp.ts';
import { fileOf, framesOf, type LabId, labIds } from '../../shared/lessons/lab/frames.ts';
import { filters } from '../shared/lessons/lab/filters.ts';
import { keepCapture } from './capture.ts';
import { missing } from './tools.ts';
import { closed, closedSilently, expectCapture, opinionOn } from './tshark.ts';

const lack = missing('tshark');
const run = promisify(execFile);
const forms = ['relative', 'absolute'] as const;
const cases = labIds.flatMap((id) => forms.map((form) => [id, form] as const));

/** Whom the addresses belong to. */
const sides = { '192.0.2.10': 'client', '198.51.100.7': 'server', '203.0.113.20': 'neighbour' };

/** The downloaded octets on disk. */
const saved = (id: LabId): string => keepCapture(id, fileOf(id));

const badSum = (side: string, sum: string): string => `${side}: error: Bad checksum [should be ${sum}]`;

/** null: tshark refuses. Two passes, as in the window: a request knows its reply. */
async function tshark(id: LabId, form: NumberForm, ...args: readonly string[]): Promise<readonly string[] | null> {
  const relative = `tcp.relative_sequence_numbers:${form === 'relative' ? 'TRUE' : 'FALSE'}`;
  try {
    const { stdout } = await run('tshark', ['-2', '-n', '-r', saved(id), '-o', relative, ...args], { maxBuffer: 1e8 });
    return stdout.split('\n');
  } catch {
    return null;
  }
}

const columns = (names: readonly string[]): readonly string[] => [
  '-T',
  'fields',
  '-E',
  'separator=|',
  '-E',
  'occurrence=f',
  ...names.flatMap((name) => ['-e', name]),
];

const value = (packet: Packet, name: Parameters<Packet['fields']['get']>[0]): string =>
  String(packet.fields.get(name)?.[0] ?? '');

describe.skipIf(lack !== null)(`labs${lack === null ? '' : ` (${lack})`}`, () => {
  test.each(cases)('%s, %s: the list of packets is Wireshark’s, column by column', async (id, form) => {
    const names = ['No.', 'Time', 'Source', 'Destination', 'Protocol', 'Length', 'Info'].map((c) => `_ws.col.${c}`);
    const rows = await tshark(id, form, ...columns(names));
    expect(rows?.filter((row) => row !== '')).toEqual(
      dissect(framesOf(id), form).map(({ number, at, source, destination, protocol, octets, info }) =>
        [number, `${secondsOf(at)}000`, source, destination, protocol, octets.length, info].join('|'),
      ),
    );
  });

  test.each(cases)('%s, %s: seq, ack and flags are the table’s', async (id, form) => {
    const names = ['tcp.seq', 'tcp.ack', 'tcp.seq_raw', 'tcp.ack_raw', 'tcp.flags', 'tcp.stream', 'tcp.len'] as const;
    const rows = await tshark(id, form, '-Y', 'tcp', ...columns(names));
    const shown = dissect(framesOf(id), form).filter(({ stream }) => stream !== null);
    expect(rows?.filter((row) => row !== '').map((row) => row.split('|').map(Number))).toEqual(
      shown.map((packet) => names.map((name) => Number(value(packet, name)))),
    );
  });

  test.each(cases)('%s, %s: every line of the packet details is one of Wireshark’s', async (id, form) => {
    const text = (await tshark(id, form, '-V'))?.join('\n') ?? '';
    const packets = text.split(/\n(?=Frame \d+: )/).map((frame) => frame.split('\n').map((line) => line.trim()));
    const wrong = dissect(framesOf(id), form).flatMap(({ tree, number }, n) =>
      flat(tree)
        .filter((line) => !line.hidden)
        .filter(
          (line) => !packets[n]?.some((other) => other === line.text || other.startsWith(`${line.text} on interface`)),
        )
        .map((line) => `${number}: ${line.text}`),
    );
    expect(wrong).toEqual([]);
  });

  test('Wireshark shows the same frames for the same filters, and refuses the same ones', async () => {
    const file = saved('lab-01-two-tables');
    const answers: (readonly number[] | null)[] = [];
    const ask = async (n: number): Promise<void> => {
      const filter = filters[n]?.[0];
      if (filter === undefined) return;
      try {
        const { stdout } = await run('tshark', ['-n', '-r', file, '-Y', filter, '-T', 'fields', '-e', 'frame.number']);
        answers[n] = stdout.split('\n').filter(Boolean).map(Number);
      } catch {
        answers[n] = null;
      }
    };
    for (let n = 0; n < filters.length; n += 4) await Promise.all([n, n + 1, n + 2, n + 3].map(ask));
    expect(filters.map(([filter], n) => [filter, answers[n]])).toEqual(filters);
  }, 120_000);

  test('Wireshark finds nothing wrong with lab-01: every checksum is right, both connections are whole', () => {
    expectCapture(saved('lab-01-two-tables'), sides, 21, {
      conversations: [closed('client', 'server'), closedSilently('client', 'neighbour')],
    });
  });

  test('Wireshark finds the checksums of lab-02 wrong, and nothing else', () => {
    // Those of the blackboard: zero, as a host records what its card has yet to fill in.
    expect(opinionOn(saved('lab-02-hex-and-relative'), sides)).toEqual({
      packets: 3,
      broken: ['1', '2', '3'],
      findings: [badSum('client', '0x4237'), badSum('server', '0xc29a'), badSum('client', '0xc1be')],
      conversations: [{ completeness: 7, thirdAck: true, fins: [] }],
    });
  });
});
