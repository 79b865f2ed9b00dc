import { expect, type Page, test } from '@playwright/test';
import { againstBot, digitsIn, owed, variable } from './table.ts';

/** Types a number into the field that a key opens, and leaves the field again. */
async function typeInto(page: Page, key: string, value: number): Promise<void> {
  await page.keyboard.press(key);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(String(value));
  await page.keyboard.press('Escape');
}

test('the first screen to the third segment by keyboard alone', async ({ page }) => {
  await page.goto('/');
  const play = page.getByRole('button', { name: 'Play against the bot' });
  for (let i = 0; i < 12 && !(await play.evaluate((button) => button === document.activeElement)); i += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(play).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(owed(page)).toBeVisible();
  await page.keyboard.press('s');
  await typeInto(page, 'q', await variable(page, 'ISS'));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-var="STATE"][data-value="ESTABLISHED"]')).toBeVisible();
  await expect(owed(page)).toBeVisible();
  await page.keyboard.press('a');
  await typeInto(page, 'q', await variable(page, 'SND.NXT'));
  await typeInto(page, 'k', await variable(page, 'RCV.NXT'));
  await page.keyboard.press('Enter');
  await expect(page.locator('article.verdict')).toHaveCount(0);
  await expect(page.locator('[data-trigger="called"][data-call="SEND"]')).toBeVisible();
});

test('chips fill the field in focus, and +1 counts', async ({ page }) => {
  await againstBot(page, { role: 'Server' });
  await expect(owed(page)).toBeVisible();
  const irs = await variable(page, 'IRS');
  await page.locator('#ack').focus();
  await page.locator('[data-chip="IRS"]').click();
  expect(await digitsIn(page, '#ack')).toBe(irs);
  await page.locator('[data-chip="+1"]').click();
  expect(await digitsIn(page, '#ack')).toBe((irs + 1) % 2 ** 32);
});

test('relative numbers are accepted where the switch says so', async ({ page }) => {
  await againstBot(page, { role: 'Client' });
  await page.keyboard.press('n');
  await page.keyboard.press('s');
  await typeInto(page, 'q', 0);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-var="STATE"][data-value="ESTABLISHED"]')).toBeVisible();
});

test('single keys do nothing once they are switched off', async ({ page }) => {
  await againstBot(page, { role: 'Client' });
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByLabel('Single-key shortcuts').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(page.locator('[data-flag="SYN"]')).toHaveAttribute('aria-pressed', 'false');
});
