import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fileOf, labIds } from '../../shared/lessons/lab/frames.ts';
import { readCapture } from '../../shared/packet/readCapture.ts';
import { tcpOfCaptured } from '../../shared/packet/capture.ts';
import {
  answersOf,
  choosePacket,
  enterLab,
  fillTable,
  fillValues,
  listed,
  readHeaders,
  show,
  solve,
  think,
} from './labPlayer.ts';
import { expectNoAxeViolations } from './table.ts';

const first = 'lab-01-two-tables';

test('a lab that was done is verified by the server, stands on the map, and opens the next level', async ({ page }) => {
  const id = 'lab-02-hex-and-relative';
  await enterLab(page, id);
  await think(page);
  await solve(page, id);
  await expect(page.locator('[data-run="verified"]')).toBeVisible();
  await expect(page.locator('.board [data-mine]')).toBeVisible();
  await page.goto('/levels');
  await expect(page.locator(`[data-level="${id}"]`)).toHaveAttribute('data-stars', '3');
  await expect(page.locator('[data-level="exam-01-408-close-timing"]')).toHaveAttribute('data-open', 'true');
});

test('filters: what is wrong turns red and says why, what is right shows the same packets as Wireshark', async ({
  page,
}) => {
  await enterLab(page, first);
  const filter = page.locator('.filter');
  for (const [typed, said] of [
    ['tcp.flag.syn == 1', 'There is no field called “tcp.flag.syn”. Do you mean tcp.flags.syn?'],
    ['tcp.port = 80', 'To compare, write == or eq.'],
    ['(tcp', 'A bracket is not closed.'],
  ] as const) {
    await show(page, typed);
    await expect(filter).toHaveAttribute('data-filter', 'bad');
    await expect(filter).toContainText(said);
    expect((await listed(page)).length).toBe(21);
  }
  await show(page, 'tcp.flags.syn == 1');
  await expect(filter).toHaveAttribute('data-filter', 'good');
  expect(await listed(page)).toEqual([5, 6, 7, 9]);
  await expect(page.locator('[data-filter-mark]')).toHaveAttribute('data-filter-mark', 'narrow');
  await show(page, 'tcp');
  await expect(page.locator('[data-filter-mark]')).toHaveAttribute('data-filter-mark', 'wide');
  await show(page, 'ip.addr == 198.51.100.7 && tcp');
  await expect(page.locator('[data-part-tab="filter"]')).toHaveAttribute('data-done', 'true');
  expect(await listed(page)).toEqual([5, 9, 10, 11, 12, 13, 14, 15, 19, 20, 21]);
});

test('a stream is followed: both directions, coloured and named, and the filter leaves its packets', async ({
  page,
}) => {
  await enterLab(page, first);
  await choosePacket(page, 11);
  await page.locator('[data-follow]').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const turns = page.locator('[data-turn]');
  await expect(turns).toHaveCount(2);
  await expect(turns.first()).toContainText('Client 192.0.2.10:52114');
  await expect(turns.first()).toContainText('GET / HTTP/1.1');
  await expect(turns.last()).toContainText('Server 198.51.100.7:80');
  const colours = await turns.evaluateAll((all) => all.map((turn) => getComputedStyle(turn).borderInlineStartColor));
  expect(new Set(colours).size).toBe(2);
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('#display-filter')).toHaveValue('tcp.stream eq 0');
  expect((await listed(page)).length).toBe(11);
});

test('a field marks its octets, and an octet its field; all by keyboard', async ({ page }) => {
  await enterLab(page, first);
  await page.locator('[data-packet="1"] button').focus();
  for (let n = 1; n < 9; n += 1) await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-packet="9"]')).toHaveAttribute('data-chosen', 'true');
  const marked = () =>
    page.locator('.octet[aria-pressed="true"]').evaluateAll((all) => all.map((octet) => octet.textContent));
  await page.locator('[data-name="tcp.seq_raw"]').focus();
  await page.keyboard.press('Enter');
  // 1157340021, as the table wants it.
  expect(await marked()).toEqual(['44', 'fb', '9b', '75']);
  await page.locator('[data-octet="47"]').click();
  await expect(page.locator('[role="treeitem"][aria-selected="true"]')).toHaveAttribute('data-name', 'tcp.flags');
  expect(await marked()).toEqual(['60', '12']);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[role="treeitem"][aria-selected="true"]')).toHaveAttribute(
    'data-name',
    'tcp.window_size_value',
  );
  await page.locator('[data-as-filter]').click();
  await expect(page.locator('#display-filter')).toHaveValue('tcp.window_size_value == 4096');
});

test('a header: a field marks its octets, an octet leads to its field, and octets are marked by keyboard', async ({
  page,
}) => {
  await enterLab(page, 'lab-02-hex-and-relative');
  const marked = () =>
    page.locator('.octet[aria-pressed="true"]').evaluateAll((all) => all.map((octet) => octet.textContent));
  await page.locator('[data-field="values.seq"]').focus();
  expect(await marked()).toEqual(['0d', 'd6', '01', 'f4']);
  await page.locator('.blackboard [data-octet="15"]').click();
  await expect(page.locator('[data-field="values.window"]')).toBeFocused();
  expect(await marked()).toEqual(['40', '00']);
  // What comes later shows what is asked here.
  await page.locator('[data-part-tab="relative"]').click({ force: true });
  await expect(page.locator('[data-open-part="values"]')).toBeVisible();
  await fillValues(page, 'values', answersOf('lab-02-hex-and-relative'));
  await page.locator('[data-part-tab="octets"]').click();
  await page.locator('.blackboard [data-octet="0"]').focus();
  await page.keyboard.press('ArrowDown');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('[data-marked]')).toHaveAttribute('data-marked', '4-7');
  await page.locator('[data-confirm="source-port"]').click();
  await expect(page.locator('[data-slip="octets.source-port"]')).toContainText(
    'That belongs to another field: the sequence number.',
  );
});

test('absolute and relative numbers, in the list and in the details', async ({ page }) => {
  await enterLab(page, first);
  await choosePacket(page, 9);
  const info = page.locator('[data-packet="9"] .packet-info');
  const line = page.locator('[data-name="tcp.seq"]');
  await expect(info).toContainText('[SYN, ACK] Seq=0 Ack=1');
  await expect(line).toContainText('Sequence Number: 0    (relative sequence number)');
  await page.locator('[data-form="absolute"]').first().click();
  await expect(info).toContainText('[SYN, ACK] Seq=1157340021 Ack=3028281901');
  await expect(line).toHaveText(/Sequence Number: 1157340021$/);
});

test('each wrong field gets a sentence of its own, and is right after it was mended', async ({ page }) => {
  await enterLab(page, first);
  const right = answersOf(first);
  const wrong = new Map(right);
  for (const [field, typed] of [
    ['opening.0.seq', '0'],
    ['opening.1.seq', '3028281901'],
    ['opening.1.ack', '3028281900'],
    ['opening.0.ACK', '1'],
    ['opening.2.SYN', '1'],
  ] as const) {
    wrong.set(field, typed);
  }
  await fillTable(page, 'opening', wrong);
  const said = (field: string) => page.locator(`[data-slip="${field}"]`);
  await expect(said('opening.0.seq')).toContainText('relative number');
  await expect(said('opening.1.seq')).toContainText('That is this segment’s ack.');
  await expect(said('opening.1.ack')).toContainText('One too few.');
  await expect(said('opening.0.ACK')).toContainText('Nothing has come yet');
  await expect(said('opening.2.SYN')).toContainText('each side sets SYN once');
  await expect(page.locator('[data-slip]:not([data-slip=""])')).toHaveCount(5);
  await expect(page.locator('[data-field="opening.0.seq"]')).toBeFocused();
  const mended = new Map([...right].filter(([field]) => wrong.get(field) !== right.get(field)));
  await fillTable(page, 'opening', mended);
  await expect(page.locator('[data-part-tab="opening"]')).toHaveAttribute('data-done', 'true');
});

test('a wrong statement says why; the mistake costs stars', async ({ page }) => {
  await enterLab(page, first);
  await page.locator('[data-part-tab="questions"]').click();
  const question = page.locator('[data-question="meaning"]');
  await question.locator('[data-statement="fin-ends-both-directions"] input').check();
  await page.locator('[data-check="meaning"]').click();
  await expect(question.locator('[data-statement="fin-ends-both-directions"]')).toContainText(
    'The other side may go on',
  );
  await question.locator('[data-statement="fin-ends-both-directions"] input').uncheck();
  await solve(page, first);
  await expect(page.locator('main.end[data-result]')).toHaveAttribute('data-stars', '2');
  await expect(page.locator('[data-mistakes="1"]')).toContainText('What do SYN and FIN mean?');
  await expectNoAxeViolations(page);
});

for (const id of labIds) {
  test(`${id}: the capture that is saved has the numbers of the screen`, async ({ page }) => {
    await enterLab(page, id);
    const download = page.waitForEvent('download');
    await page.locator('[data-save]').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${id}.pcapng`);
    const octets = new Uint8Array(readFileSync(await file.path()));
    // The same octets that test/interop shows to tshark.
    expect(octets).toEqual(new Uint8Array(fileOf(id)));
    const read = readCapture(octets);
    if (!read.ok) throw new Error('unreadable');
    const inFile = read.value.packets.flatMap((packet, n) => {
      const decoded = tcpOfCaptured(read.value, packet);
      if (!decoded.ok) return [];
      const { seq, ack, ctl } = decoded.value.tcp.segment;
      return [[n + 1, seq, ack, ctl]];
    });
    if (id !== first) {
      await readHeaders(page);
      await page.locator('[data-part-tab="relative"]').click();
    }
    const onScreen = await page
      .locator('[data-packet][data-seq]')
      .evaluateAll((rows) =>
        rows.map((row) => ['packet', 'seq', 'ack', 'flags'].map((name) => Number((row as HTMLElement).dataset[name]))),
      );
    expect(onScreen).toEqual(inFile);
  });
}

// Different parts by day and by night: axe takes seconds for a packet's octets.
for (const [scheme, inFirst, inSecond] of [
  ['dark', 'opening', 'values'],
  ['light', 'questions', 'relative'],
] as const) {
  test.describe(`${scheme} theme`, () => {
    test.use({ colorScheme: scheme });

    test('axe finds nothing on the capture and the parts', async ({ page }) => {
      test.slow();
      await enterLab(page, first);
      await show(page, 'tcp.port ==');
      await choosePacket(page, 10);
      await page.locator('[data-name="tcp.flags"]').click();
      await page.locator(`[data-part-tab="${inFirst}"]`).click();
      await expectNoAxeViolations(page);
      await enterLab(page, 'lab-02-hex-and-relative');
      if (inSecond !== 'values') await readHeaders(page);
      await page.locator(`[data-part-tab="${inSecond}"]`).click();
      await page.locator('[data-help]').click();
      await expectNoAxeViolations(page);
    });
  });
}

test('on a phone nothing scrolls sideways but the boxes that may', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await enterLab(page, first);
  await choosePacket(page, 13);
  expect(await sideways()).toBe(0);
  const box = await page.locator('.packets-scroll').boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
  await page.locator('[data-view-of="report"]').click();
  for (const part of ['filter', 'opening', 'questions']) {
    await page.locator(`[data-part-tab="${part}"]`).click();
    expect(await sideways()).toBe(0);
  }
  await enterLab(page, 'lab-02-hex-and-relative');
  expect(await sideways()).toBe(0);
  await readHeaders(page);
  await page.locator('[data-part-tab="relative"]').click();
  expect(await sideways()).toBe(0);
});
