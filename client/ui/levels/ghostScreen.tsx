/** What the refused move would have done: the strait, pale, and in words what the far end makes of it. */
import { useEffect, useRef } from 'preact/hooks';
import { type Fork, consequenceOf } from '../../solo/fork.ts';
import { leaveGhost } from '../../solo/ghost.ts';
import { lt } from '../../state/levelWords.ts';
import type { Session } from '../../state/session.ts';
import { ladderOpen, numberForm } from '../../state/settings.ts';
import { seconds } from '../../text/numbers.ts';
import { tell } from '../../text/tell.ts';
import { SidePanel } from '../sidePanel.tsx';
import { Strait } from '../strait.tsx';
import { teller } from '../teller.ts';

export function GhostScreen({ fork, now }: { readonly fork: Fork; readonly now: Session }) {
  const { ghost } = lt.value;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const speaker = teller(now, numberForm.value);
  const told = consequenceOf(fork);
  return (
    <main
      class={`match ghost side-${fork.role}${ladderOpen.value ? ' with-ladder' : ''}`}
      id="main"
      data-ghost={fork.over}
    >
      <Strait now={now} />
      <section class="hand ghost-hand panel" aria-label={ghost.title}>
        <h1>{ghost.title}</h1>
        <p class="hint">{ghost.lead}</p>
        <ol class="log" aria-live="polite">
          {told.map((event) => (
            <li key={event.n} data-event={event.type} {...('host' in event ? { 'data-host': event.host } : {})}>
              <span class="log-time mono">{seconds(event.at)}</span>
              <span>{tell(event, speaker)}</span>
            </li>
          ))}
          {fork.over && told.length === 0 && <li>{ghost.silence}</li>}
        </ol>
        <div class="map-ways">
          <button ref={back} type="button" class="button accent" data-back onClick={leaveGhost}>
            {ghost.back}
          </button>
          <p role="status">{fork.over ? ghost.over : ''}</p>
        </div>
      </section>
      <SidePanel now={now} />
    </main>
  );
}
