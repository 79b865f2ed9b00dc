import { expect, test } from '@playwright/test';
import { playToTheEnd, submit } from './student.ts';
import { againstBot, atStart, expectNoAxeViolations, grouped, inPlainView, owed, variable } from './table.ts';

for (const scheme of ['dark', 'light'] as const) {
  test.describe(`${scheme} theme`, () => {
    test.use({ colorScheme: scheme });

    test('axe finds nothing on the first screen, the open room, help and settings', async ({ page }) => {
      await atStart(page, { role: 'Client' });
      await expectNoAxeViolations(page);
      for (const name of ['Help', 'Settings']) {
        await page.getByRole('button', { name, exact: true }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectNoAxeViolations(page);
        await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: 'Invite a friend' }).click();
      await expect(page.locator('.qr')).toBeVisible();
      await expectNoAxeViolations(page);
    });

    test('axe finds nothing on the match, a verdict and the end', async ({ page }) => {
      test.slow();
      await againstBot(page, { role: 'Client' });
      await expect(page.locator('canvas')).toBeVisible();
      await expectNoAxeViolations(page);
      await page.locator('#wait').click();
      await expect(page.locator('article.verdict')).toBeVisible();
      await expectNoAxeViolations(page);
      await inPlainView(page);
      await playToTheEnd(page);
      await expectNoAxeViolations(page);
    });
  });
}

test('axe finds nothing on a lost room', async ({ page }) => {
  await page.goto('/room/ZZZZZZ');
  await expect(page.locator('main.notice')).toBeVisible();
  await expectNoAxeViolations(page);
});

test('the scene draws with WebGL, and with canvas where asked', async ({ page }) => {
  await againstBot(page);
  await expect(page.locator('canvas')).toHaveAttribute('data-renderer', 'webgl');
  await page.goto('/?renderer=canvas');
  await page.getByRole('button', { name: 'Play against the bot' }).click();
  await expect(page.locator('canvas')).toHaveAttribute('data-renderer', 'canvas');
});

test('what the canvas shows can be read in the DOM: ladder, log and plain view', async ({ page }) => {
  await againstBot(page, { role: 'Client' });
  const iss = await variable(page, 'ISS');
  await submit(page, { flags: ['SYN'], seq: iss });
  await expect(owed(page)).toBeVisible();
  await expect(page.locator('.ladder, svg.ladder').first()).toBeVisible();
  await expect(page.locator('#main')).toContainText(new RegExp(`SYN, seq ${grouped(iss)}, from client to server`));
  await inPlainView(page);
  await expectNoAxeViolations(page);
});

test('on a phone nothing of the open room is cut off, and the end begins at its beginning', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await atStart(page);
  await page.getByRole('button', { name: 'Invite a friend' }).click();
  const leave = await page.getByRole('button', { name: 'Leave the room' }).boundingBox();
  expect((leave?.x ?? 360) + (leave?.width ?? 360)).toBeLessThanOrEqual(360);
  await page.goto('/');
  await page.getByRole('button', { name: 'Play against the bot' }).click();
  await inPlainView(page);
  await playToTheEnd(page);
  await expect(page.locator('main.end h1')).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Rematch with swapped roles' })).toBeInViewport();
});

for (const [width, height] of [
  [360, 740],
  [1366, 768],
  [1920, 1080],
] as const) {
  test(`nothing scrolls sideways at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await atStart(page);
    expect(await sideways()).toBe(0);
    await page.getByRole('button', { name: 'Play against the bot' }).click();
    await expect(owed(page).or(page.locator('[data-owed="false"]'))).toBeVisible();
    // The ladder slides in.
    await expect.poll(sideways).toBe(0);
    if (width >= 1366) await expect(page.locator('#send')).toBeInViewport();
  });
}
