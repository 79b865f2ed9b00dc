/** What a player masters, as data to show: forty rows in groups, each with its state and where to practise it. Pure. */
import { type MasteryGroup, masteryGroups } from '../../shared/i18n/progress/catalogue.ts';
import { type MisconceptionId, misconceptionIds } from '../../shared/judge/misconceptions.ts';
import { type Box, type Colour, colourOf } from '../../shared/levels/mastery.ts';
import type { Progress } from '../../shared/levels/progress.ts';

/** Each group from this one of the list to the next group's: the list is in the order of a connection's life. */
const begins: { readonly [group in MasteryGroup]: MisconceptionId } = {
  opening: 'syn-forgotten',
  resets: 'reply-to-rst',
  flags: 'fin-without-ack',
  closing: 'fin-too-early',
  timing: 'retransmit-too-early',
  seq: 'wrap-not-mod',
  ack: 'ack-no-plus-one',
};

export const groupOf = (id: MisconceptionId): MasteryGroup => {
  const place = misconceptionIds.indexOf(id);
  return masteryGroups.findLast((group) => misconceptionIds.indexOf(begins[group]) <= place) ?? 'opening';
};

export interface Skill {
  readonly id: MisconceptionId;
  readonly colour: Colour;
  /** null: not met yet, so in no box. */
  readonly box: Box | null;
  /** Days from today until it is asked again; 0 or less: it is due. */
  readonly due: number | null;
}

export interface SkillGroup {
  readonly group: MasteryGroup;
  readonly skills: readonly Skill[];
}

function skillOf(id: MisconceptionId, { rows }: Progress, day: number): Skill {
  const row = rows[id];
  return { id, colour: colourOf(row), box: row?.box ?? null, due: row === undefined ? null : row.due - day };
}

/** All forty, or those of one colour; groups that have none are left out. */
export const skillsOf = (progress: Progress, day: number, only: Colour | null = null): readonly SkillGroup[] =>
  masteryGroups
    .map((group) => ({
      group,
      skills: misconceptionIds
        .filter((id) => groupOf(id) === group)
        .map((id) => skillOf(id, progress, day))
        .filter(({ colour }) => only === null || colour === only),
    }))
    .filter(({ skills }) => skills.length > 0);

export function countColours({ rows }: Progress): { readonly [colour in Colour]: number } {
  const found = misconceptionIds.map((id) => colourOf(rows[id]));
  const count = (colour: Colour): number => found.filter((one) => one === colour).length;
  return { red: count('red'), amber: count('amber'), green: count('green'), grey: count('grey') };
}
