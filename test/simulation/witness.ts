/** Notes what the pages see and are promised, and says at once where a promise to a seat is broken. */
import type { Request } from '../../shared/protocol/request.ts';
import type { Browser } from './browser.ts';
import type { FromServer } from './line.ts';
import type { Reply } from './page.ts';
import type { World } from './world.ts';

export interface Heard {
  readonly page: string;
  readonly browser: string;
  readonly message: FromServer;
}

export interface Acknowledged {
  readonly browser: string;
  readonly command: Request<'command'>;
  /** The answer, as JSON. */
  readonly text: string;
}

export interface Witness {
  readonly heard: (page: string, browser: Browser, message: FromServer) => void;
  /** A seat was opened with this secret, and `next` was handed out. */
  readonly used: (browser: Browser, code: string, secret: string, next: string) => void;
  /** The newest secret of this browser was refused. */
  readonly lockedOut: (browser: Browser, code: string) => void;
  readonly leaves: (browser: Browser, code: string) => void;
  readonly answered: (browser: Browser, command: Request<'command'>, reply: Reply) => void;
  /** A secret that was replaced by one that has been used; null: there is none yet. */
  readonly worthless: (browser: Browser, code: string) => string | null;
  readonly all: readonly Heard[];
  readonly acknowledged: readonly Acknowledged[];
  /** Ids of commands whose answer was a last no. */
  readonly refused: ReadonlyMap<string, string>;
  /** Codes of all rooms that somebody got into. */
  readonly rooms: ReadonlySet<string>;
  /** The seats that the node knew each browser by. */
  readonly seats: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A no after which the page asks no more. */
const lastNo = new Set(['move/not-started', 'move/finished', 'move/not-yours', 'move/other-command']);

const key = (browser: Browser, code: string): string => `${browser.name} ${code}`;

export function openWitness(world: World): Witness {
  const all: Heard[] = [];
  const acknowledged: Acknowledged[] = [];
  const refused = new Map<string, string>();
  const seats = new Map<string, Set<string>>();
  const rooms = new Set<string>();
  const sat = new Set<string>();
  const parents = new Map<string, string>();
  const spent = new Map<string, string>();
  return {
    all,
    acknowledged,
    refused,
    rooms,
    seats,
    heard(page, browser, message) {
      all.push({ page, browser: browser.name, message });
      if (message.type !== 'answer') return;
      const answer = JSON.parse(message.text) as { readonly ok: boolean; readonly code?: string };
      if (!answer.ok || message.seat === null) return;
      const known = seats.get(browser.name) ?? new Set();
      seats.set(browser.name, known.add(message.seat));
      const isEntered = message.name === 'create' || message.name === 'join' || message.name === 'resume';
      if (!isEntered || answer.code === undefined) return;
      rooms.add(answer.code);
      sat.add(key(browser, answer.code));
    },
    used(browser, code, secret, next) {
      parents.set(next, secret);
      // What led to a secret that was used is worth nothing from then on.
      const parent = parents.get(secret);
      if (parent !== undefined) spent.set(key(browser, code), parent);
    },
    lockedOut(browser, code) {
      if (sat.has(key(browser, code))) world.blame(`${browser.name} is locked out of the own seat`);
    },
    leaves(browser, code) {
      sat.delete(key(browser, code));
      spent.delete(key(browser, code));
    },
    answered(browser, command, reply) {
      if (reply.ok) acknowledged.push({ browser: browser.name, command, text: reply.text });
      else if (lastNo.has(reply.code)) refused.set(command.id, reply.code);
    },
    worthless: (browser, code) => spent.get(key(browser, code)) ?? null,
  };
}
