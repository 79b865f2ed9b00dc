/** Draws shapes of `art/` as SVG. Colours are custom properties, so the theme changes them without a redraw. */
import type { Flag } from '../../shared/tcp/segment.ts';
import { signalFlags } from '../art/flags.ts';
import type { Shape } from '../art/shape.ts';
import type { Paint } from '../style/tokens.ts';

const paint = (name: Paint | null): string => (name === null ? 'none' : `var(--${name})`);

export function Shapes({ shapes }: { readonly shapes: readonly Shape[] }) {
  return (
    <>
      {shapes.map(({ points, fill, line, closed }, i) =>
        closed ? (
          <polygon key={i} points={points.join(' ')} fill={paint(fill)} stroke={paint(line)} />
        ) : (
          <polyline key={i} points={points.join(' ')} fill={paint(fill)} stroke={paint(line)} />
        ),
      )}
    </>
  );
}

/** A signal flag as a picture; its name always stands beside it as text. */
export function SignalFlag({ flag }: { readonly flag: Flag }) {
  const { patches } = signalFlags[flag];
  return (
    <svg class="flag" viewBox="-0.4 -0.4 6.8 6.8" aria-hidden="true">
      <Shapes shapes={patches.map((patch) => ({ ...patch, line: null, closed: true }))} />
      <polygon class="flag-edge" points={(patches[0]?.points ?? []).join(' ')} />
    </svg>
  );
}
