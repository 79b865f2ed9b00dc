/** The harbour master's orders: what the own application asked its TCP for. */
import type { EndView } from '../../shared/game/view.ts';
import { t } from '../state/settings.ts';
import { shortText } from '../text/short.ts';
import { pointedBy, PointedNote } from './pointed.tsx';

export function Orders({ end }: { readonly end: EndView }) {
  const { orders } = t.value;
  return (
    <section class="panel orders" tabIndex={0} aria-label={orders.title} {...pointedBy('orders')}>
      <h2>{orders.title}</h2>
      <PointedNote mark="orders" />
      {end.calls.length === 0 && <p class="empty">{orders.none}</p>}
      <ul class="order-list">
        {end.calls.map(({ call, text, len, at, done }) => (
          <li key={`${at}${call}`} class={done ? 'order done' : 'order'} data-call={call} data-done={done}>
            <span class="tick" aria-hidden="true">
              {done ? '✓' : '○'}
            </span>
            <b>{call}</b>
            <span class={call === 'SEND' ? 'order-text' : 'mono'}>
              {call === 'SEND' ? `“${shortText(text)}”` : text} {len > 0 && <small>{orders.octets(len)}</small>}
            </span>
            <small class="order-state">{done ? orders.done : orders.open}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
