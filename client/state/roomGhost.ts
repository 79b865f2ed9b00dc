/**
 * In a room: the server plays the refused move on a copy that holds nothing this seat may not know, and this page
 * shows it instant by instant. The match itself goes on behind it, where its clock runs.
 */
import { consequences } from '../../shared/game/fork.ts';
import type { Frame } from '../../shared/protocol/answer.ts';
import { ask } from '../net/socket.ts';
import type { Session } from './session.ts';
import { appear, apparition, complaint, refused, session, vanish } from './store.ts';

let timer: ReturnType<typeof setTimeout> | null = null;
let shows = 0;

export async function showRoomConsequence(): Promise<void> {
  const now = session.peek();
  if (now === null || now.view.role === null || refused.peek() === null || apparition.peek() !== null) return;
  const reply = await ask('ghost', { match: now.match });
  if (!reply.ok) {
    complaint.value = reply.code;
    return;
  }
  // Something else is shown by now.
  if (session.peek()?.match !== now.match || apparition.peek() !== null) return;
  shows += 1;
  show(now, reply.frames, 0);
}

function show(now: Session, frames: readonly Frame[], at: number): void {
  const frame = frames[at];
  const role = now.view.role;
  if (frame === undefined || role === null) return;
  const next = frames[at + 1];
  const events = frames.slice(0, at + 1).flatMap((one) => one.events);
  const { match, room, history } = now;
  appear(
    {
      match: `${match}.ghost.${shows}`,
      version: at,
      rate: next === undefined ? 0 : frame.rate,
      view: frame.view,
      history: [...history, ...events],
      room,
    },
    { role, told: consequences(events), over: next === undefined, back: leaveRoomGhost },
  );
  if (next === undefined) return;
  const wait = (next.view.now - frame.view.now) / Math.max(frame.rate, 0.01);
  timer = setTimeout(() => show(now, frames, at + 1), Math.ceil(wait));
}

export function leaveRoomGhost(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  vanish();
}
