import { expect, type Page, test } from '@playwright/test';
import { machineIds } from '../../shared/lessons/machines.ts';
import { submit, tally } from './student.ts';
import { expectNoAxeViolations, inPlainView, owed, variable } from './table.ts';

const machine = (page: Page) => page.locator('[data-machine]');
const done = (page: Page, task: string) =>
  expect(page.locator(`[data-task="${task}"]`)).toHaveAttribute('data-done', 'true');

async function open(page: Page, id: (typeof machineIds)[number]): Promise<void> {
  await page.goto(`/library/machine-${id}`);
  await expect(machine(page)).toHaveAttribute('data-shown', 'false');
}

async function shown(page: Page): Promise<void> {
  await expect(machine(page)).toHaveAttribute('data-shown', 'true');
  await expectNoAxeViolations(page);
}

/** One step after the other, each by its mark. */
async function turn(page: Page, ...steps: readonly string[]): Promise<void> {
  for (const step of steps) await page.locator(`[data-machine] [data-${step}]`).click();
}

test('two segments: broken by a late SYN with the keyboard alone; the third segment mends it', async ({ page }) => {
  await open(page, 'two-way');
  const press = async (mark: string): Promise<void> => {
    await page.locator(`[data-machine] [data-${mark}]`).focus();
    await page.keyboard.press('Enter');
  };
  for (const mark of ['call="open"', 'call="give-up"', 'arrive="SYN 1"']) await press(mark);
  await expect(page.locator('.bench-verdict')).toHaveAttribute('data-broken', 'true');
  await expect(page.locator('[data-end="server"]')).toHaveAttribute('data-state', 'ESTABLISHED');
  // The button that was pressed is gone; the focus is on the machine all the same.
  await expect(page.locator('[data-arrive="SYN,ACK 1"]')).toBeFocused();
  await done(page, 'break');
  for (const mark of ['same', 'arrive="SYN,ACK 1"', 'arrive="RST 1"']) await press(mark);
  await expect(page.locator('[data-end="server"]')).toHaveAttribute('data-state', 'LISTEN');
  await shown(page);
  await press('undo');
  await expect(page.locator('[data-end="server"]')).toHaveAttribute('data-state', 'SYN-RECEIVED');
});

test('who knows what: wrong rows say why, right ones lead on', async ({ page }) => {
  await open(page, 'who-knows');
  const light = (ability: string, who: string): Promise<void> =>
    page.locator(`[data-table]:not([data-right="true"]) [data-ability="${ability}"] [data-knower="${who}"]`).click();
  await light('client-sends', 'server');
  await light('server-sends', 'client');
  await turn(page, 'check');
  await expect(page.locator('[data-wrong="true"]')).toHaveCount(2);
  await expect(page.locator('[data-ability="server-sends"] .know-why')).toContainText('Nobody');
  await light('server-sends', 'client');
  await light('server-receives', 'server');
  await turn(page, 'check');
  await done(page, 'first');
  for (const ability of ['client-sends', 'client-receives', 'server-sends', 'server-receives'])
    await light(ability, 'client');
  await turn(page, 'check');
  for (const ability of ['client-receives', 'server-sends']) await light(ability, 'server');
  await turn(page, 'check');
  await shown(page);
});

test('half-close: four segments with a parcel between, then three', async ({ page }) => {
  await open(page, 'half-close');
  await turn(page, 'call="close-client"', 'arrive="FIN,ACK 1"', 'arrive="ACK 1"');
  await expect(page.locator('[data-pier="client"]')).toHaveAttribute('data-is', 'closed');
  await expect(page.locator('[data-pier="server"]')).toHaveAttribute('data-is', 'open');
  await turn(page, 'call="send-server"', 'arrive="DATA 1"', 'arrive="ACK 2"');
  await done(page, 'half');
  await turn(page, 'call="close-server"', 'arrive="FIN,ACK 2"', 'arrive="ACK 3"');
  await done(page, 'four');
  await page.getByRole('radio', { name: 'closes at once' }).check();
  await turn(page, 'call="close-client"', 'arrive="FIN,ACK 1"', 'arrive="FIN,ACK 2"', 'arrive="ACK 1"');
  await shown(page);
});

test('2MSL: a lost last ACK and an old payment, without TIME-WAIT and with it', async ({ page }) => {
  await open(page, 'time-wait');
  const lost = ['call="close"', 'arrive="FIN,ACK 1"', 'sink="ACK 1"', 'wait', 'arrive="FIN,ACK 2"'] as const;
  await turn(page, ...lost, 'arrive="RST 1"');
  await done(page, 'off');
  await page.getByRole('radio', { name: 'On' }).check();
  await turn(page, ...lost, 'arrive="ACK 2"');
  await shown(page);
  await page.getByRole('radio', { name: 'An old segment comes late' }).check();
  await turn(page, 'call="open"');
  await expect(page.locator('.bench-meaning')).toContainText('already exists');
  const again = ['call="open"', 'arrive="SYN 1"', 'arrive="SYN,ACK 1"', 'arrive="ACK 3"'] as const;
  await turn(page, 'wait', ...again);
  await done(page, 'on');
  await page.getByRole('radio', { name: 'Off' }).check();
  await turn(page, ...again, 'arrive="DATA 1"');
  await shown(page);
});

test('the ISN machine: a guess hits while the slot is empty, and misses when a key is in', async ({ page }) => {
  await open(page, 'isn');
  await turn(page, 'guess');
  await expect(page.locator('[data-hit="true"]')).toBeVisible();
  const before = Number(await page.locator('[data-part="ISN"]').getAttribute('data-value'));
  await page.locator('[data-dial="time"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-part="ISN"]')).toHaveAttribute(
    'data-value',
    String((before + 15_000_000) % 2 ** 32),
  );
  await page.getByLabel('Key slot').fill('lighthouse');
  await turn(page, 'guess');
  await expect(page.locator('[data-hit="false"]')).toBeVisible();
  await shown(page);
});

test('a flood: the client gives up without cookies, and pays in options with them', async ({ page }) => {
  await open(page, 'flood');
  await turn(page, 'forge="10"', 'connect', 'wait', 'wait-out');
  await expect(page.locator('[data-error="ETIMEDOUT"]')).toBeVisible();
  await page.getByRole('radio', { name: 'On' }).check();
  await expect(page.locator('[data-taken="0"]')).toBeVisible();
  await turn(page, 'forge="10"', 'connect');
  await expect(page.locator('[data-client="ESTABLISHED"]')).toBeVisible();
  await expect(page.locator('[data-term][data-lost="true"]')).toHaveCount(4);
  await shown(page);
});

test.describe('in Chinese, on a phone', () => {
  test.use({ locale: 'zh-CN', viewport: { width: 360, height: 780 }, colorScheme: 'light' });
  test('every machine is on the shelf, fits, and pleases axe', async ({ page }) => {
    test.slow();
    for (const id of machineIds) {
      await page.goto('/library/machines');
      await page.locator(`[data-machine-link="${id}"] a`).click();
      await expect(machine(page)).toHaveAttribute('data-machine', id);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await expectNoAxeViolations(page);
    }
  });
});

test('from a page and a card to a machine, and from the machine to its card', async ({ page }) => {
  await page.goto('/library/isn-selection');
  await page.locator('[data-machine-link="isn"] a').click();
  await expect(machine(page)).toHaveAttribute('data-machine', 'isn');
  await page.locator('a[data-library="card-why-isn-moves"]').click();
  await expect(page.locator('[data-card="why-isn-moves"]')).toBeVisible();
  await page.locator('[data-say="turned"]').click();
  await page.locator('[data-machine-link="isn"] a').click();
  await expect(machine(page)).toHaveAttribute('data-machine', 'isn');
});

test('a level that asks "why": own move and right move side by side, then the lesson, the page and the machine', async ({
  page,
}) => {
  await page.goto('/levels/close-06-last-ack-lost?speed=10');
  await expect(page.locator('main.intro')).toBeVisible();
  await expect(page.locator('.machine-links')).toHaveCount(0);
  await page.locator('main.intro .accent').click();
  await inPlainView(page);
  await expect(owed(page)).toBeVisible();
  await page.locator('#wait').click();
  await expect(page.locator('article.verdict .read-more')).toBeVisible();
  for (let n = 0; n < 2; n += 1) {
    await expect(owed(page)).toBeVisible({ timeout: 20_000 });
    const [seq, ack] = [await variable(page, 'SND.NXT'), await variable(page, 'RCV.NXT')];
    const before = await tally(page);
    await submit(page, { flags: ['ACK'], seq, ack });
    // The composer is gone when that was the last move.
    await expect
      .poll(async () => {
        const { accepted } = await tally(page);
        return accepted === -1 || accepted > before.accepted;
      })
      .toBe(true);
  }
  await expect(page.locator('main.end[data-result]')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('[data-compare] [data-same="false"]')).toHaveCount(1);
  await expect(page.locator('[data-compare] .read-more')).toHaveCount(1);
  await expect(page.locator('.machine-links')).toHaveCount(0);
  await expectNoAxeViolations(page);
  await page.locator('[data-compared]').click();
  await expect(page.locator('.end-refused .read-more')).toHaveAttribute('target', '_blank');
  await expect(page.locator('.machine-links a')).toHaveAttribute('data-library', 'machine-time-wait');
});

test('the card of a level leads to its machine', async ({ page }) => {
  await page.goto('/levels/atk-01-syn-cookies');
  const popup = page.waitForEvent('popup');
  await page.locator('.machine-links a').click();
  await expect((await popup).locator('[data-machine="flood"]')).toBeVisible();
});
