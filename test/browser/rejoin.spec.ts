import { expect, test } from '@playwright/test';
import { look, playToTheEnd, submit } from './student.ts';
import { againstBot, expectNoAxeViolations, inPlainView, owed, twoPlayers, variable } from './table.ts';

test('reloading the page keeps seat, state and numbers', async ({ page }) => {
  await againstBot(page, { role: 'Client' });
  await submit(page, { flags: ['SYN'], seq: await variable(page, 'ISS') });
  await expect(page.locator('[data-trigger="arrived"]')).toBeVisible();
  const before = await look(page);
  await page.reload();
  await expect(owed(page)).toBeVisible();
  expect(await look(page)).toEqual(before);
  await inPlainView(page);
  await playToTheEnd(page);
});

test('an answer that never came: the page asks again, and the move is done once', async ({ page }) => {
  let deaf = false;
  let lines = 0;
  await page.routeWebSocket(/socket\.io/, (client) => {
    lines += 1;
    const server = client.connectToServer();
    client.onMessage((message) => {
      // The move reaches the server; the line goes dead before anything comes back.
      if (String(message).includes('"command"') && lines === 1) deaf = true;
      server.send(message);
      if (deaf) setTimeout(() => void client.close(), 300);
    });
    server.onMessage((message) => {
      if (!(deaf && lines === 1)) client.send(message);
    });
  });
  await againstBot(page, { role: 'Client' });
  await submit(page, { flags: ['SYN'], seq: await variable(page, 'ISS') });
  await expect(page.locator('[data-var="STATE"][data-value="ESTABLISHED"]')).toBeVisible({ timeout: 20_000 });
  expect(deaf).toBe(true);
  await inPlainView(page);
  await playToTheEnd(page);
  const log = await page.locator('main.end').textContent();
  expect(log?.match(/Client sends SYN,/g)).toHaveLength(1);
});

test('the newest tab takes the seat, the older one says so and can take it back', async ({ page, context }) => {
  await againstBot(page, { role: 'Client' });
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(owed(second)).toBeVisible();
  await expect(page.locator('main.notice')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Play here again' }).click();
  await expect(owed(page)).toBeVisible();
  await expect(second.locator('main.notice')).toBeVisible();
});

test('a partner who closes the laptop is shown as away, and comes back into the same seat', async ({ browser }) => {
  const [host, friend] = await twoPlayers(browser);
  const address = friend.url();
  await friend.goto('about:blank');
  await expect(host.getByText(/away/i).first()).toBeVisible({ timeout: 20_000 });
  await friend.goto(address);
  await expect(friend.locator('.hand [data-role="server"]')).toBeVisible();
  await expect(host.getByText(/away/i)).toHaveCount(0);
});

test('an unknown code gets a sentence, and a full room too', async ({ browser, page }) => {
  await page.goto('/room/ZZZZZZ');
  await expect(page.locator('main.notice')).toContainText(/no room/i);
  const [host] = await twoPlayers(browser);
  await page.goto(new URL(host.url()).pathname);
  await expect(page.locator('main.notice')).toContainText(/taken|full/i);
});
