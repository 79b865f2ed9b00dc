/** What a screen reader hears by itself: the newest sentences, politely. Refusals speak up on their own card. */
import { useRef } from 'preact/hooks';
import type { Told } from '../../shared/game/event.ts';
import { numberForm } from '../state/settings.ts';
import type { Session } from '../state/session.ts';
import { tell } from '../text/tell.ts';
import { teller } from './teller.ts';

const spoken: ReadonlySet<Told['type']> = new Set([
  'sent',
  'lost',
  'arrived',
  'called',
  'expired',
  'changed',
  'delivered',
  'signalled',
  'finished',
]);

export function Live({ now }: { readonly now: Session }) {
  const heard = useRef<{ match: string; n: number } | null>(null);
  const last = now.history.at(-1)?.n ?? -1;
  const since = heard.current?.match === now.match ? heard.current.n : last;
  heard.current = { match: now.match, n: last };
  const news = now.history.filter(({ n, type }) => n > since && spoken.has(type));
  return (
    <div class="hidden" aria-live="polite">
      {news.map((event) => (
        <p key={`${now.match}.${event.n}`}>{tell(event, teller(now, numberForm.value))}</p>
      ))}
    </div>
  );
}
