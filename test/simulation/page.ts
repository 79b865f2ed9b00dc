/**
 * A tab of a player's browser: what `client/state/seat.ts`, `outbox.ts` and `net/socket.ts` do, without a screen. It
 * pursues one intent whenever a line opens, and one move keeps its id until an answer comes.
 */
import type { Entered, Snapshot, Update } from '../../shared/protocol/answer.ts';
import type { Request, RequestName } from '../../shared/protocol/request.ts';
import type { Move } from '../../shared/judge/move.ts';
import type { Verdict } from '../../shared/judge/verdict.ts';
import type { Browser } from './browser.ts';
import type { FromServer, PageEnd, PageSide } from './line.ts';
import type { Witness } from './witness.ts';
import type { World } from './world.ts';

/** A good answer, a refusal, or `silence`: nobody knows whether the server acted. */
export type Reply = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly code: string };

const silence: Reply = { ok: false, code: 'silence' };
/** Milliseconds after which an answer is given up. */
const patience = 5000;
const passing = new Set(['silence', 'server/closing', 'server/busy', 'server/cannot-save']);
const passingMove = new Set([...passing, 'server/failed', 'protocol/not-seated']);

type Intent =
  | { readonly type: 'create'; readonly request: Request<'create'> }
  | { readonly type: 'open'; readonly code: string };

interface Letter {
  readonly command: Request<'command'>;
  asks: number;
}

export interface Page {
  readonly name: string;
  readonly create: (request: Request<'create'>) => void;
  readonly open: (code: string) => void;
  readonly submit: (move: Move) => void;
  readonly ask: (name: RequestName, content: object) => Promise<Reply>;
  readonly close: () => void;
  readonly cut: () => void;
  readonly state: PageState;
}

export interface PageState {
  place: 'start' | 'entering' | 'inside' | 'superseded' | 'failed';
  code: string | null;
  session: Snapshot | null;
  outgoing: Letter | null;
  /** What the judge said to the last move. */
  verdict: Verdict | null;
  isClosed: boolean;
}

export interface PageParts {
  readonly name: string;
  readonly browser: Browser;
  readonly witness: Witness;
  readonly dial: (side: PageSide) => void;
  readonly isSentTwice: () => boolean;
}

export function openPage(world: World, { name, browser, witness, dial, isSentTwice }: PageParts): Page {
  const state: PageState = {
    place: 'start',
    code: null,
    session: null,
    outgoing: null,
    verdict: null,
    isClosed: false,
  };
  const waiting = new Map<number, (reply: Reply) => void>();
  let line: PageEnd | null = null;
  let intent: Intent | null = null;
  let isPursuing = false;
  let isAsking = false;
  let asked = 0;
  let dials = 0;

  const ask = (request: RequestName, content: object): Promise<Reply> =>
    new Promise((resolve) => {
      if (line === null) return resolve(silence);
      const n = (asked += 1);
      waiting.set(n, resolve);
      world.note(`${name} asks ${n} ${request} ${JSON.stringify(content)}`);
      line.ask({ n, name: request, text: JSON.stringify(content) });
      world.after(patience, () => settleAsk(n, silence));
    });
  const settleAsk = (n: number, reply: Reply): void => {
    const resolve = waiting.get(n);
    waiting.delete(n);
    resolve?.(reply);
  };

  const hear = (message: FromServer): void => {
    if (state.isClosed) return;
    world.note(`${name} hears ${message.type} ${message.name} ${message.text}`);
    witness.heard(name, browser, message);
    if (message.type === 'answer') {
      const { ok, code } = JSON.parse(message.text) as { readonly ok: boolean; readonly code: string };
      return settleAsk(message.n, ok ? { ok, text: message.text } : { ok, code });
    }
    if (message.name === 'update' && message.text !== null) takeUpdate(JSON.parse(message.text) as Update);
    if (message.name === 'snapshot' && message.text !== null) takeSnapshot(JSON.parse(message.text) as Snapshot);
    if (message.name === 'superseded' && state.place !== 'entering') {
      intent = null;
      if (state.place === 'inside') state.place = 'superseded';
    }
  };
  const takeSnapshot = (snapshot: Snapshot): void => {
    if (state.session?.match !== snapshot.match) state.verdict = null;
    state.session = snapshot;
  };
  const takeUpdate = (update: Update): void => {
    const { session } = state;
    if (session === null || update.match !== session.match || update.version <= session.version) return;
    const last = session.history.at(-1)?.n ?? -1;
    const history = [...session.history, ...update.events.filter(({ n }) => n > last)];
    state.session = { ...session, version: update.version, rate: update.rate, view: update.view, history };
  };

  const request = async (wanted: Intent): Promise<Reply> => {
    if (wanted.type === 'create') return ask('create', wanted.request);
    const { code } = wanted;
    const tried = new Set<string>();
    for (;;) {
      const secret = browser.secretsOf(code).find((one) => !tried.has(one));
      if (secret === undefined) break;
      tried.add(secret);
      const reply = await ask('resume', { code, secret });
      if (reply.ok) witness.used(browser, code, secret, (JSON.parse(reply.text) as Entered).secret);
      if (reply.ok || reply.code !== 'seat/unknown') return reply;
    }
    if (tried.size > 0) witness.lockedOut(browser, code);
    const [newest] = tried;
    if (newest === undefined || state.session === null) return join(code, newest ?? browser.newTicket());
    return { ok: false, code: 'seat/unknown' };
  };
  const join = async (code: string, ticket: string): Promise<Reply> => {
    browser.keep(code, ticket);
    const reply = await ask('join', { code, ticket });
    if (!reply.ok && !passing.has(reply.code) && reply.code !== 'server/failed') browser.drop(code);
    return reply;
  };
  const walk = async (): Promise<void> => {
    const wanted = intent;
    if (wanted === null || isPursuing || line === null || state.isClosed) return;
    isPursuing = true;
    const reply = await request(wanted);
    isPursuing = false;
    if (wanted !== intent) return walk();
    if (reply.ok) return enter(JSON.parse(reply.text) as Entered);
    if (passing.has(reply.code)) return void world.after(1000, () => void walk());
    intent = null;
    state.outgoing = null;
    state.place = 'failed';
    world.note(`${name} gives up: ${reply.code}`);
  };
  const enter = (entered: Entered): void => {
    const { code, secret } = entered;
    browser.keep(code, secret);
    browser.code ??= code;
    intent = { type: 'open', code };
    takeSnapshot(entered);
    state.place = 'inside';
    state.code = code;
    void deliver();
  };
  const deliver = async (): Promise<void> => {
    const letter = state.outgoing;
    if (letter === null || isAsking || state.place !== 'inside' || state.isClosed) return;
    isAsking = true;
    letter.asks += 1;
    if (isSentTwice())
      void ask('command', letter.command).then((reply) => witness.answered(browser, letter.command, reply));
    const reply = await ask('command', letter.command);
    isAsking = false;
    witness.answered(browser, letter.command, reply);
    if (state.outgoing !== letter) return deliver();
    if (!reply.ok && passingMove.has(reply.code)) {
      world.after(Math.min(4000, 500 * (letter.asks + 1)), () => void deliver());
      return;
    }
    state.outgoing = null;
    state.verdict = reply.ok ? (JSON.parse(reply.text) as { readonly verdict: Verdict | null }).verdict : null;
  };

  const connect = (): void => {
    if (state.isClosed) return;
    const dialled = (dials += 1);
    dial({
      opened(opened) {
        if (dialled !== dials || state.isClosed) return opened.hangUp();
        line = opened;
        void walk();
      },
      heard: (message) => {
        if (dialled === dials) hear(message);
      },
      ended() {
        if (dialled !== dials) return;
        dials += 1;
        line = null;
        for (const n of waiting.keys()) settleAsk(n, silence);
        world.after(300 + world.dice.fraction() * 1700, connect);
      },
    });
  };
  const pursue = (next: Intent): void => {
    intent = next;
    state.place = 'entering';
    state.session = null;
    void walk();
  };
  connect();
  return {
    name,
    state,
    create: (wanted) => pursue({ type: 'create', request: wanted }),
    open: (code) => pursue({ type: 'open', code }),
    submit(move) {
      const { session, outgoing } = state;
      const role = session?.view.role ?? null;
      if (session === null || role === null || outgoing !== null || state.place !== 'inside') return;
      const { match, version } = session;
      state.outgoing = { command: { id: browser.newId(), match, basedOn: version, role, move }, asks: 0 };
      void deliver();
    },
    ask,
    close() {
      state.isClosed = true;
      line?.hangUp();
      line = null;
    },
    cut: () => line?.cut(),
  };
}
