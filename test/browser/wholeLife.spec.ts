import { expect, test } from '@playwright/test';
import { playToTheEnd } from './student.ts';
import { againstBot, inPlainView, twoPlayers } from './table.ts';

test('two players live a whole connection in a storm', async ({ browser }) => {
  test.slow();
  const [host, friend] = await twoPlayers(browser, { weather: 'Stormy' });
  await inPlainView(friend);
  await Promise.all([playToTheEnd(host), playToTheEnd(friend)]);
  for (const page of [host, friend]) {
    await expect(page.locator('main.end')).toContainText('Both ends are CLOSED and every octet arrived');
    await expect(page.locator('main.end [data-var="STATE"][data-value="CLOSED"]')).toHaveCount(2);
  }
});

for (const role of ['Client', 'Server'] as const) {
  test(`one player as ${role.toLowerCase()} and the bot, over a lossy sea`, async ({ page }) => {
    test.slow();
    await againstBot(page, { role, weather: 'Lossy' });
    await inPlainView(page);
    await playToTheEnd(page);
    await expect(page.locator('main.end .ladder, main.end svg').first()).toBeVisible();
  });
}

test('the live clock runs, and the match ends all the same', async ({ page }) => {
  test.slow();
  await againstBot(page, { clock: 'Live', role: 'Client' });
  await inPlainView(page);
  await playToTheEnd(page);
  await expect(page.locator('main.end')).toBeVisible();
});

test('a rematch swaps the roles', async ({ page }) => {
  await againstBot(page, { role: 'Client', closer: 'Client' });
  await inPlainView(page);
  await playToTheEnd(page);
  await page.getByRole('button', { name: 'Rematch with swapped roles' }).click();
  await expect(page.locator('.hand [data-role="server"]')).toBeVisible();
  await playToTheEnd(page);
  await expect(page.locator('main.end')).toBeVisible();
});

test('both players ask for the rematch before it begins', async ({ browser }) => {
  test.slow();
  const [host, friend] = await twoPlayers(browser);
  await inPlainView(host, friend);
  await Promise.all([playToTheEnd(host), playToTheEnd(friend)]);
  await host.getByRole('button', { name: 'Rematch with swapped roles' }).click();
  await expect(friend.locator('main.end')).toBeVisible();
  await friend.getByRole('button', { name: /Rematch/ }).click();
  await expect(host.locator('.hand [data-role="server"]')).toBeVisible();
  await expect(friend.locator('.hand [data-role="client"]')).toBeVisible();
});
