import { expect, type Page, test } from '@playwright/test';
import { levels } from '../../shared/levels/catalogue.ts';
import type { Level, ParStep } from '../../shared/levels/level.ts';
import { evaluate } from '../../shared/levels/symbols.ts';
import { type Answer, submit, tally } from './student.ts';
import { expectNoAxeViolations, inPlainView, owed } from './table.ts';

/** A step of the par in the fields of the composer. Payload choices are taken as the composer offers them. */
function answerOf(level: Level, step: ParStep, offset: string | undefined): Answer {
  if (step.type === 'wait') return { flags: null };
  const { flags, seq, ack, octets } = step;
  return {
    flags,
    seq: evaluate(level.vars, seq),
    ack: ack === undefined ? undefined : evaluate(level.vars, ack),
    offset: octets === undefined ? undefined : offset,
    length: octets,
  };
}

/** The payload choice with the wanted number of octets that begins at the step's number. */
async function choiceFor(page: Page, level: Level, step: ParStep): Promise<string | undefined> {
  if (step.type === 'wait' || step.octets === undefined) return undefined;
  const first = evaluate(level.vars, step.seq) + (step.flags.includes('SYN') ? 1 : 0);
  const fits = page.locator(`[data-offset][data-seq="${first % 2 ** 32}"][data-length="${step.octets}"]`);
  return (await fits.first().getAttribute('data-offset')) ?? undefined;
}

/** Plays the par through the page: each end's own steps, whenever that end is asked. */
async function playPar(page: Page, level: Level): Promise<void> {
  const left = { client: [] as ParStep[], server: [] as ParStep[] };
  for (const step of level.par) if (level.players.includes(step.host)) left[step.host].push(step);
  while (!(await page.locator('main.end[data-result]').isVisible())) {
    await expect(owed(page).or(page.locator('main.end[data-result]'))).toBeVisible({ timeout: 30_000 });
    if (await page.locator('main.end[data-result]').isVisible()) break;
    const role = await page.locator('.hand .logbook').getAttribute('data-role');
    const step = left[role === 'server' ? 'server' : 'client'].shift();
    if (step === undefined) throw new Error(`${level.id}: the ${role} is asked once more than the par says`);
    const before = await tally(page);
    await submit(page, answerOf(level, step, await choiceFor(page, level, step)));
    await expect
      .poll(
        async () =>
          (await page.locator('#composer').count()) === 0 ? 1 : (await tally(page)).accepted - before.accepted,
        {
          message: `${level.id} at ${step.at}: ${JSON.stringify(step)}`,
        },
      )
      .toBeGreaterThan(0);
  }
  expect([...left.client, ...left.server]).toEqual([]);
}

test.describe('every level is won by its par through the page', () => {
  for (const level of levels.filter(({ mode }) => mode === 'play')) {
    test(level.id, async ({ page }) => {
      test.slow();
      await page.goto(`/levels/${level.id}?speed=10`);
      await page.locator('main.intro .accent').click();
      await inPlainView(page);
      await playPar(page, level);
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
