/** A ring that shrinks as a timer runs: `share` of it is left, 0..1. */
const R = 9;
const AROUND = 2 * Math.PI * R;

export function Ring({ share }: { readonly share: number }) {
  return (
    <svg class="ring" viewBox="0 0 24 24" aria-hidden="true">
      <circle class="ring-track" cx="12" cy="12" r={R} />
      <circle
        class="ring-left"
        cx="12"
        cy="12"
        r={R}
        transform="rotate(-90 12 12)"
        stroke-dasharray={`${(AROUND * share).toFixed(2)} ${AROUND.toFixed(2)}`}
      />
    </svg>
  );
}
