/** Plain view: two hosts, a line, arrows with labels. It says all that the harbours say. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Role, roles } from '../../shared/game/role.ts';
import type { FlightView } from '../../shared/game/view.ts';
import { gateNames, gatesOf } from '../art/gates.ts';
import { flagText } from '../art/flags.ts';
import { states } from '../../shared/tcp/state.ts';
import { virtualNow } from '../clock.ts';
import { laneCount } from '../motion/lanes.ts';
import { stateOf, wayDone } from '../motion/plan.ts';
import type { Session } from '../state/session.ts';
import { calmMotion, numberForm, t } from '../state/settings.ts';
import { segmentNumbers } from '../text/numbers.ts';

/** The box in pixels of the page, so that type keeps its size at every width. */
interface Size {
  readonly w: number;
  readonly h: number;
}

const hostWidth = ({ w }: Size): number => Math.min(150, w * 0.25);
const laneY = (lane: number, { h }: Size): number => 52 + (lane * (h - 72)) / (laneCount - 1);

function useSize(): { readonly box: RefObject<HTMLDivElement | null>; readonly size: Size } {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ w: 1000, h: 300 });
  useEffect(() => {
    const found = box.current;
    if (found === null) return;
    const watch = new ResizeObserver(() => setSize({ w: found.clientWidth, h: found.clientHeight }));
    watch.observe(found);
    return () => watch.disconnect();
  }, []);
  return { box, size };
}

/** Virtual time at every frame, or twice a second where less motion is wanted. */
function useVirtualTime(): number {
  const [now, setNow] = useState(virtualNow);
  const pause = calmMotion.value ? 500 : 0;
  useEffect(() => {
    let request = 0;
    let last = -Infinity;
    const draw = (at: number): void => {
      if (at - last >= pause) {
        last = at;
        setNow(virtualNow());
      }
      request = requestAnimationFrame(draw);
    };
    request = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(request);
  }, [pause]);
  return now;
}

export function PlainView({ now }: { readonly now: Session }) {
  const { strait } = t.value;
  const { box, size } = useSize();
  const time = useVirtualTime();
  const [client, server] = roles.map((role) => stateOf(now, role) ?? strait.fog);
  const label = strait.picture(client ?? '', server ?? '', now.view.flights.length);
  return (
    <div ref={box} class="plain-box">
      <svg class="plain" viewBox={`0 0 ${size.w} ${size.h}`} role="img" aria-label={label}>
        {Array.from({ length: laneCount }, (_, lane) => (
          <line
            key={lane}
            class="plain-lane"
            x1={hostWidth(size)}
            x2={size.w - hostWidth(size)}
            y1={laneY(lane, size)}
            y2={laneY(lane, size)}
          />
        ))}
        {roles.map((role) => (
          <Host key={role} role={role} state={stateOf(now, role) ?? strait.fog} size={size} />
        ))}
        {now.view.flights.map((flight) => (
          <PlainBoat key={flight.id} flight={flight} now={now} time={time} size={size} />
        ))}
      </svg>
    </div>
  );
}

/** `SND open, RCV shut`, where there is a connection. */
function gateWords(state: string): string {
  const known = states.find((one) => one === state);
  if (known === undefined) return '';
  const { gate } = t.value.strait;
  return gateNames
    .flatMap((name) => (gatesOf[known][name] === 'none' ? [] : [`${name} ${gate[gatesOf[known][name]]}`]))
    .join(' · ');
}

function Host({ role, state, size }: { readonly role: Role; readonly state: string; readonly size: Size }) {
  const width = hostWidth(size) - 8;
  const middle = size.h / 2 - 12;
  return (
    <g transform={`translate(${role === 'client' ? 4 : size.w - width - 4} 12)`}>
      <rect class="plain-host" width={width} height={size.h - 24} />
      <text class="plain-role" x={width / 2} y={middle - 8}>
        {t.value.role[role]}
      </text>
      <text class="plain-state" x={width / 2} y={middle + 14}>
        {state}
      </text>
      <text class="plain-gates" x={width / 2} y={middle + 32}>
        {gateWords(state)}
      </text>
    </g>
  );
}

interface BoatProps {
  readonly flight: FlightView;
  readonly now: Session;
  readonly time: number;
  readonly size: Size;
}

function PlainBoat({ flight, now, time, size }: BoatProps) {
  const { composer, strait } = t.value;
  const { header, from } = flight;
  const { seq, ack } = segmentNumbers(header, from, now.bases, numberForm.value);
  const edge = hostWidth(size) + 8;
  const dir = from === 'client' ? 1 : -1;
  const [start, end] = dir === 1 ? [edge, size.w - edge] : [size.w - edge, edge];
  const x = start + (end - start) * wayDone(flight, time);
  // The label stands over the line, near its tip, and never over a host.
  const middle = Math.min(size.w / 2 + 90, Math.max(size.w / 2 - 90, x));
  const name = [flagText(header.flags), ...(header.len > 0 ? [composer.octets(header.len)] : [])].join(' ');
  const lane = now.lanes.get(flight.id) ?? 0;
  return (
    <g
      class={flight.copyOf === null ? 'plain-boat' : 'plain-boat copy'}
      transform={`translate(0 ${laneY(lane, size)})`}
    >
      <line x1={start} x2={x} y1="0" y2="0" />
      <path class="tip" d={`M${x} 0l${-14 * dir} -8v16z`} />
      <text class="plain-flags" x={middle} y="-27">
        {name}
        {flight.copyOf !== null && ` (${strait.copy})`}
      </text>
      <text class="plain-numbers" x={middle} y="-10">
        {size.w < 600 ? seq : `seq ${seq}`}
        {ack === null ? '' : size.w < 600 ? ` / ${ack}` : ` ack ${ack}`}
      </text>
    </g>
  );
}
