/** What the refused move would have done: the strait, pale, and in words what the far end makes of it. */
import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../state/session.ts';
import { ladderOpen, numberForm, t } from '../state/settings.ts';
import { type Apparition, alone } from '../state/store.ts';
import { seconds } from '../text/numbers.ts';
import { tell } from '../text/tell.ts';
import { SidePanel } from './sidePanel.tsx';
import { Strait } from './strait.tsx';
import { teller } from './teller.ts';

export function GhostScreen({ shown, now }: { readonly shown: Apparition; readonly now: Session }) {
  const { ghost } = t.value;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const speaker = teller(now, numberForm.value);
  const { told, over, role } = shown;
  return (
    <main class={`match ghost side-${role}${ladderOpen.value ? ' with-ladder' : ''}`} id="main" data-ghost={over}>
      <Strait now={now} />
      <section class="hand ghost-hand panel" aria-label={ghost.title}>
        <h1>{ghost.title}</h1>
        <p class="hint">{alone.value ? ghost.lead : ghost.roomLead}</p>
        <ol class="log" aria-live="polite">
          {told.map((event) => (
            <li key={event.n} data-event={event.type} {...('host' in event ? { 'data-host': event.host } : {})}>
              <span class="log-time mono">{seconds(event.at)}</span>
              <span>{tell(event, speaker)}</span>
            </li>
          ))}
          {over && told.length === 0 && <li>{ghost.silence}</li>}
        </ol>
        <div class="end-ways">
          <button ref={back} type="button" class="button accent" data-back onClick={shown.back}>
            {ghost.back}
          </button>
          <p role="status">{over ? ghost.over : ''}</p>
        </div>
      </section>
      <SidePanel now={now} />
    </main>
  );
}
