/** The ladder: time downwards, one lifeline an end, one arrow a flight. And the same as a list that speaks. */
import type { Told } from '../../shared/game/event.ts';
import { type Role, roles, otherRole } from '../../shared/game/role.ts';
import type { Millis } from '../../shared/time.ts';
import { flagText } from '../art/flags.ts';
import { frame } from '../frame.ts';
import type { Flight, Flights } from '../state/flights.ts';
import type { Session } from '../state/session.ts';
import { numberForm, t } from '../state/settings.ts';
import { type Bases, seconds, segmentNumbers } from '../text/numbers.ts';
import { segmentWords } from '../text/words.ts';
import { type Arrow, type Ladder as Layout, ladderWidth, layLadder, lifeline } from './layout.ts';

/** What a ladder is drawn from: a match, or a machine of the library. */
export interface LadderStory {
  readonly history: readonly Told[];
  readonly flights: Flights;
  /** Virtual time, up to which segments under way are drawn. */
  readonly at: Millis;
  readonly bases: Bases;
  /** Whose lifeline stands out; null: none. */
  readonly own: Role | null;
}

/** Arrows that can be opened, by pointer and by keyboard. */
interface Opening {
  /** The flight that is open; null: none. */
  readonly opened: number | null;
  readonly onOpen: (flight: number) => void;
}

export function Ladder({ now, ...opening }: { readonly now: Session } & Opening) {
  const flows = now.view.phase === 'playing' && now.view.flights.length > 0;
  const { history, flights, bases } = now;
  const at = flows ? frame.value : now.view.now;
  return <LadderPicture story={{ history, flights, at, bases, own: now.view.role }} opening={opening} />;
}

interface PictureProps {
  readonly story: LadderStory;
  readonly opening?: Opening;
}

export function LadderPicture({ story, opening }: PictureProps) {
  const { ladder, role } = t.value;
  const { flights, own } = story;
  const layout = layLadder(story.history, flights, story.at);
  if (layout.arrows.length === 0) return <p class="empty">{ladder.empty}</p>;
  return (
    <>
      <div class="ladder-roles" aria-hidden="true">
        {roles.map((end) => (
          <b key={end}>{role[end]}</b>
        ))}
      </div>
      <svg
        class="ladder"
        viewBox={`0 0 ${ladderWidth} ${layout.height}`}
        {...(opening === undefined ? { 'aria-hidden': true } : { role: 'group', 'aria-label': ladder.arrows })}
      >
        {roles.map((end) => (
          <g key={end} class={end === own ? 'own' : ''}>
            <line class="lifeline" x1={lifeline[end]} x2={lifeline[end]} y1="0" y2={layout.height} />
          </g>
        ))}
        <Pauses layout={layout} />
        {layout.arrows.map((arrow) => (
          <ArrowLine key={arrow.flight.id} arrow={arrow} />
        ))}
        {opening !== undefined &&
          layout.arrows.map((arrow) => (
            <Target key={arrow.flight.id} arrow={arrow} name={sentence(arrow.flight, story.bases)} opening={opening} />
          ))}
        {layout.arrows
          .filter(({ flight }) => flight.copyOf === null)
          .map((arrow) => (
            <ArrowText key={arrow.flight.id} arrow={arrow} bases={story.bases} />
          ))}
        {layout.states.map(({ role: end, state, y }, i) => (
          <text
            key={i}
            class="ladder-state"
            x={lifeline[end] + (end === 'client' ? -8 : 8)}
            y={y + 4}
            text-anchor={end === 'client' ? 'end' : 'start'}
          >
            {state}
          </text>
        ))}
      </svg>
      <ol class="hidden" aria-label={ladder.title}>
        {[...flights.values()].map((flight) => (
          <li key={flight.id} data-flight={flight.id} data-fate={flight.fate.type}>
            {sentence(flight, story.bases)}
          </li>
        ))}
      </ol>
    </>
  );
}

function sentence(flight: Flight, bases: Bases): string {
  const { ladder, role } = t.value;
  const { fate, from } = flight;
  const fateWords = fate.type === 'underWay' ? ladder.fate.underWay : ladder.fate[fate.type](seconds(fate.at));
  const marks = [...(flight.copyOf === null ? [] : [ladder.duplicate]), ...marksOf(flight)];
  const words = segmentWords(flight.header, from, bases, numberForm.value);
  const way = { from: role[from], to: role[otherRole(from)], sent: seconds(flight.sentAt), fate: fateWords };
  const said = ladder.sentence(words, way);
  return [said, ...marks].join('; ');
}

function marksOf({ retransmission, broke }: Flight): readonly string[] {
  const { ladder } = t.value;
  return [...(retransmission ? [ladder.again] : []), ...(broke ? [ladder.broke] : [])];
}

function Pauses({ layout }: { readonly layout: Layout }) {
  const { ladder } = t.value;
  return (
    <>
      {layout.pauses.map(({ y, from, to }, i) => (
        <g key={i}>
          {roles.map((end) => (
            <path key={end} class="pause" d={`M${lifeline[end] - 6} ${y - 2}l12 -5m-12 10l12 -5`} />
          ))}
          <text class="pause-text" x={ladderWidth / 2} y={y + 3} text-anchor="middle">
            {ladder.pause(seconds(to - from))}
          </text>
        </g>
      ))}
    </>
  );
}

function ArrowLine({ arrow }: { readonly arrow: Arrow }) {
  const { x1, y1, x2, y2, fate, flight } = arrow;
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const copy = flight.copyOf !== null;
  const red = flight.broke || flight.header.flags.includes('RST');
  return (
    <g class={`arrow ${fate}${copy ? ' copy' : ''}${red ? ' rst' : ''}`}>
      <line x1={x1} y1={y1} x2={x2} y2={y2} />
      {fate === 'lost' ? (
        <path class="cross" d={`M${x2 - 6} ${y2 - 6}l12 12m0 -12l-12 12`} />
      ) : (
        <path class="tip" transform={`translate(${x2} ${y2}) rotate(${angle})`} d="M0 0l-10 -5v10z" />
      )}
    </g>
  );
}

/** A broad, invisible line over the arrow. */
function Target({ arrow, name, opening }: { readonly arrow: Arrow; readonly name: string; readonly opening: Opening }) {
  const { x1, y1, x2, y2, flight } = arrow;
  const open = (): void => opening.onOpen(flight.id);
  return (
    <g
      class="arrow-target"
      role="button"
      tabindex={0}
      aria-label={name}
      aria-expanded={opening.opened === flight.id}
      data-open={flight.id}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        open();
      }}
    >
      <title>{name}</title>
      <line x1={x1} y1={y1} x2={x2} y2={y2} />
    </g>
  );
}

function ArrowText({ arrow, bases }: { readonly arrow: Arrow; readonly bases: Bases }) {
  const { composer } = t.value;
  const { flight, x1, y1 } = arrow;
  const { header, from } = flight;
  const { seq, ack } = segmentNumbers(header, from, bases, numberForm.value);
  const x = x1 + (from === 'client' ? 8 : -8);
  const anchor = from === 'client' ? 'start' : 'end';
  const extra = [...(header.len > 0 ? [composer.octets(header.len)] : []), ...marksOf(flight)];
  return (
    <g class="arrow-text" text-anchor={anchor}>
      <text x={x} y={y1 - 18}>
        <tspan class="arrow-flags">{flagText(header.flags)}</tspan>
        {extra.length > 0 && <tspan class="arrow-extra"> {extra.join(' · ')}</tspan>}
      </text>
      <text class="arrow-numbers" x={x} y={y1 - 5}>
        seq {seq}
        {ack === null ? '' : ` ack ${ack}`}
      </text>
    </g>
  );
}
