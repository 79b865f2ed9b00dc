/** Ladder, log and state diagram as three tabs; it slides in from the side, on a phone from below. */
import { useSignal } from '@preact/signals';
import type { Session } from '../state/session.ts';
import { ladderOpen, t } from '../state/settings.ts';
import { Diagram } from './diagram.tsx';
import { LadderPanel } from './ladderPanel.tsx';
import { EventLog, useFollow } from './eventLog.tsx';

const tabs = ['ladder', 'log', 'states'] as const;

export function SidePanel({ now }: { readonly now: Session }) {
  const { diagram, ladder } = t.value;
  const names = { ladder: ladder.title, log: ladder.log, states: diagram.title };
  const whole = Object.values(names).join(', ');
  const tab = useSignal<(typeof tabs)[number]>('ladder');
  const box = useFollow(tab.value === 'states' ? 0 : now.history.length);
  if (!ladderOpen.value) return null;
  return (
    <aside class="panel side" aria-label={whole}>
      <header class="panel-head">
        <div class="tabs" role="group" aria-label={whole}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              class="tab"
              aria-pressed={tab.value === name}
              onClick={() => {
                tab.value = name;
              }}
            >
              {names[name]}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="button quiet side-close"
          onClick={() => {
            ladderOpen.value = false;
          }}
        >
          {t.value.bar.close}
        </button>
      </header>
      <div
        class="side-body"
        ref={box}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must take the focus (WCAG 2.1.1)
        tabIndex={0}
        role="region"
        aria-label={names[tab.value]}
      >
        {tab.value === 'ladder' && <LadderPanel now={now} />}
        {tab.value === 'log' && <EventLog now={now} />}
        {tab.value === 'states' && <Diagram now={now} />}
      </div>
    </aside>
  );
}
