/**
 * A student at the page: reads the panels like everybody else and answers by the textbook. What the textbook does
 * not cover (an old duplicate, say) it learns from the refusal. Used by the browser tests to play whole matches.
 */
import type { Locator, Page } from '@playwright/test';

interface Answer {
  /** null: wait. */
  readonly flags: readonly string[] | null;
  readonly seq?: number | undefined;
  readonly ack?: number | undefined;
  /** The payload option's offset in the stream. */
  readonly offset?: string | undefined;
}

interface Sight {
  readonly owed: boolean;
  readonly finished: boolean;
  readonly state: string;
  readonly vars: Readonly<Record<string, number>>;
  readonly triggers: readonly Readonly<Record<string, string>>[];
  readonly payloads: readonly Readonly<Record<string, string>>[];
  readonly expired: readonly string[];
  readonly refused: boolean;
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
      refused: document.querySelector('article.verdict') !== null,
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
export async function submit(page: Page, { flags, seq, ack, offset }: Answer): Promise<void> {
  const composer = page.locator('#composer');
  if (flags === null) {
    await composer.locator('#wait').click();
    return;
  }
  await setFlags(composer, flags);
  await composer.locator('#seq').fill(seq === undefined ? '' : String(seq));
  await composer.locator('#ack').fill(ack === undefined ? '' : String(ack));
  const choice = offset === undefined ? '[data-payload="none"]' : `[data-offset="${offset}"]`;
  await composer.locator(choice).first().click();
  await composer.locator('#send').click();
}

/** Plays one end until the match has ended; returns how many answers it gave. */
export async function playToTheEnd(page: Page, most = 120): Promise<number> {
  let given = 0;
  let tried = 0;
  let before = '';
  for (;;) {
    const sight = await look(page);
    if (sight.finished) return given;
    if (!sight.owed) {
      await page.waitForSelector('[data-owed="true"], main.end', { timeout: 30_000 });
      continue;
    }
    const situation = JSON.stringify([sight.state, sight.vars, sight.triggers, sight.payloads]);
    tried = situation === before && sight.refused ? tried + 1 : 0;
    before = situation;
    const answer = answers(sight)[tried];
    if (answer === undefined || given >= most) throw new Error(`the student is at a loss: ${JSON.stringify(sight)}`);
    await submit(page, answer);
    given += 1;
    await page
      .waitForFunction(
        (shown) =>
          document.querySelector('main.end, article.verdict') !== null ||
          document.querySelector('[data-owed="true"]') === null ||
          shown !== document.querySelector('.triggers')?.textContent,
        await page
          .locator('.triggers')
          .textContent({ timeout: 1000 })
          .catch(() => ''),
        { timeout: 5000 },
      )
      .catch(() => undefined);
  }
}
