/** The same client from a plain file host, in a folder of it, and then without any network. */
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { playToTheEnd } from './student.ts';
import { expectNoAxeViolations, inPlainView } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = '/class/tcp/';
const types: { readonly [suffix: string]: string } = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

let host: Server;
let address = '';

test.use({ serviceWorkers: 'allow' });
// One host for both, built once.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  execFileSync('vite', ['build', 'client', '--mode', 'static', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  host = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/\/$/, '/index.html');
    const file = `${root}client/dist-static/${path.slice(folder.length)}`;
    if (!path.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) response.writeHead(404).end();
    else createReadStream(file).pipe(response.setHeader('content-type', types[extname(file)] ?? 'text/plain'));
  });
  await new Promise<void>((done) => {
    host.listen(0, '127.0.0.1', done);
  });
  const bound = host.address();
  address = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}${folder}` : '';
});

test.afterAll(() => {
  host.closeAllConnections();
  host.close();
});

test('from a file host: the bot, the map and a replay that is a link; no request goes anywhere else', async ({
  page,
}) => {
  const strange: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('blob:')) strange.push(url);
  });
  await page.goto(`${address}?speed=10`);
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Play against the bot' }).click();
  await inPlainView(page);
  await playToTheEnd(page);
  await page.locator('[data-replay]').click();
  await expect(page.locator('.timeline')).toBeVisible();
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('.timeline')).toBeVisible();
  await page.goto(`${address}#/levels`);
  await page.locator('[data-level="est-01-first-syn"] a').click();
  await expect(page.locator('main.intro')).toBeVisible();
  expect(strange).toEqual([]);
});

test('and without a network, once it has been there for a while', async ({ page, context }) => {
  test.slow();
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  host.closeAllConnections();
  await page.goto(`${address}?speed=10#/levels/est-01-first-syn`);
  await page.locator('main.intro .accent').click();
  await expect(page.locator('#composer')).toBeVisible();
  await page.goto(`${address}#/library/flag-syn`);
  await expect(page.locator('article[data-page="flag-syn"]')).toBeVisible();
});
