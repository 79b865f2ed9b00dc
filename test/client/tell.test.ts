import { describe, expect, test } from 'vitest';
import { type Teller, moveWords, tell } from '../../client/text/tell.ts';
import { ratesText } from '../../client/text/rates.ts';
import type { MatchEvent } from '../../shared/game/event.ts';
import { chooseLocale, texts } from '../../shared/i18n/texts.ts';
import { locales } from '../../shared/protocol/locale.ts';
import { header } from './story.ts';

const clause = 'open-active';
const syn = header({ seq: 1000 });
const events: readonly MatchEvent[] = [
  { at: 0, type: 'started' },
  { at: 0, type: 'sent', host: 'client', flight: 1, header: syn, retransmission: false, delay: 100, ghost: false },
  { at: 0, type: 'sent', host: 'client', flight: 1, header: syn, retransmission: true, delay: 100, ghost: false },
  { at: 0, type: 'duplicated', host: 'client', flight: 2, copyOf: 1, delay: 100 },
  { at: 0, type: 'lost', host: 'client', flight: 1 },
  { at: 0, type: 'lost', host: 'client', flight: 99 },
  { at: 0, type: 'arrived', host: 'server', flight: 1, header: syn },
  { at: 0, type: 'called', host: 'client', call: { call: 'SEND', text: 'hello', len: 5 } },
  { at: 0, type: 'expired', host: 'client', timer: 'retransmission' },
  { at: 0, type: 'changed', host: 'client', from: 'CLOSED', to: 'SYN-SENT', clause },
  { at: 0, type: 'ignored', host: 'server', flight: 1, clause },
  { at: 0, type: 'delivered', host: 'server', text: 'hello', len: 5 },
  { at: 0, type: 'signalled', host: 'client', signal: 'reset', clause },
  { at: 0, type: 'waited', host: 'client' },
  {
    at: 0,
    type: 'refused',
    host: 'client',
    move: { type: 'send', flags: ['SYN'], seq: 1001, ack: null, payload: null },
    verdict: { field: 'seq', given: 1001, wanted: 1000, clause, expected: [], misconceptions: [] },
  },
  { at: 0, type: 'finished', closed: true },
];

describe.each(locales)('%s', (locale) => {
  const teller: Teller = {
    t: texts[locale],
    locale,
    bases: { client: 1000, server: null },
    form: 'absolute',
    flight: (id) => (id === 99 ? null : { header: syn, from: 'client' }),
  };

  test.each(events.map((event, i) => [i, event.type, event] as const))('%d: %s has a sentence', (n, _type, event) => {
    const sentence = tell({ ...event, n }, teller);
    expect(sentence).toMatch(/[.。]$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('a move has words', () => {
    expect(moveWords({ type: 'wait' }, 'client', teller)).toBe(texts[locale].end.waited);
    const move = { type: 'send', flags: ['SYN'], seq: 1000, ack: null, payload: null } as const;
    expect(moveWords(move, 'client', teller)).toContain('SYN');
  });

  test.each([
    ['OPEN', 'active', 20, '20'],
    ['RECEIVE', '', 100, '100'],
    ['OPEN', 'passive', 0, 'OPEN'],
    ['CLOSE', '', 0, 'CLOSE'],
  ] as const)('%s %s with %i octets quotes nothing', (call, text, len, said) => {
    const sentence = tell({ at: 0, n: 0, type: 'called', host: 'client', call: { call, text, len } }, teller);
    expect(sentence).toContain(said);
    expect(sentence).not.toMatch(/[“”]|active|passive/);
  });

  test('the rates are printed', () => {
    expect(ratesText('stormy', texts[locale])).toContain('30');
    expect(ratesText('calm', texts[locale])).toContain('100 ms');
  });
});

test('the browser’s first known language decides', () => {
  expect(chooseLocale(['zh-TW', 'en'])).toBe('zh-CN');
  expect(chooseLocale(['de-DE', 'zh-Hans-CN'])).toBe('zh-CN');
  expect(chooseLocale(['de', 'en-GB', 'zh'])).toBe('en');
  expect(chooseLocale([])).toBe('en');
});

test('Chinese sentences use full-width punctuation', () => {
  const chinese = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(chinese)
        : [];
  for (const text of chinese(texts['zh-CN'])) expect(text).not.toMatch(/[\u4E00-\u9FFF][,:;?!]|[,:;?!][\u4E00-\u9FFF]/);
});

test.each([
  ['9293 3.5', 'RFC 9293, section 3.5', 'RFC 9293 第 3.5 节'],
  ['9293 3.5, figures 6 and 7', 'RFC 9293, section 3.5, figures 6 and 7', 'RFC 9293 第 3.5 节，图 6、7'],
  [
    '9293 3.10.7.4; 5961 4',
    'RFC 9293, section 3.10.7.4; RFC 5961, section 4',
    'RFC 9293 第 3.10.7.4 节；RFC 5961 第 4 节',
  ],
])('%s is quoted in both languages', (place, en, zh) => {
  expect(texts.en.verdict.section(place)).toBe(en);
  expect(texts['zh-CN'].verdict.section(place)).toBe(zh);
});
