import { expect, test } from '@playwright/test';
import { submit } from './student.ts';
import { againstBot, digitsIn, owed, variable } from './table.ts';

/** The server's first move: the SYN has arrived, the SYN,ACK is owed. */
const wrongAck = async (page: Parameters<typeof submit>[0]): Promise<number> => {
  await expect(owed(page)).toBeVisible();
  const wanted = await variable(page, 'RCV.NXT');
  await submit(page, { flags: ['SYN', 'ACK'], seq: await variable(page, 'ISS'), ack: wanted - 1 });
  return wanted;
};

test('a wrong ack is refused with field, value, wanted value, reason and section', async ({ page }) => {
  await againstBot(page, { role: 'Server' });
  const wanted = await wrongAck(page);
  const card = page.locator('article.verdict');
  await expect(card).toHaveAttribute('data-field', 'ack');
  const digits = async (selector: string) => ((await card.locator(selector).textContent()) ?? '').replaceAll(/\D/g, '');
  expect(await digits('.given')).toContain(String(wanted - 1));
  expect(await digits('.wanted')).toContain(String(wanted));
  await expect(card).toContainText('SYN and FIN take one number each');
  await expect(card).toContainText('section 3.4');
  await expect(page.locator('#ack')).toBeFocused();
  // Nothing flew, and the input is still there to be mended.
  expect(await digitsIn(page, '#ack')).toBe(wanted - 1);
  await submit(page, { flags: ['SYN', 'ACK'], seq: await variable(page, 'ISS'), ack: wanted });
  await expect(card).toHaveCount(0);
});

test('the same in Chinese', async ({ page }) => {
  await againstBot(page, { role: 'Server' });
  await page.getByRole('button', { name: /中文/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await wrongAck(page);
  await expect(page.locator('article.verdict')).toContainText('SYN 和 FIN 各占一个序号');
  await expect(page.locator('article.verdict')).toContainText('3.4');
});

test.describe('a browser in Chinese', () => {
  test.use({ locale: 'zh-CN' });
  test('gets the game in Chinese, and keeps English once it was chosen', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('h1')).toHaveText('握手海峡');
    await page.getByRole('button', { name: /EN/ }).click();
    await expect(page.locator('h1')).toHaveText('Ackward Bound');
    await page.reload();
    await expect(page.locator('h1')).toHaveText('Ackward Bound');
  });
});

test('waiting where a segment is owed is refused, and shown again at the end of the match', async ({ page }) => {
  await againstBot(page, { role: 'Client' });
  await page.locator('#wait').click();
  await expect(page.locator('article.verdict')).toHaveAttribute('data-field', 'move');
  await expect(page.locator('article.verdict')).toContainText('3.10.1');
});

test('in a free room it sails all the same, the peer answers, and the end tells', async ({ page }) => {
  await againstBot(page, { role: 'Client', judging: 'Free' });
  await submit(page, { flags: ['SYN'], seq: 77 });
  await expect(page.locator('article.verdict')).toHaveAttribute('data-field', 'seq');
  await expect(page.locator('[data-consequence]')).toHaveCount(0);
  // The composer is clear again: there is nothing to mend.
  await expect(page.locator('#seq')).toHaveValue('');
  await expect(page.locator('[data-trigger="arrived"][data-ack="78"]')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('li[data-flight]').filter({ hasText: 'against the rules' })).toHaveCount(1);
});

test('in a room a refused move is watched on a copy, and the decision is as it was', async ({ page }) => {
  await againstBot(page, { role: 'Client' });
  const iss = await variable(page, 'ISS');
  await submit(page, { flags: ['SYN', 'ACK'], seq: iss, ack: 0 });
  await page.locator('[data-consequence]').click();
  await expect(page.locator('main.ghost')).toContainText('stays in fog');
  await expect(page.locator('main.ghost[data-ghost="true"]')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('.ghost-hand li[data-event="sent"][data-host="server"]')).toContainText('RST');
  await page.locator('[data-back]').click();
  await expect(page.locator('article.verdict')).toHaveAttribute('data-field', 'flags');
  expect(await digitsIn(page, '#ack')).toBe(0);
  await submit(page, { flags: ['SYN'], seq: iss });
  await expect(page.locator('[data-trigger="arrived"][data-flags="SYN,ACK"]')).toBeVisible({ timeout: 20_000 });
});
