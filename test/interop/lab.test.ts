/** Issue 4, point 5: the labs' captures, opened by Wireshark's dissector, show what the game's own table shows. */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { dissect, type Packet, secondsOf } from '../../shared/lessons/lab/dissect/dissect.ts';
import { flat } from '../../shared/lessons/lab/dissect/node.ts';
import type { NumberForm } from '../../shared/lessons/lab/dissect/tcp.ts';
import { fileOf, framesOf, type LabId, labIds } from '../../shared/lessons/lab/frames.ts';
import { filters } from '../shared/lessons/lab/filters.ts';
import { opinionOn } from './capture.ts';
import { missing } from './tools.ts';

const lack = missing('tshark');
const run = promisify(execFile);
const forms = ['relative', 'absolute'] as const;
const cases = labIds.flatMap((id) => forms.map((form) => [id, form] as const));

/** The downloaded octets on disk. */
function saved(id: LabId): string {
  const folder = fileURLToPath(new URL('../../test-results/interop/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}${id}.pcapng`;
  writeFileSync(file, fileOf(id));
  return file;
}

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
    const { broken, warnings, findings, completeness, packets } = opinionOn(saved('lab-01-two-tables'));
    // ping and DNS have no TCP checksum.
    expect({ broken, warnings, findings, completeness, packets }).toEqual({
      broken: ['1', '2', '3', '4'],
      warnings: [],
      findings: [],
      completeness: [0, 31, 23],
      packets: 21,
    });
  });
});
