/**
 * Takes pictures of every level: its card, its first decision and its result, in both languages.
 *
 *     npm run picture:levels -- FOLDER [width [height [first letters of an id]]]
 *
 * They are for looking at, by whoever changed a level, a text or a screen; nothing of them is kept. Chinese needs a font
 * of the system's (Debian: fonts-noto-cjk).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { levels } from '../../shared/levels/catalogue.ts';
import { type LabId, labIds } from '../../shared/lessons/lab/frames.ts';
import type { Level } from '../../shared/levels/level.ts';
import { locales } from '../../shared/protocol/locale.ts';
import { launchOptions } from './chromium.ts';
import { enterLab, solve } from './labPlayer.ts';
import { playPar } from './parPlayer.ts';
import { inPlainView, owed } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = process.env['BROWSER_TEST_PORT'] ?? '4179';
const [folder = `${tmpdir()}/levels`, width = '1280', height = '800', only = ''] = process.argv.slice(2);

async function takeLevel(browser: Browser, level: Level, locale: string): Promise<void> {
  const page = await browser.newPage({
    baseURL: `http://127.0.0.1:${port}`,
    locale,
    colorScheme: locale === 'en' ? 'dark' : 'light',
    viewport: { width: Number(width), height: Number(height) },
  });
  page.on('pageerror', (error) => console.error(`${level.id} ${locale}: ${error.message}`));
  const take = async (screen: string, fullPage = true): Promise<void> => {
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${folder}/${level.id}.${locale}.${screen}.png`, fullPage });
  };
  // An example that opens by itself lies over a phone's composer until it is read.
  await page.addLocatorHandler(page.locator('[data-my-turn]'), (button) => button.click());
  await page.goto(`/levels/${level.id}?speed=10`);
  await page.locator('main').waitFor();
  await take('1-card');
  const lab = labIds.find((id) => id === level.id);
  if (lab !== undefined) await playLab(page, lab, take);
  else await playLevel(page, level, take);
  await take('3-result');
  const compared = page.locator('.compare .accent');
  if (await compared.isVisible()) {
    await compared.click();
    await take('4-stars');
  }
  await page.context().close();
}

async function playLevel(page: Page, level: Level, take: (screen: string, full?: boolean) => Promise<void>) {
  await page.locator('main.intro .accent').click();
  await owed(page).waitFor({ timeout: 60_000 });
  await take('2-first', Number(width) < 1024);
  await inPlainView(page);
  await playPar(page, level);
}

async function playLab(page: Page, id: LabId, take: (screen: string) => Promise<void>) {
  await enterLab(page, id);
  await take('2-first');
  await solve(page, id);
}

mkdirSync(folder, { recursive: true });
const env = { ...process.env, NODE_ENV: 'production', PORT: port, HOST: '127.0.0.1' };
const server = spawn('node', ['server/main.ts'], {
  cwd: root,
  env: { ...env, DATA_DIR: mkdtempSync(`${tmpdir()}/ackward-pictures-`) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => server.stdout.once('data', resolve));
const browser = await chromium.launch(await launchOptions());
try {
  for (const level of levels.filter(({ id }) => id.startsWith(only))) {
    for (const locale of locales) {
      await takeLevel(browser, level, locale).catch((error: unknown) => console.error(`${level.id} ${locale}:`, error));
    }
    console.log(level.id);
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
}
