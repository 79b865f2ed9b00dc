/** Ways to the table, each built on the one before. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';

export interface Choice {
  readonly weather?: 'Calm' | 'Lossy' | 'Stormy';
  readonly role?: 'Client' | 'Server';
  readonly closer?: 'Client' | 'Server';
  readonly clock?: 'Study' | 'Live';
  readonly standIn?: 'Wait' | 'Bot after 10 s';
  readonly judging?: 'Strict' | 'Free';
}

/** The first screen, with the options chosen. English names. */
export async function atStart(page: Page, choice: Choice = {}): Promise<void> {
  await page.goto('/');
  if (Object.keys(choice).length === 0) return;
  await page.locator('summary', { hasText: 'Options' }).click();
  for (const [group, value] of [
    ['You are', choice.role],
    ['Who closes first', choice.closer],
    ['Sea', choice.weather],
    ['Clock', choice.clock],
    ['If a player is away', choice.standIn],
    ['Rules', choice.judging],
  ] as const) {
    if (value === undefined) continue;
    await page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name: value }).check();
  }
}

/** One click against the bot: the first decision waits. */
export async function againstBot(page: Page, choice: Choice = {}): Promise<void> {
  await atStart(page, choice);
  await page.getByRole('button', { name: 'Play against the bot' }).click();
  await expect(page.locator('#composer')).toBeVisible();
}

/** Two players with a browser profile each, at the two ends of one room. */
export async function twoPlayers(browser: Browser, choice: Choice = {}): Promise<readonly [Page, Page]> {
  const host = await (await browser.newContext()).newPage();
  const friend = await (await browser.newContext()).newPage();
  await atStart(host, { role: 'Client', ...choice });
  await host.getByRole('button', { name: 'Invite a friend' }).click();
  const code = (await host.locator('.waiting-code').textContent()) ?? '';
  await atStart(friend);
  // As people type it.
  await friend.getByLabel('Join with a code').fill(` ${code.toLowerCase()} `);
  await friend.getByRole('button', { name: 'Join the room' }).click();
  await expect(friend.locator('[data-var="STATE"]').first()).toBeVisible();
  await expect(host.locator('#composer')).toBeVisible();
  return [host, friend];
}

/** The plain view: nothing to draw in software, so a whole match takes seconds. */
export async function inPlainView(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    // The keys are bound a moment after the panels are drawn.
    await expect(async () => {
      if (!(await page.locator('svg.plain').isVisible())) await page.keyboard.press('v');
      await expect(page.locator('svg.plain')).toBeVisible({ timeout: 1000 });
    }).toPass();
  }
}

export const owed = (page: Page) => page.locator('[data-owed="true"]');

/** The digits of a field, without the thin spaces that group them. */
export const digitsIn = async (page: Page, selector: string): Promise<number> =>
  Number((await page.locator(selector).inputValue()).replaceAll(/\D/g, ''));

/** A number as screens show it: its digits may be grouped. */
export const grouped = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, '\\s?');

/** The number that the own logbook shows for a variable. */
export async function variable(page: Page, name: string): Promise<number> {
  return Number(await page.locator(`.hand [data-var="${name}"]`).getAttribute('data-value'));
}

export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
