/**
 * The engine beside a reference model of RFC 9293 3.10.7 that was written from the RFC's text alone (reference/): every
 * state, every kind of segment, every place of the window, at ISN 10,000 and near 2^32, with RFC 5961 and without.
 */
import { describe, expect, test } from 'vitest';
import { states } from '../../../shared/tcp/state.ts';
import { segmentsFor } from './reference/cells.ts';
import { type Story, storyOfEngine, storyOfModel } from './reference/compare.ts';
import { segmentArrives } from './reference/segmentArrives.ts';
import { endpointOf, rulesOf, situations } from './reference/situations.ts';
import { show } from './notation.ts';
import { numberings } from './world.ts';

const worlds = situations.flatMap((situation) =>
  numberings.flatMap((numbering) =>
    [true, false].map((rfc5961) => ({
      title: `${situation.title}, ${numbering.title}, RFC 5961 ${rfc5961 ? 'on' : 'off'}`,
      situation,
      numbering,
      rfc5961,
    })),
  ),
);

test('every state is tried', () => {
  expect(new Set(situations.map(({ state }) => state))).toEqual(new Set(states));
});

const differ = (a: Story, b: Story): boolean =>
  a.did !== b.did ||
  a.clauses !== b.clauses ||
  a.drops !== b.drops ||
  a.lingers !== b.lingers ||
  a.variables !== b.variables;

describe('the engine does what the text of 3.10.7 says', () => {
  test.each(worlds)('$title', ({ situation, numbering, rfc5961 }) => {
    const start = situation.build(numbering, { ...situation.config, rfc5961 });
    const endpoint = endpointOf(situation, numbering);
    expect(start.tcb.state).toBe(situation.state);
    const rules = rulesOf(situation, rfc5961);
    let tried = 0;
    const wrong: { readonly segment: string; readonly engine: Story; readonly model: Story }[] = [];
    for (const segment of segmentsFor(endpoint, numbering)) {
      tried += 1;
      const engine = storyOfEngine(start.do({ type: 'segmentArrives', segment, iss: numbering.iss }));
      const model = storyOfModel(segmentArrives(endpoint, segment, rules, numbering.iss), numbering);
      if (!differ(engine, model)) continue;
      wrong.push({ segment: show(segment, { seq: numbering.irs, ack: numbering.iss }), engine, model });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(tried).toBeGreaterThan(1000);
  });
});
