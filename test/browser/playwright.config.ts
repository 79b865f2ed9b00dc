/** Browser tests: a real server on its own port with a fresh store, and a real Chromium. Virtual time runs fast. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = Number(process.env['BROWSER_TEST_PORT'] ?? 4173);
const report = process.env['BROWSER_REPORT'];

export default defineConfig({
  testDir: '.',
  outputDir: `${root}test-results/browser`,
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  workers: 2,
  fullyParallel: true,
  // The unit tests run beside these, and the machine may have other things to do.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: await launchOptions(),
    locale: 'en-GB',
    // The page keeps itself for offline play after a while; no other test has to pay for that.
    serviceWorkers: 'block',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'exec node server/main.ts',
    cwd: root,
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      TIME_SCALE: '20',
      DATA_DIR: mkdtempSync(`${tmpdir()}/ackward-browser-`),
    },
    url: `http://127.0.0.1:${port}/healthz`,
    stdout: 'ignore',
  },
});
