/** What a player has learnt, and boards, in English. */
import type { ProgressCatalogue } from './catalogue.ts';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const inDays = (days: number): string => (days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);

export const en: ProgressCatalogue = {
  help: {
    steps: 'Steps of help',
    step: { 0: 'Look', 1: 'Ask', 2: 'Rule', 3: 'Flags', 4: 'Example' },
    noCredit: 'From the rule on, this decision earns no credit for mastery.',
    marked: (places) => `Marked on the screen: ${places}.`,
    and: ', ',
    place: {
      state: 'your state',
      arrived: 'what arrived',
      orders: 'the application’s orders',
      timers: 'the timers',
      flags: 'the flags',
      seq: 'seq',
      ack: 'ack',
      payload: 'the payload',
      wait: 'Wait',
    },
    reasoning: 'How to get there',
    myTurn: 'My turn',
  },

  compare: {
    title: 'Your first move, and the RFC’s',
    lead: 'This level asked you why. Before the stars: where did your thinking and the RFC part?',
    decision: (n, who, state) => `${n}. ${who} in ${state}`,
    own: 'You',
    right: 'RFC 9293',
    same: 'the same',
    different: 'different',
    done: 'Compared. To the result',
  },

  run: {
    title: 'At the server',
    sending: 'The server is playing your moves once more …',
    verified: 'Verified: the server played your moves once more and came to the same result.',
    place: (place) => `Place ${place} on the board.`,
    notBest: 'An earlier run of yours was better; that one stays on the board.',
    crowded: 'A thousand runs are better, so it has no line on the board.',
    waiting:
      'No line to the server. This run waits in your browser, and goes out when the server is back (a day at most).',
    alone: 'Played without the server, so nobody could check it. It counts here, but not on the board.',
    long: 'So many steps do not fit into one message. It counts here, but not on the board.',
    refused: (why) => `Not on the board. ${why}`,
    pending: (runs) => `${count(runs, 'run waits', 'runs wait')} for the server.`,
  },

  board: {
    title: 'Best verified runs',
    hint: 'Of the last 30 days, one for each player. Errors cost more than time ever gives.',
    place: 'Place',
    name: 'Name',
    points: 'Points',
    thinking: 'Thinking',
    you: 'you',
    empty: 'Nobody stands here yet. The first line is free.',
    offline: 'The board is at the server, and there is no line to it now.',
    loading: 'Fetching the board …',
    all: (lines) => `Show all ${lines}`,
  },

  name: {
    title: 'You on the boards',
    as: (name) => `You stand there as “${name}”.`,
    nobody: 'You have no name there yet. Your first verified run brings one.',
    change: 'Another name',
    label: 'Your name on the boards',
    hint: '2 to 20 letters or digits. It need not be yours: an albatross will do.',
    take: 'Take this name',
    draw: 'Draw one',
    taken: (name) => `You are “${name}” now, on every board.`,
    forget: 'Delete my results',
    forgetAsk: 'Delete your name and all your runs from every board? Your stars in this browser stay.',
    forgetYes: 'Delete them',
    keep: 'Keep them',
    forgotten: (runs) =>
      runs === 0
        ? 'There was nothing of you at the server.'
        : `${count(runs, 'run', 'runs')} deleted. The boards have forgotten you.`,
    words: null,
  },

  mastery: {
    title: 'What you master',
    lead: 'Forty mistakes that people make with TCP. Avoid one three times in a row, in two levels, on two days, and it is yours.',
    link: 'What you master',
    all: 'all',
    show: 'Show',
    colour: { red: 'slipped lately', amber: 'on the way', green: 'mastered', grey: 'not met yet' },
    group: {
      opening: 'Opening',
      resets: 'Resets',
      flags: 'Flags',
      closing: 'Closing',
      timing: 'When to send, when to wait',
      seq: 'The sequence number',
      ack: 'The acknowledgment',
    },
    none: 'None of these.',
    box: (box) => `box ${box} of 5`,
    due: (days) => `due ${inDays(days)}`,
    section: (section) => `RFC ${section}`,
    practise: 'Practise it in',
    practiseLater: (title) => `The first level that asks it is “${title}”; the map leads there.`,
    oneLevel: 'Only one level has it. The daily three count as the second.',
    map: 'To the map',
  },

  daily: {
    title: 'Daily three',
    lead: 'Up to three single decisions from what you have met, with fresh numbers. A few minutes; no clock, no stars.',
    link: 'Daily three',
    left: (n) => `${n} left`,
    asks: (n) => (n === 1 ? 'One decision is due today.' : `${n} decisions are due today.`),
    begin: 'Begin',
    goOn: 'Go on',
    count: (n, of) => `${n} of ${of}`,
    never: 'Nothing can come back yet. Play a level or two; what you meet there returns here.',
    none: 'Nothing is due today. Let it rest.',
    done: 'Done for today.',
    next: (days) => `The next one is due ${inDays(days)}.`,
    calm: 'A day left out costs nothing: what is due simply waits.',
    bar: 'Daily three',
    leave: 'Leave it for now',
    right: 'Right, at once and alone. It rests longer now.',
    rightLate: 'Right in the end. It comes back a little sooner, that is all.',
    rightHelped: 'Right, though not at once, alone and unhurried: it counts neither way, and comes back soon.',
    further: 'Next one',
    finish: 'That was it',
    answered: 'answered',
    open: 'open',
  },

  save: {
    taken: (levels, skills) =>
      `Taken in: ${count(levels, 'level', 'levels')} won, ${count(skills, 'mistake', 'mistakes')} met. The better of both is kept.`,
    reset: 'Start over',
    resetAsk: 'Delete stars, times and everything you master from this browser? Only a saved file brings it back.',
    resetYes: 'Delete it all',
    resetNo: 'Keep it',
    resetDone: 'Deleted. A calm sea, and nothing on it.',
  },
};
