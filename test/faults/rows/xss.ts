/**
 * Texts that a page must not run: in addresses, in fields, as nicknames. In a real browser nothing of them runs, and
 * the policy had nothing to forbid.
 */
import { chromium, type Page } from '@playwright/test';
import { normaliseNickname } from '../../../shared/protocol/nickname.ts';
import { type Dice, diceFrom, rngFrom } from '../../../shared/rng.ts';
import { launchOptions } from '../../browser/chromium.ts';
import { upTo } from '../lib/numbers.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { type Program, startProgram } from '../lib/server.ts';
import { cleanUp } from '../lib/temporary.ts';
import { oneOf } from '../lib/traffic.ts';

const sizes: { readonly [size in Size]: number } = { quick: 30, ci: 300, nightly: 3000 };

const run1 = 'window.__xss=1';
const payloads: readonly string[] = [
  `<script>${run1}</script>`,
  `<img src=x onerror="${run1}">`,
  `<svg onload="${run1}">`,
  `"><script>${run1}</script>`,
  `' onfocus='${run1}' autofocus='`,
  `<iframe srcdoc="<script>parent.${run1}</script>"></iframe>`,
  `javascript:${run1}`,
  `<a href="javascript:${run1}">x</a>`,
  `<math><mtext></mtext><script>${run1}</script></math>`,
  `<style>@import 'http://evil.example/x.css'</style>`,
  `<link rel=stylesheet href=http://evil.example/x.css>`,
  `<base href=http://evil.example/>`,
  `<meta http-equiv=refresh content="0;url=http://evil.example">`,
  `<template><script>${run1}</script></template>`,
  `{{constructor.constructor('${run1}')()}}`,
  `\${${run1}}`,
  `</title><script>${run1}</script>`,
  `<object data="data:text/html,<script>parent.${run1}</script>">`,
  `\u003cscript\u003e${run1}\u003c/script\u003e`,
  `＜script＞${run1}＜/script＞`,
  `%3Cscript%3E${encodeURIComponent(run1)}%3C/script%3E`,
  `<details open ontoggle="${run1}">`,
];

/** Places of an address that the page reads. */
const places: readonly ((text: string) => string)[] = [
  (text) => `/${text}`,
  (text) => `/room/${text}`,
  (text) => `/levels/${text}`,
  (text) => `/library/${text}`,
  (text) => `/?renderer=${text}`,
  (text) => `/levels?speed=${text}`,
  (text) => `/#${text}`,
  (text) => `/replay#${text}`,
];

interface Found {
  readonly wrong: string[];
  visits: number;
  typed: number;
}

/** Whatever a page would do if it ran a text: say so, ask another server, or try what the policy forbids. */
async function watch(page: Page, origin: string, found: Found): Promise<void> {
  page.on('dialog', (dialog) => {
    found.wrong.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
      found.wrong.push(`asked for ${url}`);
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) found.wrong.push(message.text());
  });
}

async function look(page: Page, found: Found, where: string): Promise<void> {
  const ran = await page.evaluate(() => '__xss' in globalThis);
  if (ran) found.wrong.push(`it ran: ${where}`);
}

async function visit(page: Page, origin: string, path: string, found: Found): Promise<void> {
  found.visits += 1;
  await page.goto(origin + path, { waitUntil: 'domcontentloaded' }).catch(() => null);
  await page
    .locator('#app *')
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => null);
  await look(page, found, path);
}

/** Everything that can be typed into, on this page. */
async function type(page: Page, text: string, found: Found): Promise<void> {
  for (const field of await page.locator('input[type="text"], input[type="search"], input:not([type])').all()) {
    if (!(await field.isVisible())) continue;
    await field.fill(text);
    await field.press('Enter');
    found.typed += 1;
    await look(page, found, `typed ${text}`);
  }
}

const address = (dice: Dice): string => {
  const payload = oneOf(dice, payloads);
  return oneOf(dice, places)(dice.chance(0.5) ? encodeURIComponent(payload) : payload.replaceAll(/[\s#?]/g, '%20'));
};

async function browse(program: Program, size: Size): Promise<Found> {
  const found: Found = { wrong: [], visits: 0, typed: 0 };
  const browser = await chromium.launch(await launchOptions());
  cleanUp(() => browser.close());
  const page = await browser.newPage();
  const origin = `http://127.0.0.1:${program.port}`;
  await watch(page, origin, found);
  for (const n of upTo(Math.ceil(sizes[size] / 2))) await visit(page, origin, address(diceFrom(rngFrom(n))), found);
  // Fields stand on different pages; a page that a text has led elsewhere is opened again.
  for (let n = 0; found.typed < sizes[size] / 2; n += 1) {
    const path = ['/', '/library', '/levels'][n % 3] ?? '/';
    await visit(page, origin, path, found);
    for (const payload of payloads) await type(page, payload, found);
  }
  return found;
}

async function run(size: Size, report: Report): Promise<void> {
  const program = await startProgram();
  const { wrong, visits, typed } = await browse(program, size);
  for (const one of [...new Set(wrong)].slice(0, 10)) report.note(one);
  report.check(
    'nothing runs, asks elsewhere or is forbidden by the policy',
    wrong.length === 0,
    `${visits} addresses, ${typed} texts typed`,
  );
  const named = payloads.map((payload) => normaliseNickname(payload));
  report.check(
    'none is a nickname',
    named.every((name) => name === null || !/[<>&"'`]/.test(name)),
    `${payloads.length} tried`,
  );
}

export const scenario: Scenario = { title: 'Scripts in addresses, fields and names', missing: null, run };
