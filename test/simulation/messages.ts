/** Holds every message that a page heard against what really happened, and against what nobody may know. */
import * as v from 'valibot';
import { otherRole, type Role } from '../../shared/game/role.ts';
import type { Told } from '../../shared/game/event.ts';
import type { View } from '../../shared/game/view.ts';
import { answers, messages, Refusal } from '../../shared/protocol/message.ts';
import type { FromServer } from './line.ts';
import { stateAt, type TrueMatch } from './truth.ts';
import type { Heard } from './witness.ts';

interface Shown {
  readonly match: string;
  readonly version: number;
  readonly view: View;
  readonly history?: readonly Told[];
  readonly events?: readonly Told[];
  readonly secret?: string;
}

/** What a tab has been told of a match so far. */
interface Progress {
  match: string;
  version: number;
  /** The last event. */
  n: number;
}

type Blame = (what: string) => void;

/** What of the other host shows on the water. */
const open = new Set<Told['type']>(['sent', 'duplicated', 'lost', 'arrived', 'standIn']);

export function judgeMessages(all: readonly Heard[], matches: ReadonlyMap<string, TrueMatch>, blame: Blame): void {
  const tabs = new Map<string, Progress>();
  const roles = new Map<string, Role>();
  const owners = new Map<string, string>();
  for (const { page, browser, message } of all) {
    const name = `${page}, ${message.type} ${message.name}`;
    const say: Blame = (what) => blame(`${name}: ${what}`);
    if (message.text === null) continue;
    const content: unknown = JSON.parse(message.text);
    if (!isDocumented(message, content)) say(`not as documented: ${message.text.slice(0, 400)}`);
    if (!isShown(content)) continue;
    const { secret } = content;
    if (secret !== undefined) {
      if (owners.has(secret)) say('this secret was handed out before');
      owners.set(secret, browser);
    }
    if ((message.text.match(/[\w-]{43,}/g) ?? []).some((text) => text !== secret)) say('a secret is in it');
    const match = matches.get(content.match);
    if (match === undefined) {
      say('there is no such match');
      continue;
    }
    if (content.version >= match.states.length) {
      say(`version ${content.version} was lost`);
      continue;
    }
    const role = content.view.role ?? 'client';
    // Who has left and joins again may get the other end.
    if (message.name === 'join') roles.delete(`${browser} ${match.id}`);
    const known = roles.get(`${browser} ${match.id}`);
    roles.set(`${browser} ${match.id}`, role);
    if (known !== undefined && known !== role) say(`shown to ${role}, and it is the ${known}'s`);
    if (JSON.stringify(content.view) !== match.view(content.version, role)) say('the view is not that of the log');
    judgeHidden(message.text, content, match, say);
    const progress = tabs.get(page) ?? { match: '', version: -1, n: -1 };
    tabs.set(page, progress);
    judgeStory(content, match, progress, say);
  }
}

function isDocumented(message: FromServer, content: unknown): boolean {
  if (message.type === 'answer') return v.is(Refusal, content) || v.is(answers[message.name], content);
  const schema = messages[message.name];
  return schema !== null && v.is(schema, content);
}

const isShown = (content: unknown): content is Shown =>
  typeof content === 'object' && content !== null && 'view' in content && 'match' in content;

/** Nothing that this seat may not know, whatever the code under test thinks of it. */
function judgeHidden(text: string, { version, view, history, events }: Shown, match: TrueMatch, say: Blame): void {
  if (view.phase === 'finished') return;
  const own = view.role ?? 'client';
  const state = stateAt(match.states, version);
  const far = state.ends[otherRole(own)];
  if (view.peer !== null) say('it shows the inside of the other end');
  if (view.own?.role !== own) say('its own end is not its own');
  for (const told of history ?? events ?? [])
    if ('host' in told && told.host !== own && !open.has(told.type)) say(`it tells what is hidden: ${told.type}`);
  const hidden = new Set([state.setup.seed, ...state.rng].map(String));
  const hasSent = state.history.some((told) => told.type === 'sent' && told.host === far.role);
  if (!hasSent) for (const isn of [far.tcb.iss, ...far.isns]) hidden.add(String(isn));
  const leak = (text.match(/\d{6,}/g) ?? []).find((digits) => hidden.has(digits));
  if (leak !== undefined) say(`it has a hidden number in it: ${leak}`);
  if (text.includes(state.setup.seed.toString(16).padStart(8, '0'))) say('it has the seed in it');
}

/** Versions ascend, and events come once, in their order, without a gap. */
function judgeStory({ version, view, history, events }: Shown, match: TrueMatch, progress: Progress, say: Blame): void {
  const role = view.role ?? 'client';
  if (progress.match !== match.id) Object.assign(progress, { match: match.id, version: -1, n: -1 });
  const story = match.story(version, role);
  if (history !== undefined) {
    if (version < progress.version) say(`version ${version} after ${progress.version}`);
    const whole = story.filter((told) => told !== null);
    if (JSON.stringify(history) !== `[${whole.join(',')}]`) say('its story is not that of the log');
  } else {
    if (version <= progress.version) say(`version ${version} after ${progress.version}`);
    const told = events ?? [];
    const fresh = told.map((one) => JSON.stringify(one));
    // At the end what was hidden comes with the snapshot that follows.
    const isOver = view.phase === 'finished';
    const first = isOver ? (told[0]?.n ?? story.length) : progress.n + 1;
    const due = story.slice(first).filter((one) => one !== null);
    if (fresh.join() !== due.join()) say(`its events do not go on from the ${progress.n}th`);
  }
  progress.version = version;
  progress.n = story.length - 1;
}
