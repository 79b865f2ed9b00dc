/** The library: its addresses, what the search box finds, the deck of cards, the exam paper. */
import { describe, expect, test } from 'vitest';
import { type Deck, answer, cardInFront, deckFrom, next } from '../../client/library/deck.ts';
import { check, exerciseInFront, isFilled, nextExercise, paperFrom, type } from '../../client/library/paper.ts';
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
  test('wants every box filled before it is checked, and then it stands', () => {
    const paper = paperFrom(0);
    expect(check(paper)).toBe(paper);
    const filled = type(paper, 0, ' 1000 ');
    expect(isFilled(filled)).toBe(true);
    const marked = check(filled);
    expect(marked).toMatchObject({ marks: ['right'], answered: 1, right: 1 });
    expect(type(marked, 0, '1')).toBe(marked);
    expect(check(marked)).toBe(marked);
  });

  test('counts the answer of the textbook and that of the RFC, and no other', () => {
    const at = exerciseIds.indexOf('flag-count');
    const paper = { ...paperFrom(0), at, typed: [''] };
    const marked = (text: string) => check(type(paper, 0, text));
    expect(marked('6')).toMatchObject({ marks: ['textbook'], right: 1 });
    expect(marked('8')).toMatchObject({ marks: ['rfc'], right: 1 });
    expect(marked('7')).toMatchObject({ marks: ['wrong'], right: 0, answered: 1 });
  });

  test('goes through all exercises, each with empty boxes of its own', () => {
    let paper = paperFrom(3);
    for (const id of exerciseIds) {
      const exercise = exerciseInFront(paper);
      expect(exercise?.id).toBe(id);
      expect(paper.typed).toEqual(exercise?.fields.map(() => ''));
      exercise?.fields.forEach(({ rfc }, n) => {
        paper = type(paper, n, rfc);
      });
      paper = nextExercise(check(paper));
    }
    expect(exerciseInFront(paper)).toBeNull();
    expect(paper).toMatchObject({ answered: exerciseIds.length, right: exerciseIds.length });
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
