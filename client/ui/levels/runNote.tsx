/** What the server says of the run that was just won, or why nobody could verify it. */
import { assertNever } from '../../../shared/result.ts';
import { line } from '../../net/socket.ts';
import { sent } from '../../solo/sent.ts';
import { pt } from '../../state/progressWords.ts';
import { type Fate, fates } from '../../state/runs.ts';
import { problemText } from '../banners.tsx';

type Note = Fate | { readonly type: 'alone' | 'long' };

function noteNow(): Note | null {
  const now = sent.value;
  if (now === null || now.type !== 'posted') return now;
  return fates.value.get(now.attempt) ?? null;
}

function words(note: Note): readonly string[] {
  const { run } = pt.value;
  switch (note.type) {
    case 'sending':
      return [run.sending];
    case 'waiting':
      return [line.value === 'online' ? run.sending : run.waiting];
    case 'alone':
      return [run.alone];
    case 'long':
      return [run.long];
    case 'refused':
      return [run.refused(problemText(note.code))];
    case 'verified':
      return [run.verified, note.own === null ? run.crowded : note.best ? run.place(note.own.place) : run.notBest];
    default:
      return assertNever(note);
  }
}

export function RunNote() {
  const note = noteNow();
  const verified = note?.type === 'verified';
  return (
    <p
      class="run-note"
      role="status"
      data-run={note?.type ?? 'none'}
      {...(note?.type === 'refused' ? { 'data-code': note.code } : {})}
      {...(verified && note.own !== null ? { 'data-place': note.own.place } : {})}
    >
      {verified && (
        <span class="seal" aria-hidden="true">
          ✓
        </span>
      )}
      {note !== null && words(note).join(' ')}
    </p>
  );
}
