/** Three stars, some of them won: as shapes, and in words. */
import { lt } from '../../state/levelWords.ts';

const points = '0,-9 2.6,-3.2 8.9,-2.6 4.2,1.7 5.5,7.9 0,4.6 -5.5,7.9 -4.2,1.7 -8.9,-2.6 -2.6,-3.2';

export function Stars({ count }: { readonly count: number }) {
  return (
    <span class="stars" role="img" aria-label={lt.value.stars(count, 3)}>
      <svg viewBox="-11 -11 70 22" aria-hidden="true">
        {[0, 1, 2].map((i) => (
          <polygon
            key={i}
            class={i < count ? 'star won' : 'star'}
            points={points}
            transform={`translate(${i * 24} 0)`}
          />
        ))}
      </svg>
    </span>
  );
}
