import { expect, test } from '@playwright/test';
import { look, playToTheEnd, submit } from './student.ts';
import { againstBot, atStart, expectNoAxeViolations, inPlainView, owed, twoPlayers, variable } from './table.ts';

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

test('a partner who closes the laptop is shown as away, then the bot plays, and hands back', async ({ browser }) => {
  const [host, friend] = await twoPlayers(browser, { standIn: 'Bot after 10 s' });
  await inPlainView(host, friend);
  const address = friend.url();
  await submit(host, { flags: ['SYN'], seq: await variable(host, 'ISS') });
  await friend.goto('about:blank');
  await expect(host.locator('.banner')).toContainText('after 10 s the bot takes over');
  await host.getByRole('button', { name: '中文' }).click();
  await expect(host.locator('.banner')).toContainText('机器人代打', { timeout: 20_000 });
  await expect(host.locator('.end-server')).toContainText('机器人代打');
  await host.getByRole('button', { name: 'EN' }).click();
  // Nobody but the bot can have answered.
  await expect(host.locator('[data-trigger="arrived"][data-flags="SYN,ACK"]')).toBeVisible({ timeout: 20_000 });
  await friend.goto(address);
  await expect(friend.locator('.hand [data-role="server"]')).toBeVisible();
  await expect(friend.locator('.banner')).toContainText('the bot played for you');
  await expect(friend.locator('[data-var="STATE"][data-value="SYN-RECEIVED"]').first()).toBeVisible();
  await expect(host.locator('.banner')).toHaveAttribute('data-shown', 'false');
  await Promise.all([playToTheEnd(host), playToTheEnd(friend)]);
});

test('an answer to a join that never came: the page comes back to the seat that it took', async ({ browser }) => {
  const host = await (await browser.newContext()).newPage();
  await atStart(host);
  await host.getByRole('button', { name: 'Invite a friend' }).click();
  await expect(host.locator('.waiting-code')).toBeVisible();
  const friend = await (await browser.newContext()).newPage();
  let lost = false;
  await friend.routeWebSocket(/socket\.io/, (client) => {
    const server = client.connectToServer();
    client.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      if (lost || !String(message).includes('"secret"')) return client.send(message);
      lost = true;
      void client.close();
    });
  });
  await friend.goto(host.url());
  await expect(friend.locator('.logbook')).toBeVisible({ timeout: 20_000 });
  expect(lost).toBe(true);
});

test('an unknown code gets a sentence, and a full room too', async ({ browser, page }) => {
  await page.goto('/room/ZZZZZZ');
  await expect(page.locator('main.notice')).toContainText(/no room/i);
  const [host] = await twoPlayers(browser);
  await page.goto(new URL(host.url()).pathname);
  await expect(page.locator('main.notice')).toContainText(/taken|full/i);
});
