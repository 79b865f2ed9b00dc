/** What the last refused move of a seat would have done: played on a copy that holds nothing this seat may not know. */
import type { Told } from '../shared/game/event.ts';
import { forkOf, forkView, goOnWith, toldOf } from '../shared/game/fork.ts';
import type { Match } from '../shared/game/match.ts';
import { paceOf, rates } from '../shared/game/pace.ts';
import type { Role } from '../shared/game/role.ts';
import type { Answer, Frame } from '../shared/protocol/answer.ts';
import { refuse } from '../shared/protocol/refusal.ts';
import type { Request } from '../shared/protocol/request.ts';
import type { House } from './house.ts';
import { type Room, roleOf } from './room.ts';

/** Nobody watches more instants than that. */
const mostFrames = 100;

export function ghost(house: House, room: Room, seat: string, { match: id }: Request<'ghost'>): Answer<'ghost'> {
  const role = roleOf(room, seat);
  const { match } = room.game;
  if (role === null || id !== room.game.id || match.phase !== 'playing') return refuse('move/finished');
  const last = match.history.findLast((event) => isAnswerOf(role, event));
  if (last?.type !== 'refused') return refuse('ghost/none');
  return { ok: true, frames: framesOf(match, last, house.timeScale) };
}

const isAnswerOf = (role: Role, event: Told): boolean =>
  (event.type === 'sent' || event.type === 'waited' || event.type === 'refused' || event.type === 'broke') &&
  event.host === role;

function framesOf(match: Match, { host, move }: Told & { readonly type: 'refused' }, timeScale: number): Frame[] {
  const frames: Frame[] = [];
  let told = 0;
  for (let fork = forkOf(match, host, move, 'own'); ; fork = goOnWith(fork)) {
    const all = toldOf(fork);
    const rate = fork.over ? 0 : rates[paceOf(fork.match)] * timeScale;
    frames.push({ rate, view: forkView(fork), events: all.slice(told) });
    told = all.length;
    if (fork.over || frames.length === mostFrames) return frames;
  }
}
