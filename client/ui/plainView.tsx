/** Plain view: two hosts, a line, arrows with labels. It says all that the harbours say. */
import { useEffect, useState } from 'preact/hooks';
import { roles } from '../../shared/game/role.ts';
import type { FlightView } from '../../shared/game/view.ts';
import { flagText } from '../art/flags.ts';
import { virtualNow } from '../clock.ts';
import { laneCount } from '../motion/lanes.ts';
import { stateOf, wayDone } from '../motion/plan.ts';
import type { Session } from '../state/session.ts';
import { calmMotion, numberForm, t } from '../state/settings.ts';
import { segmentNumbers } from '../text/numbers.ts';

const W = 1000;
const H = 300;
const HOST = 150;
const laneY = (lane: number): number => 62 + (lane * (H - 88)) / (laneCount - 1);

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
  const time = useVirtualTime();
  const { strait, role } = t.value;
  const label = strait.picture(
    stateOf(now, 'client') ?? strait.fog,
    stateOf(now, 'server') ?? strait.fog,
    now.view.flights.length,
  );
  return (
    <svg class="plain" viewBox={`0 0 ${W} ${H}`} role="img" aria-label={label}>
      {Array.from({ length: laneCount }, (_, lane) => (
        <line key={lane} class="plain-lane" x1={HOST} x2={W - HOST} y1={laneY(lane)} y2={laneY(lane)} />
      ))}
      {roles.map((end) => (
        <g key={end} transform={`translate(${end === 'client' ? 4 : W - HOST - 4} 20)`}>
          <rect class="plain-host" width={HOST} height={H - 40} />
          <text class="plain-role" x={HOST / 2} y={H / 2 - 32}>
            {role[end]}
          </text>
          <text class="plain-state" x={HOST / 2} y={H / 2 - 6}>
            {stateOf(now, end) ?? strait.fog}
          </text>
        </g>
      ))}
      {now.view.flights.map((flight) => (
        <PlainBoat key={flight.id} flight={flight} now={now} time={time} />
      ))}
    </svg>
  );
}

function PlainBoat({
  flight,
  now,
  time,
}: {
  readonly flight: FlightView;
  readonly now: Session;
  readonly time: number;
}) {
  const { composer, strait } = t.value;
  const { header, from } = flight;
  const { seq, ack } = segmentNumbers(header, from, now.bases, numberForm.value);
  const [start, end] = from === 'client' ? [HOST + 8, W - HOST - 8] : [W - HOST - 8, HOST + 8];
  const x = start + (end - start) * wayDone(flight, time);
  const dir = from === 'client' ? 1 : -1;
  // The label leans back from the tip, and never over a host.
  const middle = Math.min(W - HOST - 130, Math.max(HOST + 130, x - dir * 110));
  const name = [flagText(header.flags), ...(header.len > 0 ? [composer.octets(header.len)] : [])].join(' ');
  return (
    <g
      class={flight.copyOf === null ? 'plain-boat' : 'plain-boat copy'}
      transform={`translate(0 ${laneY(now.lanes.get(flight.id) ?? 0)})`}
    >
      <line x1={start} x2={x} y1="0" y2="0" />
      <path class="tip" d={`M${x} 0l${-14 * dir} -8v16z`} />
      <text class="plain-flags" x={middle} y="-26">
        {name}
        {flight.copyOf !== null && ` (${strait.copy})`}
      </text>
      <text class="plain-numbers" x={middle} y="-8">
        seq {seq}
        {ack === null ? '' : ` ack ${ack}`}
      </text>
    </g>
  );
}
