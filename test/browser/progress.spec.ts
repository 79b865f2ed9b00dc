import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { levelOf } from '../../shared/levels/catalogue.ts';
import type { Level } from '../../shared/levels/level.ts';
import { beginLevel, playPar } from './parPlayer.ts';
import { submit, tally } from './student.ts';
import { expectNoAxeViolations, inPlainView, owed, variable } from './table.ts';

const level = (id: string): Level => {
  const found = levelOf(id);
  if (found === null) throw new Error(id);
  return found;
};

/** No hand is quicker than 300 ms. */
const hand = 350;
async function win(page: Page, id: string): Promise<void> {
  await beginLevel(page, id);
  await playPar(page, level(id), hand);
}

const verified = (page: Page) => page.locator('[data-run="verified"]');
const mine = (page: Page) => page.locator('[data-board] tr[data-mine]');
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('ackward.progress'));
const skill = (page: Page, id: string) => page.locator(`[data-skill="${id}"]`);
const said = (page: Page) => page.locator('.save [data-came]');

async function takeIn(page: Page, text: string): Promise<void> {
  await page
    .locator('.save input[type="file"]')
    .setInputFiles({ name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a win is verified and stands on the board, under a name that can be changed and deleted', async ({ page }) => {
  await win(page, 'est-03-third-ack');
  await expect(verified(page)).toHaveAttribute('data-place', /^\d+$/);
  await expect(mine(page)).toHaveCount(1);
  await expectNoAxeViolations(page);

  await page.locator('[data-rename]').click();
  await page.getByLabel('Your name on the boards').fill('<b>');
  await page.getByRole('button', { name: 'Take this name' }).click();
  await expect(page.getByLabel('Your name on the boards')).toHaveAttribute('aria-invalid', 'true');
  await expectNoAxeViolations(page);
  await page.getByLabel('Your name on the boards').fill('  Ada  Byron ');
  await page.keyboard.press('Enter');
  await expect(mine(page)).toContainText('Ada Byron');

  // The card of the level has the same board.
  await page.goto('/levels/est-03-third-ack');
  await expect(mine(page)).toContainText('Ada Byron');
  await page.locator('[data-ask="forget"]').click();
  await expect(page.locator('[data-no="forget"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(mine(page)).toHaveCount(1);
  await page.locator('[data-ask="forget"]').click();
  await page.locator('[data-yes="forget"]').click();
  await expect(mine(page)).toHaveCount(0);
});

test('a win without a line waits in the browser, over a reload, and is verified when the server is back', async ({
  page,
}) => {
  let lost = false;
  await page.routeWebSocket(/socket\.io/, (client) => {
    if (lost) return void client.close();
    const server = client.connectToServer();
    client.onMessage((message) => (lost ? void client.close() : server.send(message)));
    server.onMessage((message) => (lost ? void client.close() : client.send(message)));
  });
  await page.route(/socket\.io/, (route) => (lost ? route.abort() : route.continue()));
  await beginLevel(page, 'est-01-first-syn');
  lost = true;
  await playPar(page, level('est-01-first-syn'), hand);
  await expect(page.locator('[data-run="waiting"]')).toContainText('waits in your browser', { timeout: 20_000 });
  // A level goes on without a server: this one nobody can verify.
  await page.locator('[data-again]').click();
  await playPar(page, level('est-01-first-syn'), hand);
  await expect(page.locator('[data-run="alone"]')).toBeVisible();
  lost = false;
  await page.goto('/levels/est-01-first-syn');
  await expect(mine(page)).toHaveCount(1, { timeout: 20_000 });
});

test('what is mastered: said in one sentence, saved to a file, deleted, taken in again', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'What you master' }).click();
  await expect(page.locator('[data-skill]')).toHaveCount(40);
  await expect(page.locator('[data-only="grey"]')).toHaveAttribute('data-count', '40');
  await skill(page, 'third-seq-x').locator('summary').click();
  await expect(skill(page, 'third-seq-x').locator('[data-sentence]')).toHaveText(
    'You have not met ‘own SYN not counted’ yet.',
  );

  await win(page, 'est-03-third-ack');
  await page.goto('/progress');
  await expect(skill(page, 'third-seq-x')).toHaveAttribute('data-colour', 'amber');
  await skill(page, 'third-seq-x').locator('summary').click();
  await expect(skill(page, 'third-seq-x').locator('[data-sentence]')).toHaveText(
    'You avoided ‘own SYN not counted’ once, in one level, on one day; to master it: twice more, in another level and on another day.',
  );
  await expect(skill(page, 'third-seq-x')).toContainText('box 1 of 5 · due tomorrow');
  await expect(skill(page, 'third-seq-x').locator('.practise a').first()).toHaveAttribute('href', /\/levels\/est-04/);
  await expectNoAxeViolations(page);

  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export]').click()]);
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  const text = await readFile(await file.path(), 'utf8');
  const before = await stored(page);
  await page.locator('[data-ask="reset"]').click();
  await page.locator('[data-no="reset"]').click();
  expect(await stored(page)).toBe(before);
  await page.locator('[data-ask="reset"]').click();
  await page.locator('[data-yes="reset"]').click();
  await expect(page.locator('[data-only="grey"]')).toHaveAttribute('data-count', '40');
  expect(await stored(page)).toBeNull();

  for (const [strange, sentence] of [
    ['{"name": "holiday"}', 'This file has no progress of this game in it. Nothing was changed.'],
    ['PNG', 'This file has no progress of this game in it. Nothing was changed.'],
    [text.replace('"box":1', '"box":9'), 'This file is damaged. Nothing was changed.'],
    ['{"version": 99}', 'This file is from a newer version of the game. Reload the page and try again.'],
  ] as const) {
    await takeIn(page, strange);
    await expect(said(page)).toHaveText(sentence);
    expect(await stored(page)).toBeNull();
  }
  await takeIn(page, text);
  await expect(said(page)).toContainText('Taken in: 1 level won');
  await expect(skill(page, 'third-seq-x')).toHaveAttribute('data-colour', 'amber');
  expect(JSON.parse((await stored(page)) ?? '')).toEqual(JSON.parse(before ?? ''));
});

/** Two mistakes that were made some days ago: today they are due, and a SYN alone is right for either. */
function dueToday(): void {
  const day = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 86_400_000);
  const slip = { day: day - 2, nth: 1 };
  const row = { slip, cleans: [], box: 1, due: day - 1, recent: ['committed'], met: 1, seen: day - 2 };
  const rows = { 'syn-forgotten': row, 'ack-on-first-syn': row };
  const progress = { version: 1, levels: {}, rows, shown: [], daily: null };
  if (localStorage.getItem('ackward.progress') === null) {
    localStorage.setItem('ackward.progress', JSON.stringify(progress));
  }
}

/** Fast Open wants the text on the SYN; everybody else sends it bare. */
async function sendSyn(page: Page): Promise<void> {
  const seq = await variable(page, 'ISS');
  const { answered } = await tally(page);
  await submit(page, { flags: ['SYN'], seq });
  await expect.poll(async () => (await tally(page)).answered).not.toBe(answered);
  if (await page.locator('article.verdict[data-field="payload"]').isVisible()) {
    await submit(page, { flags: ['SYN'], seq, offset: '0' });
  }
  await expect(page.locator('[data-further]')).toBeFocused();
}

test('the daily three: what is due, one after the other, done for today, next due day', async ({ page }) => {
  // Panels that slide in are paler on their way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(dueToday);
  await page.goto('/levels');
  await page.getByRole('link', { name: /Daily three/ }).click();
  await expect(page.locator('main.daily')).toHaveAttribute('data-asks', '2');
  await expectNoAxeViolations(page);
  await page.locator('[data-begin]').click();
  await inPlainView(page);
  // Nothing that is right within a blink counts; and a first mistake shows its verdict.
  await page.locator('#wait').click();
  await expect(page.locator('article.verdict')).toBeVisible();
  await expectNoAxeViolations(page);
  await sendSyn(page);
  await expect(page.locator('[data-quiz="committed"], [data-quiz="unclear"]')).toBeVisible();
  await expectNoAxeViolations(page);

  // Left in the middle and reloaded: what is done stays done.
  await page.reload();
  await expect(page.locator('main.daily')).toHaveAttribute('data-done', '1');
  await page.locator('[data-begin]').click();
  await sendSyn(page);
  await page.locator('[data-further]').click();
  await expect(page.locator('main.daily')).toHaveAttribute('data-done', '2');
  await expect(page.locator('main.daily')).toContainText('Done for today.');
  await expect(page.locator('main.daily')).toContainText('The next one is due tomorrow.');
});

test('hints mark what they speak of, for eyes and ears, and cap the stars; the third refusal shows the reasoning', async ({
  page,
}) => {
  await beginLevel(page, 'est-02-syn-ack');
  await expect(owed(page)).toBeVisible({ timeout: 20_000 });
  await page.locator('[data-help]').click();
  await expect(page.locator('.state[data-pointed]')).toBeVisible();
  await expect(page.locator('.inbox li[data-pointed]')).toHaveCount(1);
  await page.locator('[data-more="1"]').click();
  await page.locator('[data-more="2"]').click();
  await expect(page.locator('[data-var][data-pointed]')).toHaveCount(2);
  await expect(page.locator('[data-var="RCV.NXT"]')).toContainText('The hint speaks of this.');
  await expect(page.locator('#ack')).toHaveAccessibleDescription(/The hint speaks of this\./);
  await expectNoAxeViolations(page);
  await page.locator('[data-more="3"]').click();
  await expect(page.locator('[data-flag][aria-pressed="true"]')).toHaveCount(2);
  await page.locator('[data-help]').click();
  await expect(page.locator('[data-pointed]')).toHaveCount(0);
  await expect(page.locator('#ack')).toHaveAccessibleDescription('');

  for (let n = 0; n < 3; n += 1) {
    await page.locator('#wait').click();
    await expect(page.locator('#composer')).toHaveAttribute('data-answered', String(n + 1));
  }
  await expect(page.locator('[data-help-card="reasoning"]')).toContainText('Right is: SYN,ACK');
  await page.locator('[data-read]').click();
  await expect(page.locator('[data-help-card], [data-pointed]')).toHaveCount(0);
  const [seq, ack] = [await variable(page, 'ISS'), await variable(page, 'RCV.NXT')];
  await page.waitForTimeout(hand);
  await submit(page, { flags: ['SYN', 'ACK'], seq, ack });
  // Waiting is done for the first time: an example comes first, and no clock runs.
  await expect(page.locator('[data-demonstration="wait"] .help-card')).toBeVisible({ timeout: 20_000 });
  const thought = await page.locator('.thinking b').textContent();
  await page.waitForTimeout(1500);
  expect(await page.locator('.thinking b').textContent()).toBe(thought);
  await page.locator('[data-my-turn]').click();
  await page.waitForTimeout(hand);
  await page.locator('#wait').click();
  await expect(page.locator('main.end[data-result]')).toHaveAttribute('data-stars', '1');
  await expect(verified(page)).toBeVisible();
});

test('a level that asks why is followed by the comparison, before anything else', async ({ page }) => {
  await beginLevel(page, 'close-06-last-ack-lost');
  await expect(owed(page)).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('[data-help]')).toHaveAttribute('aria-disabled', 'true');
  await page.locator('#wait').click();
  await expect(page.locator('[data-help]')).toHaveAttribute('aria-disabled', 'false');
  await playPar(page, level('close-06-last-ack-lost'), hand);
  await expect(page.locator('[data-compare] [data-same="false"]')).toHaveCount(1);
  await expect(page.locator('[data-again]')).toHaveCount(0);
  await expectNoAxeViolations(page);
  await page.locator('[data-compared]').click();
  await expect(page.locator('[data-again]')).toBeVisible();
});

for (const path of ['/progress', '/daily', '/levels/est-01-first-syn']) {
  test(`nothing scrolls sideways on a phone: ${path}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.addInitScript(dueToday);
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBe(0);
  });
}

test.describe('light theme', () => {
  test.use({ colorScheme: 'light' });
  test('axe finds nothing on what is mastered and on the daily three', async ({ page }) => {
    await page.addInitScript(dueToday);
    await page.goto('/progress');
    await skill(page, 'syn-forgotten').locator('summary').click();
    await expectNoAxeViolations(page);
    await page.goto('/daily');
    await expect(page.locator('[data-begin]')).toBeVisible();
    await expectNoAxeViolations(page);
  });
});
