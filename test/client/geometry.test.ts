import { describe, expect, test } from 'vitest';
import { boatSize } from '../../client/art/boat.ts';
import { geometryOf } from '../../client/scene/geometry.ts';

describe.each([
  [360, 184, 1],
  [720, 368, 2],
  [1366, 288, 1],
  [1920, 486, 1],
])('a strait of %d x %d', (w, h, ratio) => {
  const geometry = geometryOf(w, h, ratio);

  test('every lane keeps its boat inside the picture', () => {
    for (const lane of geometry.lanes) {
      expect(lane + boatSize.below * geometry.unit).toBeLessThanOrEqual(h);
      expect(lane - boatSize.above * geometry.unit).toBeGreaterThanOrEqual(-0.01);
    }
  });

  test('there is water between the quays', () => {
    expect(geometry.dock.server - geometry.dock.client).toBeGreaterThan(w * 0.3);
  });

  test('the two harbours mirror each other', () => {
    expect(geometry.foot.client.x + geometry.foot.server.x).toBeCloseTo(w);
  });

  test('numbers on a boat have at least ten pixels of the page', () => {
    expect((13.5 * geometry.unit) / ratio).toBeGreaterThanOrEqual(9.9);
  });
});
