/**
 * A student at the page: reads the panels like everybody else and answers by the textbook. What the textbook does
 * not cover (an old duplicate, say) it learns from the refusal. Used by the browser tests to play whole matches.
 */
import type { Locator, Page } from '@playwright/test';

export interface Answer {
  /** null: wait. */
  readonly flags: readonly string[] | null;
  readonly seq?: number | undefined;
  readonly ack?: number | undefined;
  /** The payload option's offset in the stream, and its length where there are several. */
  readonly offset?: string | undefined;
  readonly length?: number | undefined;
}

interface Sight {
  readonly owed: boolean;
  readonly finished: boolean;
  readonly state: string;
  readonly vars: Readonly<Record<string, number>>;
  readonly triggers: readonly Readonly<Record<string, string>>[];
  readonly payloads: readonly Readonly<Record<string, string>>[];
  readonly expired: readonly string[];
}

/** Everything that the panels show, in one look. */
export const look = (page: Page): Promise<Sight> =>
  page.evaluate(() => {
    const data = (element: Element): Record<string, string> =>
      Object.fromEntries(Object.entries((element as HTMLElement).dataset).map(([name, value]) => [name, value ?? '']));
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
    const vars = all('.hand [data-var][data-value]').map(data);
    return {
      owed: document.querySelector('[data-owed="true"]') !== null,
      finished: document.querySelector('main.end') !== null,
      state: vars.find(({ var: name }) => name === 'STATE')?.['value'] ?? '',
      vars: Object.fromEntries(vars.map(({ var: name, value }) => [name, Number(value)])),
      triggers: all('li[data-trigger]').map(data),
      payloads: all('[data-offset]').map(data),
      expired: all('[data-timer][data-expired="true"]').map((element) => data(element)['timer'] ?? ''),
    };
  });

/** What the textbook says, best first. */
function answers(sight: Sight): readonly Answer[] {
  const { state, vars, triggers, payloads, expired } = sight;
  const [nxt, una, rcv, iss] = ['SND.NXT', 'SND.UNA', 'RCV.NXT', 'ISS'].map((name) => vars[name]);
  const last = triggers.findLast(({ trigger }) => trigger === 'arrived');
  const ack: Answer = { flags: ['ACK'], seq: nxt, ack: rcv };
  const wait: Answer = { flags: null };
  if (state === 'CLOSED') {
    return last?.['ack'] === undefined ? [wait] : [{ flags: ['RST'], seq: Number(last['ack']) }, wait];
  }
  if (state === 'SYN-SENT') {
    return nxt === iss || expired.includes('retransmission') ? [{ flags: ['SYN'], seq: iss }] : [wait];
  }
  const synAck: Answer = { flags: ['SYN', 'ACK'], seq: iss, ack: rcv };
  if (state === 'SYN-RECEIVED') return nxt === iss || expired.includes('retransmission') ? [synAck, wait] : [ack, wait];
  if (expired.includes('retransmission')) {
    const old = payloads.find(({ unsent }) => unsent === 'false');
    if (old !== undefined) return [{ flags: ['ACK'], seq: Number(old['seq']), ack: rcv, offset: old['offset'] }];
    return [{ flags: ['FIN', 'ACK'], seq: una, ack: rcv }, ack, wait];
  }
  const fresh = payloads.find(({ unsent }) => unsent === 'true');
  if (fresh !== undefined) return [{ flags: ['ACK'], seq: nxt, ack: rcv, offset: fresh['offset'] }, ack, wait];
  if (triggers.some(({ call }) => call === 'CLOSE')) return [{ flags: ['FIN', 'ACK'], seq: nxt, ack: rcv }, ack, wait];
  const takesNumbers = triggers.some(({ flags, len }) => /SYN|FIN/.test(flags ?? '') || Number(len ?? 0) > 0);
  return takesNumbers ? [ack, wait] : [wait, ack];
}

const setFlags = async (composer: Locator, flags: readonly string[]): Promise<void> => {
  for (const button of await composer.locator('[data-flag]').all()) {
    const wanted = flags.includes((await button.getAttribute('data-flag')) ?? '');
    if (((await button.getAttribute('aria-pressed')) === 'true') !== wanted) await button.click();
  }
};

/** Fills the composer and sends, or waits. */
export async function submit(page: Page, { flags, seq, ack, offset, length }: Answer): Promise<void> {
  const composer = page.locator('#composer');
  if (flags === null) {
    await composer.locator('#wait').click();
    return;
  }
  await setFlags(composer, flags);
  await composer.locator('#seq').fill(seq === undefined ? '' : String(seq));
  await composer.locator('#ack').fill(ack === undefined ? '' : String(ack));
  const cut = length === undefined ? '' : `[data-length="${length}"]`;
  const choice = offset === undefined ? '[data-payload="none"]' : `[data-offset="${offset}"]${cut}`;
  await composer.locator(choice).first().click();
  await composer.locator('#send').click();
}

/** How many moves the page saw answered, and how many of them were right. */
export const tally = (page: Page): Promise<{ readonly answered: number; readonly accepted: number }> =>
  page.evaluate(() => {
    const composer = document.querySelector<HTMLElement>('#composer');
    return {
      answered: Number(composer?.dataset['answered'] ?? -1),
      accepted: Number(composer?.dataset['accepted'] ?? -1),
    };
  });

/** Whether the answer that was just given was right; the end of the match says so too. */
async function wasRight(
  page: Page,
  before: { readonly answered: number; readonly accepted: number },
): Promise<boolean> {
  await page.waitForFunction(
    (answered) => {
      const composer = document.querySelector<HTMLElement>('#composer');
      return composer === null || Number(composer.dataset['answered']) > answered;
    },
    before.answered,
    { timeout: 20_000 },
  );
  const { accepted } = await tally(page);
  return accepted === -1 || accepted > before.accepted;
}

/** Plays one end until the match has ended; returns how many answers it gave. */
export async function playToTheEnd(page: Page, most = 120): Promise<number> {
  let tried = 0;
  let losses = 0;
  for (let given = 0; given < most;) {
    const sight = await look(page);
    if (sight.finished) return given;
    if (!sight.owed) {
      await page.waitForSelector('[data-owed="true"], main.end', { timeout: 30_000 });
      continue;
    }
    const answer = answers(sight)[tried];
    if (answer === undefined) {
      // With the live clock the sea moves on while one thinks: look again, but not for ever.
      losses += 1;
      tried = 0;
      if (losses > 4) throw new Error(`the student is at a loss: ${JSON.stringify(sight)}`);
      continue;
    }
    const before = await tally(page);
    await submit(page, answer);
    given += 1;
    tried = (await wasRight(page, before)) ? 0 : tried + 1;
  }
  throw new Error(`not over after ${most} answers`);
}
