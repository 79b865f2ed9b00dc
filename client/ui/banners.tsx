/** What is wrong with the line, the partner or the last request, in one strip that moves nothing. */
import type { RefusalCode } from '../../shared/protocol/refusal.ts';
import { line } from '../net/socket.ts';
import { companyOf } from '../state/company.ts';
import { t } from '../state/settings.ts';
import { type Problem, complaint, outgoing, place, session } from '../state/store.ts';

/** The sentence for a refused or unanswered request. */
export function problemText(why: Problem): string {
  const { problem } = t.value;
  if (why === 'silence') return problem.timeout;
  const code: RefusalCode = why;
  return problem.refusal[code];
}

function text(): string | null {
  const { banner } = t.value;
  // A level needs no server.
  if (['levels', 'level', 'mastery', 'daily', 'library', 'replay', 'solo'].includes(place.value.type)) return null;
  if (line.value === 'closing') return banner.closing;
  if (line.value === 'offline') return banner.offline;
  if (line.value === 'connecting') return place.value.type === 'start' ? null : banner.connecting;
  if (complaint.value !== null) return problemText(complaint.value);
  if (outgoing.value?.why === 'server/cannot-save') return banner.saving;
  if ((outgoing.value?.asks ?? 0) > 1) return banner.asking;
  const now = session.value;
  if (place.value.type !== 'inside' || now === null) return null;
  const company = companyOf(now);
  if (company === null) return null;
  return company === 'away' ? banner.away(now.room.standIn) : banner[company];
}

export function Banner() {
  const shown = text();
  return (
    <div class="banner" role="status" data-shown={shown !== null}>
      {shown}
    </div>
  );
}
