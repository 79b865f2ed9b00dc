/** Ladder and log, side by side as two tabs; it slides in from the side, on a phone from below. */
import { useSignal } from '@preact/signals';
import { Ladder } from '../ladder/ladder.tsx';
import type { Session } from '../state/session.ts';
import { ladderOpen, t } from '../state/settings.ts';
import { EventLog, useFollow } from './eventLog.tsx';

const tabs = ['ladder', 'log'] as const;

export function SidePanel({ now }: { readonly now: Session }) {
  const { ladder } = t.value;
  const tab = useSignal<(typeof tabs)[number]>('ladder');
  const box = useFollow(now.history.length);
  if (!ladderOpen.value) return null;
  return (
    <aside class="panel side" aria-label={`${ladder.title}, ${ladder.log}`}>
      <header class="panel-head">
        <div class="tabs" role="group" aria-label={`${ladder.title}, ${ladder.log}`}>
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
              {name === 'ladder' ? ladder.title : ladder.log}
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
        aria-label={ladder[tab.value === 'log' ? 'log' : 'title']}
      >
        {tab.value === 'ladder' ? <Ladder now={now} /> : <EventLog now={now} />}
      </div>
    </aside>
  );
}
