import { expect, test } from '@playwright/test';
import { examDeck } from '../../shared/lessons/exam.ts';
import { againstBot, atStart, expectNoAxeViolations } from './table.ts';

for (const scheme of ['dark', 'light'] as const) {
  test.describe(`${scheme} theme`, () => {
    test.use({ colorScheme: scheme });

    test('axe finds nothing on shelves, finds, a page, a card before and after, and the exam', async ({ page }) => {
      // Six looks of axe in one go.
      test.slow();
      await page.goto('/library');
      await expect(page.locator('.shelf')).toHaveCount(7);
      await expectNoAxeViolations(page);
      await page.getByRole('searchbox').fill('wait');
      await expect(page.locator('.finds [data-page]').first()).toBeVisible();
      await expectNoAxeViolations(page);
      await page.goto('/library/state-time-wait');
      await expect(page.locator('article[data-page="state-time-wait"]')).toBeVisible();
      await expectNoAxeViolations(page);
      await page.goto('/library/cards');
      await expect(page.locator('[data-card]')).toBeVisible();
      await expectNoAxeViolations(page);
      await page.locator('[data-say]').first().click();
      await expect(page.locator('[data-verdict-of-card]')).toBeVisible();
      await expectNoAxeViolations(page);
      await page.goto('/library/exam');
      await page.locator('[data-begin-exam]').click();
      await page.locator('[data-box] input').fill('1');
      await expectNoAxeViolations(page);
      await page.locator('[data-check]').click();
      await expect(page.locator('[data-mark="wrong"]')).toBeVisible();
      await expectNoAxeViolations(page);
    });
  });
}

test('from the first screen: SUN_RECV finds SYN-RECEIVED, Enter opens it, and a level of it can be played', async ({
  page,
}) => {
  await atStart(page);
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(page).toHaveURL(/\/library$/);
  await page.getByRole('searchbox').fill('SUN_RECV');
  await expect(page.locator('.finds [data-page]').first()).toHaveAttribute('data-page', 'state-syn-received');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/library\/state-syn-received$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('SUN_RECV');
  await page.goForward();
  await page.locator('[data-level] a').first().click();
  await expect(page.locator('main.intro[data-level]')).toBeVisible();
});

test('a deck is answered by keyboard, and every card says what it is', async ({ page }) => {
  await page.goto('/library/cards');
  for (let n = 0; n < 5; n += 1) {
    const card = page.locator('[data-card]');
    const truth = await card.getAttribute('data-truth');
    await page.locator(`[data-say="${truth === 'why' ? 'turned' : truth}"]`).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-verdict-of-card]')).toHaveAttribute(
      'data-verdict-of-card',
      truth === 'why' ? 'turned' : 'right',
    );
    await expect(page.locator('[data-next-card]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-card] h2').first()).toBeFocused();
  }
  const tally = page.locator('.tally');
  expect(await tally.getAttribute('data-right')).toBe(await tally.getAttribute('data-answered'));
});

test('an address that no page has says so, and help leads here', async ({ page }) => {
  await page.goto('/library/nothing');
  await expect(page.locator('[data-page="none"]')).toBeVisible();
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Library' }).click();
  await expect(page.locator('.shelf')).toHaveCount(7);
});

test('a verdict leads to its page, beside the match', async ({ page }) => {
  await againstBot(page, { role: 'Client' });
  await page.locator('#wait').click();
  const popup = page.waitForEvent('popup');
  await page.locator('.verdict .read-more').click();
  await expect((await popup).locator('article.entry[data-page]')).toBeVisible();
  await expect(page.locator('article.verdict')).toBeVisible();
});

test('the exam runs against the clock, tells textbook and RFC apart, and ends with a report', async ({ page }) => {
  await page.goto('/library/exam?paper=0');
  await expect(page.locator('[data-paper="0"]')).toBeVisible();
  await page.locator('[data-begin-exam]').click();
  await expect(page.locator('.exam-clock')).toContainText('of 60');
  const deck = examDeck(0);
  for (const { id, fields } of deck) {
    await expect(page.locator('[data-exercise]')).toHaveAttribute('data-exercise', id);
    for (const { name, kind, rfc } of fields) {
      const box = page.locator(`[data-box="${name}"]`);
      if (kind === 'bit' || kind === 'yes') await box.getByRole('radio', { name: rfc, exact: true }).check();
      else await box.locator('input').fill(rfc);
    }
    await page.locator('[data-check]').click();
    for (const { name, textbook, rfc } of fields) {
      const mark = textbook === rfc ? 'right' : 'rfc';
      await expect(page.locator(`[data-box="${name}"]`)).toHaveAttribute('data-mark', mark);
      if (mark === 'rfc')
        await expect(page.locator(`[data-box="${name}"]`)).toContainText(`textbook: ${textbook}; RFC: ${rfc}`);
    }
    await expect(page.locator('[data-spent][data-late="false"]')).toBeVisible();
    await page.locator('[data-next-exercise]').click();
  }
  await expect(page.locator('[data-topic="all"]')).toHaveAttribute('data-right', String(deck.length));
  await expectNoAxeViolations(page);
  await page.goto('/library/exam?paper=408');
  await expect(page.locator('[data-paper="408"]')).toBeVisible();
});
