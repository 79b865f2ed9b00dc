/** The story as text: one sentence an event, the newest last and in sight. */
import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../state/session.ts';
import { numberForm, t } from '../state/settings.ts';
import { seconds } from '../text/numbers.ts';
import { tell } from '../text/tell.ts';
import { teller } from './teller.ts';

export function EventLog({ now }: { readonly now: Session }) {
  const speaker = teller(now, numberForm.value);
  return (
    <ol class="log" aria-label={t.value.ladder.log}>
      {now.history.map((event) => (
        <li key={event.n} data-event={event.type} {...('host' in event ? { 'data-host': event.host } : {})}>
          <span class="log-time mono">{seconds(event.at)}</span>
          <span>{tell(event, speaker)}</span>
        </li>
      ))}
    </ol>
  );
}

/** A ref for a box that scrolls to its end whenever `length` grows. */
export function useFollow(length: number) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const found = box.current;
    if (found !== null) found.scrollTop = found.scrollHeight;
  }, [length]);
  return box;
}
