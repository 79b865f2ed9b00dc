/** The lab's page: packet details as lines, octets and their lines, lines as filters, the report, and the words. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Packet, dissect } from '../../shared/lessons/lab/dissect/dissect.ts';
import { framesOf } from '../../shared/lessons/lab/frames.ts';
import { passes } from '../../shared/lessons/lab/filter/match.ts';
import { parseFilter } from '../../shared/lessons/lab/filter/parse.ts';
import { labPageTexts } from '../../shared/i18n/lab/texts.ts';
import { idOf, practiceFrom } from '../../shared/lessons/lab/practice.ts';
import { rightIn } from '../../shared/lessons/lab/tables.ts';
import { labTexts } from '../../shared/lessons/lab/words.ts';
import { solutionOf } from '../shared/lessons/lab/solutions.ts';
import { allLines, filterFor, lineOfOctet, linesAbove, sameLine, visibleLines } from '../../client/lab/lines.ts';

vi.mock('../../client/net/socket.ts', () => ({
  ask: vi.fn<() => void>(),
  isConnected: () => false,
  line: { peek: () => 'offline' },
}));

const { place } = await import('../../client/state/store.ts');
const report = await import('../../client/lab/report.ts');
const bench = await import('../../client/lab/bench.ts');
const { bestAt, progress, reset } = await import('../../client/solo/progress.ts');
const { sent } = await import('../../client/solo/sent.ts');

const first = 'lab-01-two-tables';
const packets = dissect(framesOf(first), 'relative');
const packet = (number: number): Packet => {
  const found = packets[number - 1];
  if (found === undefined) throw new Error(String(number));
  return found;
};

const fieldAt = (octet: number) => lineOfOctet(packet(9), octet)?.node.name;

describe('packet details', () => {
  test('show the layers, and what lies below a line that is open', () => {
    const closed = visibleLines(packet(11), new Set());
    expect(closed.map(({ node }) => node.name)).toEqual(['frame', 'eth', 'ip', 'tcp', 'http']);
    const open = visibleLines(packet(11), new Set(['tcp']));
    expect(open.length).toBeGreaterThan(closed.length + 10);
    expect(open.some(({ node }) => node.name === 'tcp.flags.syn')).toBe(false);
    expect(open.every(({ node }) => !node.hidden)).toBe(true);
  });

  test('an octet belongs to the smallest field around it, and not to a bit', () => {
    expect([0, 6, 14, 26, 34, 38, 42, 46, 47, 48, 54].map(fieldAt)).toEqual([
      'eth.dst',
      'eth.src',
      'ip.version',
      'ip.src',
      'tcp.srcport',
      'tcp.seq',
      'tcp.ack',
      'tcp.hdr_len',
      'tcp.flags',
      'tcp.window_size_value',
      'tcp.options.mss_val',
    ]);
  });

  test('every octet of every packet belongs to a line, and the lines above it hold it as well', () => {
    for (const one of packets) {
      for (const at of one.octets.keys()) {
        const line = lineOfOctet(one, at);
        if (line === null) throw new Error(`${one.number}: octet ${at}`);
        for (const { node } of linesAbove(one, line.path)) {
          expect(node.from <= at && at < node.to).toBe(true);
        }
      }
    }
  });

  test('another packet is looked at in the same field', () => {
    const line = allLines(packet(9)).find(({ node }) => node.name === 'tcp.ack_raw');
    if (line === undefined) throw new Error('no line');
    expect(sameLine(packet(10), line)?.node.value).toBe(1157340022);
    expect(sameLine(packet(1), line)).toBeNull();
  });

  test('each line that has a name is a filter, and its own packet passes it', () => {
    for (const one of packets) {
      for (const line of allLines(one)) {
        const text = filterFor(line);
        if (text === null) continue;
        const filter = parseFilter(text);
        expect([one.number, text, filter.ok && passes(filter.value, one)]).toEqual([one.number, text, true]);
      }
    }
  });
});

describe('the bench', () => {
  beforeEach(() => bench.layOut(first));

  test('a filter that is none changes nothing that is shown', () => {
    expect(bench.applyFilter('tcp.stream eq 1')).toBe(true);
    expect(bench.shown.value.length).toBe(6);
    expect(bench.applyFilter('tcp.stream =')).toBe(false);
    expect(bench.shown.value.length).toBe(6);
  });

  test('a packet that the filter hides is not chosen any more', () => {
    bench.choosePacket(6);
    expect(bench.chosen.value?.number).toBe(6);
    bench.applyFilter('tcp.stream eq 0');
    expect(bench.chosen.value).toBeNull();
  });

  test('an octet opens the lines around its field', () => {
    bench.choosePacket(9);
    bench.chooseOctet(26);
    expect(bench.chosenLine.value?.node.name).toBe('ip.src');
    expect(bench.open.value.has('ip')).toBe(true);
  });
});

const fill = (skip: string | null = null): void => {
  for (const [field, typed] of solutionOf(first)) if (field !== skip) report.answer(field, typed);
};

describe('the report', () => {
  beforeEach(async () => {
    reset();
    report.leave();
    place.value = { type: 'level', id: first };
    await report.begin(first);
  });

  test('what is wrong is marked until it is changed; what is right stays', () => {
    report.write('opening.0.seq', '0');
    report.submit(['opening.0.seq', 'opening.1.seq']);
    expect(report.standingOf('opening.0.seq')).toBe('wrong');
    report.write('opening.0.seq', '3028281900');
    expect(report.standingOf('opening.0.seq')).toBe('open');
    report.submit(['opening.0.seq']);
    expect(report.standingOf('opening.0.seq')).toBe('right');
    expect(report.report.value?.attempt.answers['opening.0.seq']?.wrong).toBe(1);
  });

  test('parts are done one by one, and the level is won with the last field', () => {
    fill('closing.3.ack');
    expect(report.nextPart.value).toBe('closing');
    expect(report.won.value).toBeNull();
    report.answer('closing.3.ack', '1157340423');
    expect(report.nextPart.value).toBeNull();
    expect(report.won.value).toMatchObject({ stars: 3, refused: 0, record: false });
    expect(bestAt(progress.value, first)).toMatchObject({ stars: 3 });
    // No server handed it out.
    expect(sent.value).toEqual({ type: 'alone' });
  });

  test('help is written down and caps the stars', () => {
    report.askForHelp('opening', 4);
    report.askForHelp('opening', 1);
    fill();
    expect(report.won.value).toMatchObject({ stars: 1, hint: 4 });
  });
});

describe('tables with gaps', () => {
  test('each row has one, the rows are out of order, and nothing of it counts', () => {
    const orders = new Set<string>();
    for (let seed = 1; seed <= 30; seed += 1) {
      const { rows, hidden } = practiceFrom(seed);
      expect(hidden.map(({ table, row }) => `${table} ${row}`).toSorted()).toEqual([
        ...[0, 1, 2, 3].map((row) => `closing ${row}`),
        ...[0, 1, 2].map((row) => `opening ${row}`),
      ]);
      expect(new Set(rows.closing)).toEqual(new Set([0, 1, 2, 3]));
      expect(hidden.map(idOf)).not.toContain('opening.0.ack');
      orders.add(rows.closing.join(''));
    }
    expect(orders.size).toBeGreaterThan(5);
  });

  test('are done with the hidden fields alone', () => {
    reset();
    report.practise(7);
    const { hidden } = practiceFrom(7);
    const open = report.report.value?.attempt.fields.filter(({ id }) => report.standingOf(id) !== 'right');
    expect(open?.map(({ id }) => id).toSorted()).toEqual(hidden.map(idOf).toSorted());
    for (const cell of hidden) report.answer(idOf(cell), String(rightIn(cell)));
    expect(report.nextPart.value).toBeNull();
    expect(report.won.value).toBeNull();
    expect(bestAt(progress.value, first)).toBeNull();
  });
});

describe('the words', () => {
  const sentences = (value: unknown, ...given: readonly unknown[]): readonly string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String((value as (...all: readonly unknown[]) => unknown)(...given))];
    return typeof value === 'object' && value !== null
      ? Object.values(value).flatMap((one) => sentences(one, ...given))
      : [];
  };
  const example = { wanted: 'seq', isnOf: 'client', row: 2, field: 'seq', octets: 4, word: 'x', near: 'tcp', most: 9 };

  test('Chinese has full-width punctuation', () => {
    const said = [...sentences(labTexts['zh-CN'], example), ...sentences(labPageTexts['zh-CN'], 1, 2, 3)];
    expect(said.length).toBeGreaterThan(250);
    for (const text of said) expect(text).not.toMatch(/[一-鿿][,.:;!?]|[,:;!?][一-鿿]/);
  });

  test.each(['en', 'zh-CN'] as const)('%s: no sentence breaks its place', (locale) => {
    for (const text of sentences(labTexts[locale].slip, example)) expect(text.length).toBeLessThanOrEqual(130);
    for (const { title } of Object.values(labTexts[locale].parts)) expect(title.length).toBeLessThanOrEqual(32);
  });
});
