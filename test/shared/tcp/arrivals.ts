/** The tables: what a segment does that arrives somewhere, as written down here, as the RFC has it, and as it is. */
import { describe, expect, test } from 'vitest';
import { parse } from './notation.ts';
import { storyOfModel, withoutWindows } from './reference/compare.ts';
import { segmentArrives } from './reference/segmentArrives.ts';
import { endpointOf, rulesOf, situationNamed } from './reference/situations.ts';
import { numberings } from './world.ts';

/**
 * A table of facts, one a line: `fact | what arrives | what the end does | clause`, at the `situation` of that title and
 * at both numberings. The clause column names all clauses in the order of the effects, and `drop` where something was
 * dropped. Each line has to hold three times: as it stands here, of the engine, and of the reference model.
 */
export function arrivals(title: string, situation: string, table: string, rfc5961 = true): void {
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const place = situationNamed(situation);
  describe.each(numberings)(`${title}, $title`, (numbering) => {
    test.each(rows)('%s: %s', (_fact, text = '', does, clause = '') => {
      const world = place.build(numbering, { ...place.config, rfc5961 }).gets(text);
      expect(world.did).toBe(does);
      expect(world.why).toBe(clause);
      const { iss, irs } = numbering;
      const segment = parse(text, { seq: irs, ack: iss });
      const model = segmentArrives(endpointOf(place, numbering), segment, rulesOf(place, rfc5961), iss);
      const story = storyOfModel(model, numbering);
      expect(withoutWindows(story.did)).toBe(does);
      const words = clause.split(' ').filter((word) => word !== '');
      expect(story.clauses).toBe(
        words
          .filter((word) => word !== 'drop')
          .toSorted()
          .join(' '),
      );
      expect(story.drops).toBe(words.includes('drop') ? 1 : 0);
    });
  });
}
