/** The match: strait above, the own hand below it on the own side, the ladder on the other. */
import type { Session } from '../state/session.ts';
import { ladderOpen, t } from '../state/settings.ts';
import { Composer } from './composer.tsx';
import { Inbox } from './inbox.tsx';
import { Logbook } from './logbook.tsx';
import { Orders } from './orders.tsx';
import { SidePanel } from './sidePanel.tsx';
import { Strait } from './strait.tsx';
import { VerdictCard } from './verdictCard.tsx';

export function Match({ now }: { readonly now: Session }) {
  const { own, role } = now.view;
  const { logbook, title } = t.value;
  return (
    <main class={`match side-${role ?? 'client'}${ladderOpen.value ? ' with-ladder' : ''}`} id="main">
      <h1 class="hidden">{title}</h1>
      <Strait now={now} />
      {own !== null && (
        <div class="hand">
          <Logbook end={own} bases={now.bases} title={logbook.title} />
          <Orders end={own} />
          <Inbox now={now} end={own} />
          <VerdictCard now={now} role={own.role} />
          <Composer now={now} end={own} />
        </div>
      )}
      <SidePanel now={now} />
    </main>
  );
}
