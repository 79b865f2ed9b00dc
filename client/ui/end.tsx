/** The end: the whole ladder, what was refused and why, the counts, both TCBs, and once more with roles swapped. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { isMistake } from '../../shared/game/event.ts';
import { type Role, otherRole } from '../../shared/game/role.ts';
import type { EndView } from '../../shared/game/view.ts';
import { replayRoom } from '../state/roomReplay.ts';
import { askRematch, leave } from '../state/seat.ts';
import type { Session } from '../state/session.ts';
import { numberForm, t } from '../state/settings.ts';
import { moveWords } from '../text/tell.ts';
import { AlsoMoves } from './alsoRight.tsx';
import { EventLog } from './eventLog.tsx';
import { LadderPanel } from './ladderPanel.tsx';
import { Logbook } from './logbook.tsx';
import { ReadMore } from './readMore.tsx';
import { teller } from './teller.ts';
import { AlsoRight, Fault, Why } from './verdictCard.tsx';

interface EndProps {
  readonly now: Session;
  /** Where to go from here, if not to a rematch in this room. */
  readonly ways?: ComponentChildren;
}

export function End({ now, ways }: EndProps) {
  const { end, ladder, logbook } = t.value;
  // A phone was scrolled down to the composer: the end is read from its beginning.
  useLayoutEffect(() => scrollTo(0, 0), []);
  const ends = [now.view.own, now.view.peer].filter((view): view is EndView => view !== null);
  return (
    <main class="end" id="main">
      <header class="end-head">
        <Outcome now={now} />
        {ways ?? <Rematch now={now} />}
      </header>
      <Counts now={now} />
      <section class="panel end-ladder" aria-label={ladder.title}>
        <h2>{ladder.title}</h2>
        <LadderPanel now={now} keep />
      </section>
      <div class="end-side">
        <RefusedMoves now={now} />
        <AlsoMoves now={now} />
        <section aria-label={end.tcbs} class="end-tcbs">
          {ends.map((view) => (
            <Logbook key={view.role} end={view} bases={now.bases} title={logbook.peer}>
              <StatePath now={now} role={view.role} />
            </Logbook>
          ))}
        </section>
        <details class="panel" open>
          <summary>
            <b>{ladder.log}</b>
          </summary>
          <EventLog now={now} />
        </details>
      </div>
    </main>
  );
}

/** How it ended: as it should, in a way of its own where rules were broken, or not at all. */
function Outcome({ now }: { readonly now: Session }) {
  const { end, role } = t.value;
  const finished = now.history.findLast((event) => event.type === 'finished');
  const broken = now.history.some(({ type }) => type === 'broke');
  const standing = [now.view.own, now.view.peer].flatMap((view) =>
    view === null ? [] : [end.stands(role[view.role], view.tcb.state)],
  );
  const closed = finished?.type !== 'finished' || finished.closed;
  const way = closed ? (broken ? 'broken' : 'closed') : 'stuck';
  return (
    <>
      <h1 data-outcome={way}>{end.title[way]}</h1>
      <p class="lead">
        {end.lead[way]} {way === 'stuck' && standing.join(' ')}
      </p>
    </>
  );
}

/** The states that an end went through, in their order. */
export function StatePath({ now, role }: { readonly now: Session; readonly role: Role }) {
  const changes = now.history.filter((event) => event.type === 'changed').filter(({ host }) => host === role);
  return (
    <ol class="state-path" aria-label={t.value.end.path}>
      {changes.map(({ n, from, to }, i) => (
        <li key={n}>{i === 0 ? `${from} → ${to}` : `→ ${to}`}</li>
      ))}
    </ol>
  );
}

function Rematch({ now }: { readonly now: Session }) {
  const { end } = t.value;
  const own = now.view.role;
  const asked = own !== null && now.room.rematch.includes(own);
  const wanted = own !== null && now.room.rematch.includes(otherRole(own));
  return (
    <div class="end-ways">
      <button
        type="button"
        class="button accent big"
        aria-disabled={asked}
        onClick={() => void (asked || askRematch())}
      >
        {asked ? end.rematchAsked : end.rematch}
      </button>
      <button type="button" class="button" data-replay onClick={() => void replayRoom()}>
        {end.replay}
      </button>
      <button type="button" class="button" onClick={leave}>
        {end.home}
      </button>
      <p role="status">{wanted && !asked ? end.partnerAsks : ''}</p>
    </div>
  );
}

export function Counts({ now }: { readonly now: Session }) {
  const { end } = t.value;
  const flights = [...now.flights.values()];
  const originals = flights.filter(({ copyOf }) => copyOf === null);
  const counts: readonly (readonly [string, string | number])[] = [
    [end.sent, originals.length],
    [end.lost, flights.filter(({ fate }) => fate.type === 'lost').length],
    [end.twice, flights.length - originals.length],
    [end.again, originals.filter(({ retransmission }) => retransmission).length],
    [now.view.judging === 'free' ? end.broken : end.refused, now.history.filter(isMistake).length],
    [end.time, end.seconds((now.view.now / 1000).toFixed(now.view.now % 100 === 0 ? 1 : 2))],
  ];
  return (
    <dl class="counts" aria-label={end.counts}>
      {counts.map(([name, count]) => (
        <div key={name}>
          <dd class="mono">{count}</dd>
          <dt>{name}</dt>
        </div>
      ))}
    </dl>
  );
}

export function RefusedMoves({ now }: { readonly now: Session }) {
  const { end, role } = t.value;
  const speaker = teller(now, numberForm.value);
  const moves = now.history.filter(isMistake);
  const who = (host: Role): string => role[host];
  const title = now.view.judging === 'free' ? end.brokenTitle : end.refusedTitle;
  return (
    <section class="panel end-refused" aria-label={title}>
      <h2>{title}</h2>
      {moves.length === 0 && <p class="empty">{end.noneRefused}</p>}
      <ol>
        {moves.map(({ n, type, host, move, verdict: no }) => (
          <li key={n} data-clause={no.clause}>
            <p>
              <b>{who(host)}</b> <span class="mono">{type === 'late' ? end.late : moveWords(move, host, speaker)}</span>
            </p>
            <Fault verdict={no} role={host} now={now} />
            <p>
              <Why verdict={no} />
            </p>
            <p>
              <ReadMore verdict={no} />
            </p>
            <AlsoRight verdict={no} role={host} now={now} />
          </li>
        ))}
      </ol>
    </section>
  );
}
