/** What came in: the segments that reached this end, newest first, and what the application got of them. */
import type { Session } from '../state/session.ts';
import { numberForm, t } from '../state/settings.ts';
import { otherRole } from '../../shared/game/role.ts';
import type { EndView } from '../../shared/game/view.ts';
import { segmentNumbers } from '../text/numbers.ts';
import { shortText } from '../text/short.ts';
import { pointedBy, PointedNote } from './pointed.tsx';
import { SignalFlag } from './shapes.tsx';
import { flagText, hoistOrder } from '../art/flags.ts';

export function Inbox({ now, end }: { readonly now: Session; readonly end: EndView }) {
  const { inbox, composer } = t.value;
  const arrivals = now.history.filter((event) => event.type === 'arrived').filter(({ host }) => host === end.role);
  return (
    <section class="panel inbox" tabIndex={0} aria-label={inbox.title}>
      <h2>{inbox.title}</h2>
      {arrivals.length === 0 && <p class="empty">{inbox.none}</p>}
      <ol class="inbox-list" reversed>
        {arrivals.toReversed().map(({ n, flight, header }, i) => {
          const { seq, ack } = segmentNumbers(header, otherRole(end.role), now.bases, numberForm.value);
          return (
            <li
              key={n}
              data-flight={flight}
              data-flags={header.flags.join(',')}
              data-seq={header.seq}
              data-ack={header.ack ?? undefined}
              data-len={header.len}
              {...(i === 0 ? pointedBy('arrived') : {})}
            >
              {i === 0 && <PointedNote mark="arrived" />}
              <span class="flags-mini">
                {hoistOrder
                  .filter((flag) => header.flags.includes(flag))
                  .map((flag) => (
                    <SignalFlag key={flag} flag={flag} />
                  ))}
              </span>
              <b>{flagText(header.flags)}</b>
              <span class="mono">seq {seq}</span>
              {ack !== null && <span class="mono">ack {ack}</span>}
              {header.len > 0 && <span>{composer.octets(header.len)}</span>}
            </li>
          );
        })}
      </ol>
      <p class="received">
        {inbox.app}
        {t.value.verdict.marks.colon}
        {end.received === '' ? <span class="blank">{inbox.nothing}</span> : <q>{shortText(end.received)}</q>}
      </p>
    </section>
  );
}
