/** The library: its addresses, what the search box finds, the deck of cards, the exam paper. */
import { describe, expect, test } from 'vitest';
import { type Deck, answer, cardInFront, deckFrom, next } from '../../client/library/deck.ts';
import {
  begin,
  check,
  exerciseInFront,
  isFilled,
  limitOf,
  nextExercise,
  paperFrom,
  tallies,
  tallyOf,
  type,
} from '../../client/library/paper.ts';
import { askedPaper, newPaper } from '../../client/library/seed.ts';
import { lookUp, pageAt, pagesNear, shelves } from '../../client/library/shelf.ts';
import { cardsAt, examAt, libraryOfPath, pathOfLibrary } from '../../client/state/libraryPath.ts';
import { libraryTexts } from '../../shared/i18n/library/texts.ts';
import { cardIds, cards } from '../../shared/lessons/cards.ts';
import { exerciseIds } from '../../shared/lessons/exam.ts';
import { pageIds } from '../../shared/lessons/pages.ts';

describe('addresses', () => {
  test.each(['', cardsAt, examAt, 'flag-syn'])('%o is found again', (at) => {
    expect(libraryOfPath(pathOfLibrary({ type: 'library', at }))).toEqual({ type: 'library', at });
  });

  test.each([
    ['/library/', ''],
    ['/library/flag-syn/', 'flag-syn'],
    ['/library/flag-syn/more', null],
    ['/levels', null],
    ['/', null],
  ])('%s names %o', (path, at) => {
    expect(libraryOfPath(path)?.at ?? null).toBe(at);
  });

  test('no page has the address of a deck', () => {
    expect([cardsAt, examAt].map(pageAt)).toEqual([null, null]);
  });
});

describe('the shelves', () => {
  test('hold every page once', () => {
    expect(shelves.flatMap(({ pages }) => pages).toSorted()).toEqual([...pageIds].toSorted());
  });

  test('lie open while nothing is typed', () => {
    expect(lookUp('  ', 'en')).toEqual({ type: 'all' });
  });

  test.each(['SUN_RECV', 'SYN_RCVD', 'syn received', 'SYN-RECEIVED'])('%s finds SYN-RECEIVED first', (typed) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const found = lookUp(typed, locale);
      expect(found.type === 'found' && found.pages[0]).toBe('state-syn-received');
    }
  });

  test('say so when nothing fits', () => {
    expect(lookUp('quetzalcoatl', 'en')).toEqual({ type: 'none' });
  });

  test('no page is its own neighbour, and the nearest states of a close stand together', () => {
    for (const id of pageIds) expect(pagesNear(id)).not.toContain(id);
    expect(pagesNear('state-time-wait')).toContain('timer-time-wait');
    expect(pagesNear('state-time-wait', 2)).toHaveLength(2);
  });
});

/** The deck with the first card of this kind in front. */
function deckAt(truth: 'fact' | 'myth' | 'half' | null): Deck {
  const id = cardIds.find((one) => cards[one].truth === truth);
  return deckFrom(1, id === undefined ? [] : [id]);
}

describe('the deck', () => {
  test('has every card once, in the order of its seed', () => {
    expect([...deckFrom(7).order].toSorted()).toEqual([...cardIds].toSorted());
    expect(deckFrom(7).order).toEqual(deckFrom(7).order);
    expect(deckFrom(7).order).not.toEqual(deckFrom(8).order);
  });

  test.each(['fact', 'myth', 'half'] as const)('a %s is right as what it is, and wrong as anything else', (truth) => {
    for (const said of ['fact', 'myth', 'half'] as const) {
      expect(answer(deckAt(truth), said)).toMatchObject({ said, answered: 1, right: said === truth ? 1 : 0 });
    }
  });

  test('an answer stands', () => {
    const said = answer(deckAt('myth'), 'fact');
    expect(answer(said, 'myth')).toBe(said);
  });

  test('a question is turned over and not counted; a claim cannot be turned', () => {
    expect(answer(deckAt(null), 'turned')).toMatchObject({ said: 'turned', answered: 0, right: 0 });
    expect(answer(deckAt(null), 'fact').said).toBeNull();
    expect(answer(deckAt('fact'), 'turned').said).toBeNull();
  });

  test('goes on after an answer only, and ends behind the last card', () => {
    const first = deckAt('fact');
    expect(next(first)).toBe(first);
    const past = next(answer(first, 'fact'));
    expect(cardInFront(past)).toBeNull();
    expect(answer(past, 'fact')).toBe(past);
    expect(past).toMatchObject({ said: null, answered: 1, right: 1 });
  });
});

describe('the exam paper', () => {
  test('begins with its cover', () => {
    expect(paperFrom(7)).toMatchObject({ seed: 7, begun: false, outcomes: [] });
    expect(begin(paperFrom(7)).begun).toBe(true);
  });

  test('wants every box filled before it is checked, and then it stands', () => {
    const paper = paperFrom(0);
    expect(check(paper, 1)).toBe(paper);
    const filled = type(paper, 0, ' 1000 ');
    expect(isFilled(filled)).toBe(true);
    const marked = check(filled, 1);
    expect(marked.marks).toEqual(['right']);
    expect(tallyOf(marked.outcomes)).toMatchObject({ answered: 1, right: 1 });
    expect(type(marked, 0, '1')).toBe(marked);
    expect(check(marked, 1)).toBe(marked);
  });

  test('counts the answer of the textbook and that of the RFC, and no other', () => {
    const at = exerciseIds.indexOf('flag-count');
    const paper = { ...paperFrom(0), at, typed: [''] };
    const marked = (text: string) => check(type(paper, 0, text), 1);
    expect([marked('6').marks, marked('8').marks, marked('7').marks]).toEqual([['textbook'], ['rfc'], ['wrong']]);
    expect(['6', '8', '7'].map((text) => marked(text).outcomes[0]?.right)).toEqual([true, true, false]);
  });

  test('a minute for one box, half a minute for each further one; late is right, but late', () => {
    const paper = type(paperFrom(0), 0, '1000');
    expect(paper.exercises.slice(0, 2).map(limitOf)).toEqual([60_000, 120_000]);
    expect(check(paper, 60_000).outcomes).toEqual([{ topic: 'data', right: true, spent: 60_000, inTime: true }]);
    const late = check(paper, 60_001).outcomes;
    expect(tallyOf(late)).toEqual({ answered: 1, right: 1, inTime: 0, spent: 60_001 });
  });

  test('goes through all exercises, each with empty boxes of its own, and tells of each topic', () => {
    let paper = begin(paperFrom(3));
    for (const id of exerciseIds) {
      const exercise = exerciseInFront(paper);
      expect(exercise?.id).toBe(id);
      expect(paper.typed).toEqual(exercise?.fields.map(() => ''));
      exercise?.fields.forEach(({ rfc }, n) => {
        paper = type(paper, n, rfc);
      });
      paper = nextExercise(check(paper, 10_000));
    }
    expect(exerciseInFront(paper)).toBeNull();
    expect(tallyOf(paper.outcomes)).toMatchObject({ answered: exerciseIds.length, right: exerciseIds.length });
    const by = tallies(paper);
    expect(by.map(([topic]) => topic)).toEqual(['open', 'close', 'data', 'odd']);
    expect(by.reduce((sum, [, { answered }]) => sum + answered, 0)).toBe(exerciseIds.length);
  });

  test('has a number that can be read out, and a link asks for it', () => {
    const numbers = Array.from({ length: 50 }, newPaper);
    expect(numbers.every((number) => number >= 1 && number <= 9999)).toBe(true);
    expect(['?paper=408', '?paper=0', '?paper=x', '?paper=12345', ''].map(askedPaper)).toEqual([
      408,
      0,
      null,
      null,
      null,
    ]);
  });
});

describe('the words', () => {
  test('Chinese has full-width punctuation', () => {
    const { shelf, cards: words, exam } = libraryTexts['zh-CN'];
    const said = [shelf.hint, shelf.found(2), words.tally(1, 2), exam.both('6', '8'), exam.source('2022-39')];
    for (const text of said) expect(text).not.toMatch(/[一-鿿][,.:;!?]|[,:;!?][一-鿿]/);
    expect(exam.source('2022-39')).toBe('仿 408 真题 2022 年第 39 题');
  });
});
