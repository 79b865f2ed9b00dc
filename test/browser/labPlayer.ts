/** A pupil in the lab: reads the page, and fills the report in by script. */
import { expect, type Page } from '@playwright/test';
import type { LabId } from '../../shared/lessons/lab/frames.ts';
import { flagsIn } from '../../shared/lessons/lab/header.ts';
import { labQuestions, ticked } from '../../shared/lessons/lab/questions.ts';
import { isNumberColumn, columns } from '../../shared/lessons/lab/tables.ts';
import { solutionOf } from '../shared/lessons/lab/solutions.ts';

export async function enterLab(page: Page, id: LabId): Promise<void> {
  await page.goto(`/levels/${id}`);
  await page.locator('main.intro .accent').click();
  await expect(page.locator('main.lab')).toBeVisible();
}

export const show = async (page: Page, filter: string): Promise<void> => {
  await page.locator('#display-filter').fill(filter);
  await page.keyboard.press('Enter');
};

export const choosePacket = (page: Page, number: number): Promise<void> =>
  page.locator(`[data-packet="${number}"] button`).click();

/** The frames that are in the list. */
export const listed = (page: Page): Promise<readonly number[]> =>
  page
    .locator('[data-packet]')
    .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset['packet'])));

/** The right answers of a lab, by field. */
export const answersOf = (id: LabId): ReadonlyMap<string, string> => new Map(solutionOf(id));

/** Opens the part that is next, or is on the screen. */
const toPart = async (page: Page, part: string): Promise<void> => {
  await page.locator(`[data-part-tab="${part}"]`).click();
  await expect(page.locator(`[data-open-part="${part}"]`)).toBeVisible();
};

export async function fillTable(
  page: Page,
  table: 'opening' | 'closing',
  answers: ReadonlyMap<string, string>,
): Promise<void> {
  await toPart(page, table);
  for (const [field, typed] of answers) {
    if (!field.startsWith(`${table}.`)) continue;
    const column = columns[table].find((one) => field.endsWith(`.${one}`));
    if (column !== undefined && isNumberColumn(column)) await page.locator(`[data-field="${field}"]`).fill(typed);
    else await page.locator(`[data-field="${field}"][value="${typed}"]`).check({ force: true });
  }
  await page.locator(`[data-check="${table}"]`).click();
}

async function answerQuestions(page: Page, answers: ReadonlyMap<string, string>): Promise<void> {
  await toPart(page, 'questions');
  for (const question of labQuestions) {
    for (const statement of ticked(answers.get(`question.${question}`) ?? '')) {
      await page.locator(`[data-question="${question}"] [data-statement="${statement}"] input`).check();
    }
    await page.locator(`[data-check="${question}"]`).click();
    await expect(page.locator(`[data-question="${question}"]`)).toHaveAttribute('data-standing', 'right');
  }
}

export async function fillValues(page: Page, part: string, answers: ReadonlyMap<string, string>): Promise<void> {
  await toPart(page, part);
  for (const [field, typed] of answers) {
    if (field.startsWith(`${part}.`)) await page.locator(`[data-field="${field}"]`).fill(typed);
  }
  await page.locator(`[data-check="${part}"]`).click();
}

async function markOctets(page: Page, answers: ReadonlyMap<string, string>): Promise<void> {
  await toPart(page, 'octets');
  for (const [field, typed] of answers) {
    if (!field.startsWith('octets.')) continue;
    const [first = '', last] = typed.split('-');
    await page.locator(`.blackboard [data-octet="${first}"]`).click();
    if (last !== undefined) await page.locator(`.blackboard [data-octet="${last}"]`).click();
    await expect(page.locator('[data-marked]')).toHaveAttribute('data-marked', typed);
    await page.locator(`[data-confirm="${field.slice('octets.'.length)}"]`).click();
  }
}

async function setFlags(page: Page, answers: ReadonlyMap<string, string>): Promise<void> {
  await toPart(page, 'flags');
  for (const [field, typed] of answers) {
    if (!field.startsWith('flags.')) continue;
    for (const flag of flagsIn(typed) ?? []) {
      await page.locator(`[data-flag-octet="${field.slice('flags.'.length)}"] [data-set="${flag}"]`).click();
    }
  }
  await page.locator('[data-check="flags"]').click();
}

/** lab-02's three headers, after which the other parts open. */
export async function readHeaders(page: Page): Promise<void> {
  const answers = answersOf('lab-02-hex-and-relative');
  await fillValues(page, 'values', answers);
  await markOctets(page, answers);
  await fillValues(page, 'bare', answers);
}

/** No hand fills in a field in less than 200 ms, says the server: a script that wants to be believed thinks first. */
export const think = (page: Page): Promise<void> =>
  expect(page.locator('.thinking b')).toHaveText(/^(?:[7-9]|\d\d)/, { timeout: 20_000 });

/** From the first part to the last one; the result is on the screen then. */
export async function solve(page: Page, id: LabId): Promise<void> {
  const answers = answersOf(id);
  if (id === 'lab-01-two-tables') {
    await show(page, answers.get('filter') ?? '');
    await choosePacket(page, 5);
    await page.locator('[data-follow]').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await fillTable(page, 'opening', answers);
    await fillTable(page, 'closing', answers);
    await answerQuestions(page, answers);
  } else {
    await readHeaders(page);
    await fillValues(page, 'relative', answers);
    await setFlags(page, answers);
  }
  await page.locator('[data-to-result]').click();
}
