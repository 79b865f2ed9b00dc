/** Levels played through the page by their pars, with the numbers that their seeds draw. */
import { expect, type Page } from '@playwright/test';
import type { Level, ParStep } from '../../shared/levels/level.ts';
import { numbered } from '../../shared/levels/plan.ts';
import { evaluate } from '../../shared/levels/symbols.ts';
import { type Answer, submit, tally } from './student.ts';
import { inPlainView, owed } from './table.ts';

/** The card of a level is read, and the level begins. */
export async function beginLevel(page: Page, id: string): Promise<void> {
  await page.goto(`/levels/${id}?speed=10`);
  await page.locator('main.intro .accent').click();
  await inPlainView(page);
}

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

/**
 * Plays the par through the page: each end's own steps, whenever that end is asked. `pause`: milliseconds before each
 * move; a server takes no hand for true that is quicker than 300.
 */
export async function playPar(page: Page, plain: Level, pause = 0): Promise<void> {
  const level = numbered(plain, Number(await page.locator('.level-bar').getAttribute('data-seed')));
  const left = { client: [] as ParStep[], server: [] as ParStep[] };
  for (const step of level.par) if (level.players.includes(step.host)) left[step.host].push(step);
  while (!(await page.locator('main.end[data-result]').isVisible())) {
    await expect(owed(page).or(page.locator('main.end[data-result]'))).toBeVisible({ timeout: 30_000 });
    if (await page.locator('main.end[data-result]').isVisible()) break;
    const role = await page.locator('.hand .logbook').getAttribute('data-role');
    const step = left[role === 'server' ? 'server' : 'client'].shift();
    if (step === undefined) throw new Error(`${level.id}: the ${role} is asked once more than the par says`);
    const before = await tally(page);
    if (pause > 0) await page.waitForTimeout(pause);
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
