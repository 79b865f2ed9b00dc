/**
 * Bugs that a server like ours could have, each as a change of its source. The simulation has to find every one of them:
 * `planted.ts`. What is changed stands in each file exactly once, or the patch does not go in.
 */
export interface Patch {
  /** From the root of the repository. */
  readonly file: string;
  readonly old: string;
  readonly made: string;
}

export interface Bug {
  readonly name: string;
  readonly patches: readonly Patch[];
}

const bug = (name: string, ...patches: readonly (readonly [file: string, old: string, made: string])[]): Bug => ({
  name,
  patches: patches.map(([file, old, made]) => ({ file, old, made })),
});

const scripts = 'server/store/roomScripts.ts';
const ledger = 'server/store/ledger.ts';
const schema = 'server/store/sqliteSchema.ts';
const play = 'server/play.ts';
const seats = 'server/seats.ts';
const room = 'server/room.ts';
const see = 'shared/game/see.ts';

export const bugs: readonly Bug[] = [
  bug(
    'missing dedupe',
    [scripts, 'if (link.id !== null) {', 'if (link.id === "") {'],
    [schema, 'create unique index command_once', 'create index command_once'],
    [play, 'room.game.taken.has(key) || whyNot', 'whyNot'],
  ),
  bug(
    'answer before commit',
    [
      ledger,
      'const outcome = await tables.append({ ...log, link, before: after.hash });',
      `tables.append({ ...log, link, before: after.hash }).catch(() => {});
  const outcome = { type: 'appended' } as AppendOutcome;`,
    ],
    [ledger, 'import type { LinkRow,', 'import type { AppendOutcome, LinkRow,'],
  ),
  bug(
    'missing fence of the log',
    [scripts, 'where id = ? and version = ? and hash = ?', 'where id = ? and ? is not null and ? is not null'],
    [scripts, "'insert into command (match", "'insert or replace into command (match"],
  ),
  bug('missing fence of the room', [
    scripts,
    'where code = ? and revision = ?\n',
    'where code = ? and ? is not null\n',
  ]),
  bug('lost wake-up: deaf after listening again', [
    'server/neighbours.ts',
    '(rooms ?? [...house.inUse.keys()])',
    '(rooms ?? [])',
  ]),
  bug('lost wake-up: only records are followed', ['server/neighbours.ts', ' || version > room.game.version', '']),
  bug('seed in every view', [see, 'phase: match.phase,', 'phase: match.phase, seed: match.setup.seed,']),
  bug('seed under another name', [
    'shared/game/seeEnd.ts',
    'refused: end.refused,',
    'refused: match.phase === "finished" ? end.refused : match.setup.seed,',
  ]),
  bug(
    'fates of boats are shown',
    ['shared/game/seeFlights.ts', 'sentAt, delay, copyOf }) => ({', 'sentAt, delay, copyOf, sinksAt }) => ({'],
    ['shared/game/seeFlights.ts', 'copyOf,\n  }));', 'copyOf,\n    sinksAt,\n  }));'],
  ),
  bug('TCB of the other end is shown', [see, 'peer: over ? endView', 'peer: match.phase !== "waiting" ? endView']),
  bug('what happens inside the other host is told', [
    see,
    "return told.host === role || match.phase === 'finished' ? told : null;",
    'return told;',
  ]),
  bug(
    'ISN of the other end is shown early',
    ['shared/game/seeEnd.ts', 'irs: hasIrs ? irs : null,', 'irs: hasIrs ? irs : far,'],
    [
      'shared/game/seeEnd.ts',
      'tcb: match.phase',
      'tcb: match.phase === "playing" ? tcbView(end.tcb, match.ends[role === "client" ? "server" : "client"].isns[0] ?? null) : match.phase',
    ],
    [
      'shared/game/seeEnd.ts',
      'function tcbView({ state, iss, irs, snd, rcv }: Tcb): TcbView',
      'function tcbView({ state, iss, irs, snd, rcv }: Tcb, far: number | null = null): TcbView',
    ],
  ),
  bug('update goes to the wrong seat', [
    room,
    "guest.tell('update', { ...standing(room, role), events: visible(room, events, role) });",
    "guest.tell('update', { ...standing(room, role === 'client' ? 'server' : 'client'), events: visible(room, events, role) });",
  ]),
  bug('a seat half taken hears updates', [
    'server/seats.ts',
    '    room.lines.delete(seat);\n    guest.seat = left',
    '    void left',
  ]),
  bug('old secrets stay good', [
    'server/secret.ts',
    ': { used: hash, issued: [next.hash] };',
    ': { used: hash, issued: [...issued, ...(used === null ? [] : [used]), next.hash] };',
  ]),
  bug('only the newest secret is good', [
    'server/secret.ts',
    'hash === used ? { used, issued: [...issued, next.hash].slice(-mostIssued) } : { used: hash, issued: [next.hash] };',
    '(void hash, void used, void issued, { used: null, issued: [next.hash] });',
  ]),
  bug('stale memory after a lost race', [
    play,
    'for (const entry of missed) takeStep(room, work(game, entry), entry.hash, house.clock.now());',
    'for (const entry of missed) { game.version = entry.version; game.hash = entry.hash; }',
  ]),
  bug('time counts twice', [
    play,
    'wall: house.clock.now(), rate: rateOf(house, room) };',
    'wall: room.anchor.wall, rate: rateOf(house, room) };',
  ]),
  bug('resumed without catching up', [
    seats,
    '    await catchUp(house, room);\n    await ensureStarted',
    '    await ensureStarted',
  ]),
  bug('superseded connections still move', [room, '    guest.seat = null;\n    guest.tell', '    guest.tell']),
  bug('a connection moves for a seat that it does not hold', [
    play,
    "if (request.role !== roleOf(room, seat)) return refuse('move/not-yours');",
    '',
  ]),
  bug('events of a step are swapped', [
    room,
    'room.untold.push(...step.events);',
    'room.untold.unshift(...step.events);',
  ]),
  bug('events are told twice', [
    room,
    'room.untold.push(...step.events);',
    'room.untold.push(...step.events, ...step.events);',
  ]),
  bug('a dead node is never missed', ['server/nodes.ts', 'now() - sight.since < deadAfter;', 'true;']),
  bug('a room in which the store failed is not read again', [
    'server/house.ts',
    'room.isInDoubt ? now + retryAfter : wakeAt(house, room)',
    'wakeAt(house, room)',
  ]),
  bug('the answer to a move of the match before is forgotten', [
    play,
    'if (match !== stored.before) return null;',
    'if (match !== "") return null;',
  ]),
  bug('the bot never hands back', [
    'server/presence.ts',
    "if (here) return seat === 'kept' ? null : 'back';",
    "if (here) return seat === 'away' ? 'back' : null;",
  ]),
];
