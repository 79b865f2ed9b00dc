/** The English texts around the levels. */
import type { LevelsCatalogue } from './catalogue.ts';

const segments = (count: number): string => (count === 1 ? 'one segment' : `${count} segments`);
const octets = (count: number): string => (count === 1 ? '1 octet' : `${count} octets`);

export const en: LevelsCatalogue = {
  title: 'Levels',
  lead: 'Eight worlds, from the first SYN to the exam. Play alone; your progress stays in this browser.',
  stars: (count, most) => `${count} of ${most} stars`,
  seconds: (count) => `${count}\u00a0s`,

  map: {
    world: (number, name) => `${number} ${name}`,
    worldStars: (stars, most) => `${stars} of ${most} stars in this world`,
    best: (seconds) => `best thinking time ${seconds}\u00a0s`,
    next: 'next',
    locked: 'locked',
    after: (title) => `opens after “${title}”`,
    go: (place, title) => `Play ${place}: ${title}`,
    all: 'Every level is won. Play any of them again.',
    deck: 'Exercises against the clock',
    home: 'Back to the start',
  },
  save: {
    title: 'Take your progress along',
    hint: 'A file has your stars, your times and what you master; no name. Taking one in keeps the better of both.',
    export: 'Save to a file',
    import: 'Take in a file',
    strange: {
      'not-json': 'This file has no progress of this game in it. Nothing was changed.',
      'not-progress': 'This file has no progress of this game in it. Nothing was changed.',
      'too-new': 'This file is from a newer version of the game. Reload the page and try again.',
      damaged: 'This file is damaged. Nothing was changed.',
    },
  },

  intro: {
    place: (world, place) => `${world} · level ${place}`,
    keep: 'You keep',
    ends: {
      client: 'the client; a bot keeps the server',
      server: 'the server; a bot keeps the client',
      both: 'both ends',
    },
    start: 'At the start',
    startOf: (who, state) => `${who} ${state}`,
    calls: 'Applications call',
    noCalls: 'nothing',
    callsOf: (who, calls) => `${who}: ${calls.join(', ')}`,
    octets: (call, count) => `${call} ${octets(count)}`,
    sea: 'The sea',
    script: ({ delay, lost, delayed, copied }) => {
      const faults = [
        ...(lost === 0 ? [] : [`${segments(lost)} lost`]),
        ...(delayed === 0 ? [] : [`${segments(delayed)} late`]),
        ...(copied === 0 ? [] : [`${segments(copied)} doubled`]),
      ];
      return `${delay} ms each way; ${faults.length === 0 ? 'nothing goes wrong' : faults.join(', ')}`;
    },
    strangers: (count) => `${segments(count)} from elsewhere`,
    stars: 'Stars',
    three: (seconds) => `no refused move, at most ${seconds}\u00a0s of thinking`,
    two: (seconds) => `at most one refused move, and ${seconds}\u00a0s`,
    one: 'won',
    best: 'Your best',
    bestSo: (stars, seconds) => `${stars}, ${seconds}\u00a0s of thinking`,
    begin: 'Begin',
    map: 'Back to the map',
    early: (title) => `On the map this level opens after “${title}”. With its address you may play it now.`,
  },

  ways: {
    title: 'Play it otherwise',
    sandbox: 'Sandbox',
    sandboxHint: 'Break any rule and see what the other end makes of it. No clock, no stars.',
    second: 'Second attempts',
    secondHint: 'The same lesson from another side. Mistakes count, stars do not.',
    plain: 'Play it for stars',
    tag: { sandbox: 'sandbox', second: 'second attempt' },
    sandboxOver: 'That is what came of it',
    sandboxReached: 'The goal of the level was reached all the same.',
    sandboxMissed: 'The level wanted something else:',
    secondWon: 'Done',
    notKept: 'A second attempt: what you avoided counts, its stars are not kept.',
  },

  bar: {
    level: 'Level',
    map: 'Back to the map',
    task: 'Task',
    restart: 'Restart',
    thinking: 'Thinking',
    thinkingHint: 'Counts only while a decision is yours.',
    hand: 'Your hand',
    asked: 'your move',
    nowAt: (who) => `You are at the ${who.toLowerCase()} now.`,
  },

  help: {
    title: 'Help',
    tryFirst: 'Try it yourself first; after one try there is help.',
    more: { 1: 'Ask me', 2: 'The rule', 3: 'The flags', 4: 'An example' },
    free: 'free',
    atMost: (stars) => `at most ${stars}`,
    firstTime: 'New here: an example',
  },

  result: {
    won: 'Won',
    why: {
      clean: (seconds, limit) =>
        `No refused move, and ${seconds}\u00a0s of thinking where ${limit}\u00a0s are allowed.`,
      slow: (seconds, limit) =>
        `No refused move, but ${seconds}\u00a0s of thinking. Three stars want at most ${limit}\u00a0s.`,
      oneRefused: 'One move was refused. Three stars want none.',
      moreRefused: (count) => `${count} moves were refused. Two stars allow one.`,
      verySlow: (seconds, limit) => `${seconds}\u00a0s of thinking. Two stars want at most ${limit}\u00a0s.`,
      helped: 'With help. More stars want less of it.',
    },
    useless: (count) => `${segments(count)} more than needed.`,
    points: (points, bonus) => (bonus === 0 ? `${points} points` : `${points} points, ${bonus} of them for speed`),
    record: 'Your shortest thinking time so far.',
    lesson: 'What it showed',
    next: (title) => `Next level: ${title}`,
    again: 'Play again, new numbers',
    againSame: 'Play again',
    map: 'Back to the map',
    deck: 'Exercises against the clock',
    last: 'That was the last level.',
    missed: 'Right moves, but not there',
    missedLead: 'Nothing more can happen, and the level wants something else. Every move was legal; try another way.',
    goals: 'Not reached',
    restart: 'Restart',
    replay: 'Watch the replay',
    goal: {
      state: (who, state) => `${who} in ${state}`,
      variable: (who, name, value) => `${who}: ${name} = ${value}`,
      received: (who, count) => `${who} has received ${octets(count)}`,
      sent: (count) => `${segments(count)} sent in all, not more and not fewer`,
      errors: (who, errors) =>
        errors.length === 0
          ? `${who}’s application is told of no error`
          : `${who}’s application is told: ${errors.join(', ')}`,
    },
  },

  machine: { try: 'Try this “why” on a machine', opens: '(opens a new tab)' },

  unknown: { title: 'There is no such level', lead: 'The address names a level that this game does not have.' },
};
