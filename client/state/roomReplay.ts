/** From the end of a match in a room to its replay: the server gives the log, and the page keeps it in the address. */
import { ask } from '../net/socket.ts';
import { packRecording } from '../replay/link.ts';
import { goToReplay } from './seat.ts';
import { complaint, session } from './store.ts';

export async function replayRoom(): Promise<void> {
  const now = session.peek();
  if (now === null) return;
  const reply = await ask('recording', { match: now.match });
  complaint.value = reply.ok ? null : reply.code;
  if (reply.ok) goToReplay({ type: 'replay', id: null, packed: await packRecording(reply.recording) });
}
