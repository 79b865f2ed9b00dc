import { expect, test } from '@playwright/test';
import { isLabId } from '../../shared/lessons/lab/labs.ts';
import { levels } from '../../shared/levels/catalogue.ts';
import { enterLab, solve } from './labPlayer.ts';
import { beginLevel, playPar } from './parPlayer.ts';
import { submit } from './student.ts';
import { expectNoAxeViolations, inPlainView, owed } from './table.ts';

test('there are forty levels', () => {
  expect(levels.length).toBe(40);
});

test.describe('every level is won through the page: by its par, or by its answers', () => {
  for (const level of levels) {
    test(level.id, async ({ page }) => {
      test.slow();
      if (isLabId(level.id)) {
        await enterLab(page, level.id);
        await solve(page, level.id);
      } else {
        await beginLevel(page, level.id);
        await playPar(page, level);
      }
      await expect(page.locator('main.end[data-result]')).toHaveAttribute('data-stars', '3');
    });
  }
});

test('the map opens level by level, and keeps what was won', async ({ page }) => {
  await page.goto('/levels');
  await expect(page.locator('[data-level][data-next]')).toHaveCount(1);
  await expectNoAxeViolations(page);
  await page.locator('[data-level="est-01-first-syn"] a').click();
  await expectNoAxeViolations(page);
  await page.goto('/levels/est-01-first-syn?speed=10');
  await page.locator('main.intro .accent').click();
  await inPlainView(page);
  const first = levels.find(({ id }) => id === 'est-01-first-syn');
  if (first === undefined) throw new Error('there is no first level');
  await playPar(page, first);
  await expectNoAxeViolations(page);
  await page.goto('/levels');
  await expect(page.locator('[data-level="est-01-first-syn"]')).toHaveAttribute('data-stars', '3');
  await expect(page.locator('[data-level="est-02-syn-ack"]')).toHaveAttribute('data-open', 'true');
});

test('a sandbox lets anything sail, and a second attempt is offered when the level is won', async ({ page }) => {
  await page.goto('/levels/loss-04-dup-syn?speed=10');
  await expect(page.locator('[data-way="syn-ack-again"]')).toHaveCount(0);
  await page.locator('[data-way="sandbox"]').click();
  await inPlainView(page);
  await expect(page.locator('.level-tag')).toHaveAttribute('data-way', 'sandbox');
  await expect(owed(page)).toBeVisible();
  await submit(page, { flags: ['RST'], seq: 5 });
  await expect(page.locator('article.verdict')).toContainText('against the rules');
  await expect(page.locator('li[data-flight]').filter({ hasText: 'against the rules' })).toHaveCount(1);
  const level = levels.find(({ id }) => id === 'loss-04-dup-syn');
  if (level === undefined) throw new Error('there is no such level');
  await beginLevel(page, level.id);
  await playPar(page, level);
  await page.locator('[data-way="syn-ack-again"]').click();
  await expect(page.locator('.level-tag')).toHaveAttribute('data-way', 'syn-ack-again');
});
