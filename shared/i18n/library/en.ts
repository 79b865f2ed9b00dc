/** The English texts around the library. */
import type { LibraryCatalogue } from './catalogue.ts';

const truthWords = {
  fact: 'It is a fact.',
  myth: 'It is a myth.',
  half: 'It is half true: a condition is missing.',
} as const;

export const en: LibraryCatalogue = {
  title: 'Library',
  lead: 'Look a word up, test a belief, or sit an exam. Nothing here is timed.',
  parts: { label: 'Parts of the library', pages: 'Encyclopedia', cards: 'Fact or myth', exam: 'Exam' },
  fetching: 'Fetching the exam…',

  shelf: {
    search: 'Search the encyclopedia',
    hint: 'Any spelling will do: SYN-RECEIVED, SYN_RCVD, syn rcvd.',
    clear: 'Clear',
    found: (count) => (count === 1 ? 'One page found.' : `${count} pages found.`),
    none: 'No page has this word. Try a flag, a field, a state or a timer.',
    kinds: {
      flag: 'Flags',
      field: 'Fields',
      state: 'States',
      timer: 'Timers',
      attack: 'Attacks',
      procedure: 'Procedures',
    },
  },
  page: {
    back: 'All pages',
    levels: 'Play it',
    related: 'See also',
    unknown: 'There is no such page',
    unknownLead: 'The address names a page that the library does not have.',
    kind: {
      flag: 'Flag',
      field: 'Field',
      state: 'State',
      timer: 'Timer',
      attack: 'Attack',
      procedure: 'Procedure',
    },
  },
  readMore: { link: 'Read more', opens: '(opens a new tab)' },

  cards: {
    lead: 'What people say of TCP. Believe it, or not; only this visit is counted.',
    place: (number, count) => `Card ${number} of ${count}`,
    ask: 'What is it?',
    say: { fact: 'Fact', myth: 'Myth', half: 'Half true' },
    judged: (right, truth) => `${right ? 'Right.' : 'Not quite.'} ${truthWords[truth]}`,
    show: 'Show the answer',
    next: 'Next card',
    tally: (right, answered) => `${right} of ${answered} right`,
    end: 'That was the last card',
    endLead: 'Shuffle them and they come in another order.',
    again: 'Shuffle and start again',
    levels: 'Play it',
  },

  exam: {
    lead: 'Exercises as in the 408 papers, each time with other numbers. Textbook and RFC answers both count.',
    place: (number, count) => `Exercise ${number} of ${count}`,
    topic: { open: 'Opening', close: 'Closing', data: 'Data', odd: 'Beyond the usual' },
    source: (source) => `after 408, ${source.replace('-', ', question ')}`,
    check: 'Check the answer',
    next: 'Next exercise',
    again: 'Start again with other numbers',
    marks: {
      right: 'right',
      textbook: 'right by the textbook',
      rfc: 'right by the RFC',
      wrong: 'not right',
    },
    answer: (answer) => `answer: ${answer}`,
    both: (textbook, rfc) => `textbook: ${textbook}; RFC: ${rfc}`,
    why: 'How it is found',
    levels: 'Play it',
    yes: 'yes',
    no: 'no',
    tally: (right, answered) => `${right} of ${answered} right`,
    end: 'That was the last exercise',
    endLead: 'They come again with other numbers whenever you like.',
  },
};
