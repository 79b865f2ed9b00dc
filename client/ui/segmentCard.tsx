/** One segment of the ladder, opened: its header bit by bit, and what became of it, with the rules that decided. */
import type { Told } from '../../shared/game/event.ts';
import { clauses } from '../../shared/tcp/clauses.ts';
import { flagText } from '../art/flags.ts';
import { octetsOf } from '../header/figure1.ts';
import type { Flight } from '../state/flights.ts';
import type { Session } from '../state/session.ts';
import { numberForm, t } from '../state/settings.ts';
import { seconds } from '../text/numbers.ts';
import { tell } from '../text/tell.ts';
import { HeaderRows } from './headerRows.tsx';
import { CloseIcon } from './icons.tsx';
import { teller } from './teller.ts';

/** What the story says of this boat; after its landing, what the far host made of it at that instant. */
function about({ id, fate }: Flight, history: readonly Told[]): readonly Told[] {
  const own = history.filter((event) => 'flight' in event && event.flight === id);
  const landing = own.findLast(({ type }) => type === 'arrived');
  if (landing === undefined || fate.type !== 'arrived' || !('host' in landing)) return own;
  const after = history.filter(
    (event) =>
      event.n > landing.n &&
      event.at === landing.at &&
      'host' in event &&
      event.host === landing.host &&
      (event.type === 'changed' || event.type === 'delivered' || event.type === 'signalled'),
  );
  return [...own, ...after];
}

const ruleOf = (event: Told): string => ('clause' in event ? ` RFC ${clauses[event.clause].section}` : '');

interface Props {
  readonly flight: Flight;
  readonly now: Session;
  readonly onClose: () => void;
}

export function SegmentCard({ flight, now, onClose }: Props) {
  const { bar, header, role } = t.value;
  const speaker = teller(now, numberForm.value);
  return (
    <section class="segment-card" aria-label={header.card} data-segment={flight.id}>
      <header class="panel-head">
        <h3>
          {flagText(flight.header.flags)} <small>{role[flight.from]}</small>
        </h3>
        <button type="button" class="button quiet icon-only" aria-label={bar.close} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <HeaderRows octets={octetsOf(flight.header, flight.from)} />
      <ol class="log">
        {about(flight, now.history).map((event) => (
          <li key={event.n} data-event={event.type}>
            <span class="log-time mono">{seconds(event.at)}</span>
            <span>
              {tell(event, speaker)}
              <small class="mono">{ruleOf(event)}</small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
