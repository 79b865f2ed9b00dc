/** The state diagram of RFC 9293, Figure 5: where an end is, how it came there, and what would lead on from here. */
import { useSignal } from '@preact/signals';
import { type Role, roles } from '../../shared/game/role.ts';
import { states } from '../../shared/tcp/state.ts';
import { flagText } from '../art/flags.ts';
import { type Way, boxSize, figureSize, lineOf, onward, places, travelled, wayKey, ways } from '../diagram/figure5.ts';
import { stateOf } from '../motion/plan.ts';
import type { Session } from '../state/session.ts';
import { t } from '../state/settings.ts';

function wayWords({ cause, sends }: Way): string {
  const { diagram } = t.value;
  const said = sends.length === 0 ? '' : diagram.sends(flagText(sends));
  switch (cause.type) {
    case 'call':
      return diagram.call(cause.call, said);
    case 'rcv':
      return diagram.rcv(flagText(cause.flags), said);
    case 'ackOf':
      return diagram.ackOf(cause.flag, said);
    case 'timeout':
      return diagram.timeout;
  }
}

function Arrow({ way, gone, next }: { readonly way: Way; readonly gone: boolean; readonly next: boolean }) {
  const line = lineOf(way);
  const [x, y] = line.at(-1) ?? [0, 0];
  const [px, py] = line.at(-2) ?? [0, 0];
  const angle = (Math.atan2(y - py, x - px) * 180) / Math.PI;
  return (
    <g class={`way${gone ? ' gone' : ''}${next ? ' next' : ''}`}>
      <polyline points={line.map((point) => point.join(',')).join(' ')} />
      <path transform={`translate(${x} ${y}) rotate(${angle})`} d="M0 0l-9 -4.5v9z" />
    </g>
  );
}

export function Diagram({ now }: { readonly now: Session }) {
  const { diagram, role: names, state: meanings } = t.value;
  const seen = roles.filter((role) => stateOf(now, role) !== null);
  const chosen = useSignal<Role | null>(null);
  const role = chosen.value !== null && seen.includes(chosen.value) ? chosen.value : (seen[0] ?? 'client');
  const here = stateOf(now, role) ?? 'CLOSED';
  const path = travelled(now.history, role);
  const next = onward(here);
  return (
    <div class="diagram" data-diagram={role} data-lit={here}>
      {seen.length > 1 && (
        <div class="tabs" role="group" aria-label={diagram.whose}>
          {seen.map((one) => (
            <button
              key={one}
              type="button"
              class="tab"
              aria-pressed={one === role}
              onClick={() => {
                chosen.value = one;
              }}
            >
              {names[one]}
            </button>
          ))}
        </div>
      )}
      <svg viewBox={`0 0 ${figureSize.w} ${figureSize.h}`} aria-hidden="true">
        {ways.map((way) => (
          <Arrow key={wayKey(way)} way={way} gone={path.has(wayKey(way))} next={way.from === here} />
        ))}
        {states.map((state) => (
          <g
            key={state}
            class={`node${state === here ? ' lit' : ''}`}
            transform={`translate(${places[state].x} ${places[state].y})`}
          >
            <rect x={-boxSize.w / 2} y={-boxSize.h / 2} width={boxSize.w} height={boxSize.h} />
            <text y="4">{state}</text>
          </g>
        ))}
      </svg>
      <p>
        <b>{here}</b>: {meanings[here]}
      </p>
      <h3>{diagram.onward}</h3>
      <ul class="diagram-ways">
        {next.map((way) => (
          <li key={way.to + way.cause.type}>
            {wayWords(way)} → <b>{way.to}</b>
          </li>
        ))}
      </ul>
      <p class="hint">{diagram.reset}</p>
    </div>
  );
}
