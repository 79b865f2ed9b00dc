/**
 * Takes the README's pictures: `npm run picture`. A real server, a real match, two moves in. Chinese needs a font of
 * the system's (Debian: fonts-noto-cjk).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from './chromium.ts';
import { submit } from './student.ts';
import { againstBot, owed, variable } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = '4178';
const folder = `${root}assets/pictures`;

/** The SYN,ACK has come, our ACK is out, and the message is under way. */
async function playTwoMoves(page: Page): Promise<void> {
  await submit(page, { flags: ['SYN'], seq: await variable(page, 'ISS') });
  await page.locator('[data-trigger="arrived"]').waitFor({ timeout: 30_000 });
  await submit(page, { flags: ['ACK'], seq: await variable(page, 'SND.NXT'), ack: await variable(page, 'RCV.NXT') });
  await page.locator('[data-trigger="called"]').waitFor({ timeout: 30_000 });
  const [seq, ack] = [await variable(page, 'SND.NXT'), await variable(page, 'RCV.NXT')];
  await submit(page, { flags: ['ACK'], seq, ack, offset: '0' });
  await owed(page).waitFor({ state: 'detached' });
  await page.waitForTimeout(600);
}

async function take(locale: string, colorScheme: 'dark' | 'light', file: string): Promise<void> {
  const browser = await chromium.launch(await launchOptions());
  const page = await browser.newPage({
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    colorScheme,
    viewport: { width: 1366, height: 768 },
  });
  await againstBot(page, { role: 'Client' });
  if (locale !== 'en') await page.getByRole('button', { name: /中文/ }).click();
  await page.locator('canvas').waitFor();
  await playTwoMoves(page);
  await page.screenshot({ path: `${folder}/${file}` });
  await browser.close();
}

mkdirSync(folder, { recursive: true });
const env = { ...process.env, NODE_ENV: 'production', PORT: port, HOST: '127.0.0.1', TIME_SCALE: '1.5' };
const server = spawn('node', ['server/main.ts'], {
  cwd: root,
  env: { ...env, DATA_DIR: mkdtempSync(`${tmpdir()}/ackward-picture-`) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => server.stdout.once('data', resolve));
try {
  await take('en', 'dark', 'match.png');
  await take('zh-CN', 'light', 'match.zh-CN.png');
} finally {
  server.kill('SIGTERM');
}
