/** The picture of the first screen: the three segments of the handshake, under way between two lighthouses. */
import { boat } from '../art/boat.ts';
import { lampShapes, quay, tower, town } from '../art/harbour.ts';
import { lamps } from '../art/lamps.ts';
import { placed, type Shape } from '../art/shape.ts';
import { t } from '../state/settings.ts';
import { Shapes } from './shapes.tsx';

const W = 1200;
const HORIZON = 158;

const boats = [
  { made: boat({ flags: ['SYN'], len: 0 }, { seq: '1 000', ack: null }, 1), x: 400, y: 190 },
  { made: boat({ flags: ['SYN', 'ACK'], len: 0 }, { seq: '5 000', ack: '1 001' }, -1), x: 800, y: 262 },
  { made: boat({ flags: ['ACK'], len: 0 }, { seq: '1 001', ack: '5 001' }, 1), x: 530, y: 352 },
] as const;

const bank = (x: number, mirror: 1 | -1): readonly Shape[] =>
  [...quay, ...town, ...tower, ...lampShapes(lamps.ESTABLISHED)].map((shape) =>
    placed(shape, { x, y: 260, scale: 1.05, mirror }),
  );

function wave(y: number, step: number, height: number): string {
  let d = `M-20 ${y}`;
  for (let x = -20; x < W + 40; x += step) d += `q${step / 4} ${-height} ${step / 2} 0t${step / 2} 0`;
  return d;
}

const sea = `M0 ${HORIZON}H${W}V420H0Z`;
const beam = (x: number, dir: 1 | -1): string =>
  `${x},103 ${x + dir * 1400},${dir > 0 ? 20 : 92} ${x + dir * 1400},${dir > 0 ? 96 : 168}`;

export function Hero() {
  return (
    <svg
      class="hero"
      viewBox={`0 52 ${W} 350`}
      preserveAspectRatio="xMidYMax slice"
      role="img"
      aria-label={t.value.start.picture}
    >
      <rect class="hero-sky" width={W} height="420" />
      <circle class="hero-moon" cx="905" cy="100" r="26" />
      <circle class="hero-night" cx="917" cy="93" r="23" />
      <polygon class="hero-beam" points={beam(128, 1)} />
      <polygon class="hero-beam" points={beam(1072, -1)} />
      <path class="hero-sea" d={sea} />
      {[178, 226, 284, 334, 390].map((y, i) => (
        <path key={y} class="hero-wave" d={wave(y, 120 + i * 24, 5 + i)} />
      ))}
      <g class="print">
        <Shapes shapes={bank(128, 1)} />
        <Shapes shapes={bank(1072, -1)} />
      </g>
      {boats.map(({ made, x, y }) => (
        <g key={y} class="print hero-boat" transform={`translate(${x} ${y})`}>
          <Shapes shapes={made.shapes} />
          {made.signs.map((sign) => (
            <text key={sign.what} class={`sign sign-${sign.what}`} x={sign.x} y={sign.y}>
              {sign.text}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}
