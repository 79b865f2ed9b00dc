/** The ladder of a match: arrows that open, and the picture to take along. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { roles } from '../../shared/game/role.ts';
import { Ladder } from '../ladder/ladder.tsx';
import { lifeline } from '../ladder/layout.ts';
import { savePng, saveSvg, standalone } from '../ladder/save.ts';
import type { Session } from '../state/session.ts';
import { t } from '../state/settings.ts';
import { SegmentCard } from './segmentCard.tsx';

interface Props {
  readonly now: Session;
  /** With the ways to save and to print it. */
  readonly keep?: boolean;
}

export function LadderPanel({ now, keep = false }: Props) {
  const box = useRef<HTMLDivElement>(null);
  /** The flight that is opened. */
  const open = useSignal<number | null>(null);
  const flight = open.value === null ? undefined : now.flights.get(open.value);
  return (
    <div ref={box} class="ladder-panel">
      <Ladder
        now={now}
        opened={open.value}
        onOpen={(id) => {
          open.value = open.peek() === id ? null : id;
        }}
      />
      {flight !== undefined && (
        <SegmentCard
          flight={flight}
          now={now}
          onClose={() => {
            open.value = null;
          }}
        />
      )}
      {keep && <Keep picture={() => box.current?.querySelector('svg.ladder') ?? null} />}
    </div>
  );
}

function Keep({ picture }: { readonly picture: () => Element | null }) {
  const { ladder, role } = t.value;
  const drawn = () => {
    const svg = picture();
    return svg instanceof SVGSVGElement
      ? standalone(
          svg,
          roles.map((end) => [lifeline[end], role[end]]),
        )
      : null;
  };
  const asSvg = (): void => {
    const made = drawn();
    if (made !== null) saveSvg('ackward-bound-ladder', made);
  };
  const asPng = (): void => {
    const made = drawn();
    if (made !== null) void savePng('ackward-bound-ladder', made);
  };
  return (
    <div class="end-ways ladder-keep">
      <button type="button" class="button small" data-save="svg" onClick={asSvg}>
        {ladder.svg}
      </button>
      <button type="button" class="button small" data-save="png" onClick={asPng}>
        {ladder.png}
      </button>
      <button type="button" class="button small" data-print onClick={() => print()}>
        {ladder.print}
      </button>
    </div>
  );
}
