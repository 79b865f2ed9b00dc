import { describe, expect, test } from 'vitest';
import { misconceptionIds } from '../../../shared/judge/misconceptions.ts';
import { cardIds, cards, claimIds, whyIds } from '../../../shared/lessons/cards.ts';
import { coverage, leftOut, type Row } from '../../../shared/lessons/coverage.ts';
import { pageIds, pageOfFlag, pageOfState, pageOfTimer, pages } from '../../../shared/lessons/pages.ts';
import { pagesAbout, search, stateOf } from '../../../shared/lessons/search.ts';
import { levelIds } from '../../../shared/levels/ids.ts';
import { seeds } from '../../../shared/levels/level.ts';
import { clauses } from '../../../shared/tcp/clauses.ts';
import { states, timerNames } from '../../../shared/tcp/state.ts';

const locales = ['en', 'zh-CN'] as const;
const clauseIds = Object.keys(clauses).filter((id): id is keyof typeof clauses => id in clauses);
/** Where the player meets a row, in words. */
const placesOf = ({ levels, cards: deck, pages: book }: Row): string => [...levels, ...deck, ...book].join(', ');
/** Chinese text with an ASCII comma, colon, question mark or bracket where a full-width one belongs. */
const halfWidth = /[一-鿿][,:;?!(]|[,;?!)][一-鿿]/;

const count = (truth: string) => claimIds.filter((id) => cards[id].truth === truth).length;

describe('cards', () => {
  test('facts, myths and half truths are all there, and fewer than two thirds are myths', () => {
    expect([count('fact'), count('myth'), count('half')].every((n) => n >= 6)).toBe(true);
    expect(count('myth')).toBeLessThan((claimIds.length * 2) / 3);
    expect(whyIds.length).toBeGreaterThanOrEqual(9);
    console.info(`cards: ${claimIds.length} claims, ${whyIds.length} whys; pages: ${pageIds.length}`);
  });

  test.each(cardIds)('%s has two languages, a section and a level', (id) => {
    const card = cards[id];
    for (const locale of locales) {
      const { says, answer } = card[locale];
      expect(says.length).toBeLessThanOrEqual(130);
      expect(answer.length).toBeGreaterThan(10);
      expect(answer.length).toBeLessThanOrEqual(240);
    }
    expect(halfWidth.exec(card['zh-CN'].says + card['zh-CN'].answer)).toBeNull();
    expect(card.section).toMatch(/^(\d{4}|Wireshark)/);
    expect(card.levels.length).toBeGreaterThan(0);
    expect(card.seeds.every((seed) => seeds.includes(seed))).toBe(true);
  });
});

describe('pages', () => {
  test('one for each flag and each state, and all others that were asked for', () => {
    const kinds = Map.groupBy(pageIds, (id) => pages[id].kind);
    expect(kinds.get('flag')?.length).toBe(8);
    expect(kinds.get('state')?.length).toBe(11);
    // RFC 9293 3.1, figure 1, from top to bottom; and the one option that every connection has.
    expect(kinds.get('field')).toEqual(
      [
        'source-port',
        'destination-port',
        'sequence-number',
        'acknowledgment-number',
        'data-offset',
        'reserved',
        'control-bits',
        'window',
        'checksum',
        'urgent-pointer',
        'options',
        'mss-option',
        'data',
      ].map((field) => `field-${field}`),
    );
    expect(timerNames.map((timer) => pages[pageOfTimer[timer]].kind)).toEqual(timerNames.map(() => 'timer'));
    expect(kinds.get('attack')?.length).toBeGreaterThanOrEqual(6);
    expect(new Set(Object.values(pageOfFlag)).size + new Set(Object.values(pageOfState)).size).toBe(19);
  });

  test.each(pageIds)('%s', (id) => {
    const page = pages[id];
    for (const locale of locales) {
      expect(page[locale].title.length).toBeLessThanOrEqual(40);
      expect(page[locale].text.length).toBeGreaterThan(25);
      expect(page[locale].text.length).toBeLessThanOrEqual(320);
    }
    expect(halfWidth.exec(page['zh-CN'].title + page['zh-CN'].text)).toBeNull();
    expect(page.clauses.every((clause) => clause in clauses)).toBe(true);
    expect(search(page.en.title, 'en')[0]).toBe(id);
    expect(search(page['zh-CN'].title, 'zh-CN')[0]).toBe(id);
  });

  test('every clause that a verdict can name leads to a page', () => {
    expect(clauseIds.filter((id) => pagesAbout(id, null).length === 0)).toEqual([]);
  });

  test('every misconception leads to a page, and every level is on one', () => {
    expect(misconceptionIds.filter((id) => pagesAbout('ack-sent', id).length === 0)).toEqual([]);
    const there = new Set(pageIds.flatMap((id) => pages[id].levels));
    expect(levelIds.filter((id) => !there.has(id))).toEqual([]);
  });
});

describe('search', () => {
  test.each([
    ['SYN_SENT', 'SYN-SENT'],
    ['SYN_SEND', 'SYN-SENT'],
    ['SYN_SEN', 'SYN-SENT'],
    ['SYN_RCVD', 'SYN-RECEIVED'],
    ['SYN-RECV', 'SYN-RECEIVED'],
    ['SUN_RECV', 'SYN-RECEIVED'],
    ['ESTABLIHED', 'ESTABLISHED'],
    ['CLOSE_WAIT', 'CLOSE-WAIT'],
    ['CLOSR-WAT', 'CLOSE-WAIT'],
    ['close wait', 'CLOSE-WAIT'],
    ['FIN_WAIT1', 'FIN-WAIT-1'],
    ['time_wait', 'TIME-WAIT'],
    ['ＴＩＭＥ＿ＷＡＩＴ', 'TIME-WAIT'],
    ['CLOSE', 'CLOSED'],
    ['时间等待', 'TIME-WAIT'],
  ] as const)('%s is %s', (typed, state) => {
    expect(stateOf(typed)).toBe(state);
    expect(search(typed, 'en')).toContain(pageOfState[state]);
  });

  test('every state by its own name, and no other word', () => {
    expect(states.map((state) => stateOf(state))).toEqual(states);
    expect([stateOf('OPEN'), stateOf(''), stateOf('constructor')]).toEqual([null, null, null]);
  });

  test.each([
    ['四次挥手', 'zh-CN', 'four-wave-close'],
    ['半关闭', 'zh-CN', 'half-close'],
    ['序列号', 'zh-CN', 'field-sequence-number'],
    ['2MSL', 'en', 'timer-time-wait'],
    ['three way', 'en', 'three-way-handshake'],
    ['syn flood', 'en', 'attack-syn-flood'],
    ['ack number', 'en', 'field-acknowledgment-number'],
    ['RST', 'zh-CN', 'flag-rst'],
    ['telephone call', 'en', 'tcp-in-one-picture'],
    ['累积 确认', 'zh-CN', 'cumulative-ack'],
  ] as const)('%s (%s) finds %s', (query, locale, id) => {
    expect(search(query, locale).slice(0, 3)).toContain(id);
  });

  test('nothing finds nothing', () => {
    expect([search('', 'en'), search('  ', 'en'), search('zebra', 'en')]).toEqual([[], [], []]);
  });
});

describe('the source texts', () => {
  test('91 rows, each with a place, and every place exists', () => {
    expect(coverage.length).toBe(91);
    const perSeed = Map.groupBy(coverage, ({ seed }) => seed);
    expect([...perSeed].map(([seed, rows]) => [seed, rows.length])).toEqual([
      ['000', 23],
      ['001', 16],
      ['002', 19],
      ['003', 12],
      ['004', 21],
    ]);
  });

  test.each(coverage.map((row) => [`${row.seed}: ${row.claim}`, row.verdict, placesOf(row), row] as const))(
    '%s (%s) -> %s',
    (_, verdict, places, { levels, cards: deck, pages: book }) => {
      expect(places).not.toBe('');
      expect(levels.length).toBeGreaterThan(0);
      expect(
        levels.every((id) => levelIds.includes(id)) &&
          deck.every((id) => id in cards) &&
          book.every((id) => id in pages),
      ).toBe(true);
      // What a source text gets wrong or leaves out is a claim to believe or not.
      const claims = deck.filter((id) => cards[id].truth !== null);
      const wanted = verdict === 'wrong' || verdict === 'incomplete';
      expect(claims.length > 0 || !wanted).toBe(true);
      expect(claims.some((id) => cards[id].truth !== 'fact') || verdict !== 'wrong').toBe(true);
    },
  );

  test.each(Object.entries(leftOut))('%s, on which all of them are silent: %j', (_, ids) => {
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every((id) => cards[id].truth !== null)).toBe(true);
  });

  test('every claim card about a source text is the place of a row', () => {
    const used = new Set(coverage.flatMap((row) => row.cards));
    const unused = cardIds.filter((id) => !cards[id].seeds.includes('beyond') && !used.has(id));
    expect(unused).toEqual([]);
  });
});
