/**
 * How a connection behaves, and when that is enough. Every frame and every request costs tokens, what is refused
 * costs most, and who has none left is cut: a player at full speed never gets there, a flooder does within a
 * second. Some budgets last longer than a connection, because a flooder reconnects: wrong room codes, new rooms and
 * floods of an address, and moves of a seat. Those of an address are for several classes behind it.
 */
import type { RefusalCode } from '../../shared/protocol/refusal.ts';
import type { RequestName } from '../../shared/protocol/request.ts';
import type { Clock } from '../clock.ts';
import type { AnyAnswer } from '../doors.ts';
import { type Bucket, type Measure, createBucket, createBuckets } from './bucket.ts';
import { rights } from './rights.ts';

/** Tokens of a connection. Whoever waits for answers and is mostly right gets along with a hundred a second. */
const patience: Measure = { most: 250, perSecond: 100 };
/** What a connection begins with where others of its address were cut lately: enough to come in and play. */
const shortPatience = 40;
/** So many of them. */
const floodsThere: Measure = { most: 20, perSecond: 1 };
const costs = { frame: 0.5, refused: 5, busy: 2, wrongMove: 0.5, perEvent: 0.02 } as const;

/** Wrong codes: of one connection (a person with a typo), and of an address (all persons of a school). */
const ownGuesses: Measure = { most: 30, perSecond: 0.5 };
const guessesThere: Measure = { most: 2000, perSecond: 40 };
/** New rooms, likewise. */
const ownRooms: Measure = { most: 100, perSecond: 2 };
const roomsThere: Measure = { most: 4000, perSecond: 20 };
const movesOfSeat: Measure = { most: 600, perSecond: 50 };

/** What addresses and seats have left. One for the server. */
export interface Budgets {
  readonly guesses: (address: string) => Bucket;
  readonly rooms: (address: string) => Bucket;
  readonly moves: (seat: string) => Bucket;
  readonly floods: (address: string) => Bucket;
}

export function createBudgets({ now }: Clock): Budgets {
  const guesses = createBuckets(guessesThere);
  const rooms = createBuckets(roomsThere);
  const moves = createBuckets(movesOfSeat);
  const floods = createBuckets(floodsThere);
  return {
    guesses: (address) => guesses(address, now()),
    rooms: (address) => rooms(address, now()),
    moves: (seat) => moves(seat, now()),
    floods: (address) => floods(address, now()),
  };
}

export interface Conduct {
  /** A frame has come; false: one too many. */
  readonly heard: () => boolean;
  /** Why a request is not even looked at; null: it is. */
  readonly whyNot: (name: RequestName, seat: string | null) => RefusalCode | null;
  /** What it got, also where it was refused before; false: enough. */
  readonly answered: (name: RequestName | null, answer: AnyAnswer) => boolean;
}

const isGuess = (name: RequestName | null): boolean => name === 'join' || name === 'resume';
/** Answers after which a guess stays taken, or was never taken. */
const keepsGuess: readonly RefusalCode[] = ['room/unknown', 'room/guessing'];

export function createConduct({ now }: Clock, budgets: Budgets, address: string): Conduct {
  const first = budgets.floods(address).has(1, now()) ? patience.most : shortPatience;
  const tokens = createBucket(patience, now(), first);
  const guesses = [createBucket(ownGuesses, now()), budgets.guesses(address)];
  const rooms = [createBucket(ownRooms, now()), budgets.rooms(address)];
  /** Takes one from each; false: one of them is empty. */
  const take = (buckets: readonly Bucket[]): boolean =>
    buckets.every((bucket) => bucket.has(1, now())) && buckets.every((bucket) => bucket.drain(1, now()));
  return {
    heard: () => tokens.drain(costs.frame, now()),
    whyNot(name, seat) {
      // What turns out to be no guess is given back: many are on the way at the same time.
      if (isGuess(name) && !take(guesses)) return 'room/guessing';
      if (name === 'create' && !take(rooms)) return 'server/busy';
      if (name === 'command' && seat !== null && !budgets.moves(seat).drain(1, now())) return 'server/busy';
      return null;
    },
    answered(name, answer) {
      if (isGuess(name) && (answer.ok || !keepsGuess.includes(answer.code)))
        for (const bucket of guesses) bucket.giveBack(1);
      return tokens.drain(costOf(name, answer), now());
    },
  };
}

function costOf(name: RequestName | null, answer: AnyAnswer): number {
  const price = name === null ? 0 : rights[name].price;
  if (!answer.ok) return price + (answer.code === 'server/busy' ? costs.busy : costs.refused);
  if ('verdict' in answer) return price + (answer.verdict === null ? 0 : costs.wrongMove);
  return price + ('history' in answer ? answer.history.length * costs.perEvent : 0);
}
