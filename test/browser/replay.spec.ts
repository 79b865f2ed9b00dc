import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Command } from '../../shared/game/command.ts';
import { initial, type Match } from '../../shared/game/match.ts';
import { nextDue } from '../../shared/game/pace.ts';
import { reduce } from '../../shared/game/reduce.ts';
import { drawSetup } from '../../shared/game/setup.ts';
import { tcpOfCaptured } from '../../shared/packet/capture.ts';
import { readCapture } from '../../shared/packet/readCapture.ts';
import { recordingOf } from '../../shared/protocol/recording.ts';
import { packRecording } from '../../client/replay/link.ts';
import { playToTheEnd } from './student.ts';
import { againstBot, expectNoAxeViolations, inPlainView, owed, variable } from './table.ts';

const setup = drawSetup({
  seed: 21,
  weather: 'stormy',
  clock: 'study',
  judging: 'strict',
  closer: 'client',
  keepers: { client: 'human', server: 'bot' },
  locale: 'en',
});

/** A stormy match between bots; before it begins, a human client tries SYN,FIN. */
function record(): { readonly match: Match; readonly log: readonly Command[] } {
  const log: Command[] = [];
  let match = initial(setup);
  const fold = (command: Command): void => {
    log.push(command);
    match = reduce(match, command).match;
  };
  fold({ type: 'start', at: 0 });
  for (let due = nextDue(match); match.ends.client.triggers.length === 0 && due !== null; due = nextDue(match))
    fold({ type: 'advance', at: due });
  const move = { type: 'send', flags: ['SYN', 'FIN'], seq: 5, ack: null, payload: null } as const;
  fold({ type: 'move', at: match.now, role: 'client', move });
  fold({ type: 'occupy', at: match.now, role: 'client', keeper: 'bot' });
  for (let due = nextDue(match); due !== null; due = nextDue(match)) fold({ type: 'advance', at: due });
  return { match, log };
}

const { match, log } = record();

async function openReplay(page: Page): Promise<void> {
  await page.goto(`/replay?speed=10#${await packRecording(recordingOf(setup, log))}`);
  await expect(page.locator('.timeline')).toBeVisible();
  await inPlainView(page);
}

const frame = async (page: Page): Promise<number> => Number(await page.locator('.timeline').getAttribute('data-frame'));
const control = (page: Page, name: string) => page.locator(`[data-control="${name}"]`);

test('a match in a link: both ends unhidden, forwards and backwards, to the refused move', async ({ page }) => {
  await openReplay(page);
  await expect(page.locator('[data-role="client"] [data-var="STATE"]')).toHaveAttribute('data-value', 'CLOSED');
  await expect(page.locator('[data-role="server"] [data-var="STATE"]')).toBeVisible();
  await control(page, 'refusedAfter').click();
  await expect(page.locator('.happened [data-event="refused"]')).toHaveCount(1);
  const there = await frame(page);
  await control(page, 'on').click();
  await control(page, 'back').click();
  expect(await frame(page)).toBe(there);
  const last = Number(await page.locator('.timeline').getAttribute('data-frames'));
  await page.getByRole('slider', { name: 'Timeline' }).fill(String(last));
  await expect(page.locator('.happened [data-event="finished"]')).toHaveCount(1);
  await expect(page.locator('.side li[data-flight]')).toHaveCount(
    match.history.filter(({ type }) => type === 'sent' || type === 'duplicated').length,
  );
  await page.getByRole('slider', { name: 'Timeline' }).fill('3');
  await expect(page.locator('.happened [data-event="finished"]')).toHaveCount(0);
  await expectNoAxeViolations(page);
});

test('it plays by itself, and stands when it is paused', async ({ page }) => {
  await openReplay(page);
  await page.getByRole('button', { name: '2×' }).click();
  await control(page, 'play').click();
  await expect.poll(async () => frame(page), { timeout: 20_000 }).toBeGreaterThan(3);
  await control(page, 'play').click();
  const paused = await frame(page);
  await page.waitForTimeout(1500);
  expect(await frame(page)).toBe(paused);
});

test('a fork goes on from that instant, and leads back', async ({ page }) => {
  await openReplay(page);
  await control(page, 'refusedAfter').click();
  await page.locator('[data-fork="client"]').click();
  await expect(owed(page)).toBeVisible();
  const iss = await variable(page, 'ISS');
  await page.locator('[data-flag="SYN"]').click();
  await page.locator('#seq').fill(String(iss));
  await page.locator('#send').click();
  await expect(page.locator('.hand [data-var="STATE"]')).toHaveAttribute('data-value', 'SYN-SENT');
  await page.locator('[data-back]').click();
  await expect(page.locator('.happened [data-event="refused"]')).toHaveCount(1);
});

test('the capture has what crossed, once at each host', async ({ page }) => {
  await openReplay(page);
  const waiting = page.waitForEvent('download');
  await page.locator('[data-capture]').click();
  const capture = readCapture(new Uint8Array(readFileSync(await (await waiting).path())));
  if (!capture.ok) throw new Error('the file does not read');
  const crossed = match.history.filter(({ type }) => type === 'sent' || type === 'arrived');
  expect(capture.value.packets.length).toBe(crossed.length);
  expect(capture.value.interfaces.map(({ name }) => name)).toEqual(['client', 'server']);
  for (const packet of capture.value.packets) expect(tcpOfCaptured(capture.value, packet, 'strict').ok).toBe(true);
  expect(capture.value.packets.flatMap(({ comments }) => comments).join(' ')).toContain('SYN,FIN');
});

test('a segment opens bit by bit; the ladder can be kept; the diagram is lit', async ({ page }) => {
  await openReplay(page);
  await page.getByRole('slider', { name: 'Timeline' }).fill(String(match.history.length));
  const first = page.locator('.side [data-open="1"]');
  await first.focus();
  await page.keyboard.press('Enter');
  const field = (name: string) => page.locator(`.segment-card [data-field="${name}"]`);
  await expect(field('SYN')).toHaveAttribute('data-value', '1');
  await expect(field('Options')).toHaveAttribute('data-value', String(0x020405b4));
  await page.getByRole('button', { name: 'Binary' }).click();
  await expect(field('Source Port')).toContainText('1100 0000 0000 0000');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'States' }).click();
  await expect(page.locator('[data-diagram="client"][data-lit="CLOSED"]')).toBeVisible();
  await expectNoAxeViolations(page);
});

test('a damaged link, one of old rules and an unknown id each get a sentence', async ({ page }) => {
  await page.goto('/replay#AAAA');
  await expect(page.locator('main[data-problem="damaged"]')).toBeVisible();
  const old = recordingOf({ ...setup, rules: 0 }, log);
  await page.goto('about:blank');
  await page.goto(`/replay#${await packRecording(old)}`);
  await expect(page.locator('main[data-problem="outdated"]')).toBeVisible();
  await page.goto('/replay/nobody-knows-this-one');
  await expect(page.locator('main[data-problem="missing"]')).toBeVisible();
});

test('a room leads to its replay when the match has ended, and the way back leads to the room', async ({ page }) => {
  await againstBot(page);
  await inPlainView(page);
  await playToTheEnd(page);
  const waiting = page.waitForEvent('download');
  await page.locator('[data-save="png"]').click();
  expect(
    readFileSync(await (await waiting).path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  await page.locator('[data-replay]').click();
  await expect(page.locator('.timeline')).toBeVisible();
  await page.reload();
  await expect(page.locator('.timeline')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Rematch with swapped roles' })).toBeVisible();
});
