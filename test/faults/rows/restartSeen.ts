/** What a page shows while the server restarts, in both languages: a sentence that says so, and then the match again. */
import { type Page, chromium } from '@playwright/test';
import { texts } from '../../../shared/i18n/texts.ts';
import { locales } from '../../../shared/protocol/locale.ts';
import { launchOptions } from '../../browser/chromium.ts';
import type { Report, Scenario } from '../lib/scenario.ts';
import { type Program, startProgram } from '../lib/server.ts';
import { cleanUp } from '../lib/temporary.ts';

async function openMatch(page: Page, program: Program): Promise<void> {
  await page.goto(`http://127.0.0.1:${program.port}/`);
  await page.locator('button.accent').first().click();
  await page.locator('.logbook [data-var="STATE"]').waitFor({ timeout: 20_000 });
}

const shows = async (page: Page, words: string): Promise<boolean> =>
  page
    .locator('.banner[data-shown="true"]')
    .getByText(words)
    .waitFor({ timeout: 10_000 })
    .then(
      () => true,
      () => false,
    );

const isOver = async (page: Page): Promise<boolean> =>
  page
    .locator('.banner[data-shown="false"]')
    .waitFor({ state: 'attached', timeout: 15_000 })
    .then(
      () => true,
      () => false,
    );

async function run(_size: unknown, report: Report): Promise<void> {
  let program = await startProgram();
  const browser = await chromium.launch(await launchOptions());
  cleanUp(() => browser.close());
  for (const locale of locales) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await openMatch(page, program);
    const address = page.url();
    await program.end('SIGTERM');
    report.check(`${locale}: it is said that the server restarts`, await shows(page, texts[locale].banner.closing));
    program = await startProgram({ PORT: String(program.port), DATA_DIR: program.dataDir });
    report.check(`${locale}: and not any more when it is back`, await isOver(page));
    report.check(`${locale}: the page is where it was`, page.url() === address);
    await page.locator('#wait').click();
    const answered = await page
      .locator('#composer[data-answered="1"]')
      .waitFor({ timeout: 10_000 })
      .then(
        () => true,
        () => false,
      );
    report.check(`${locale}: and a move is answered`, answered);
    await context.close();
  }
}

export const scenario: Scenario = { title: 'A restart, as a page shows it', missing: null, run };
