/**
 * Waiting too long. With the live clock nobody presses Wait: time simply passes. So a player whose end owes something
 * at once, and who lets it stand, has waited - and hears from the judge what a Wait would have heard, once.
 */
import { isOwed, judge } from '../judge/judge.ts';
import { lateAt } from './late.ts';
import { roles } from './role.ts';
import { type EndDraft, type Story, tell } from './story.ts';

/** After anything that happened: whose end owes something, and since when. */
export function watchPatience({ match }: Story): void {
  for (const role of roles) {
    const end = match.ends[role];
    const owes = end.keeper === 'human' && end.triggers.length > 0 && isOwed(end.tcb);
    if (!owes) end.late = null;
    else end.late ??= { since: match.now, told: false };
  }
}

export function tellWhoIsLate(story: Story): void {
  for (const role of roles) {
    const end = story.match.ends[role];
    const at = lateAt(story.match, end);
    if (at !== null && at <= story.match.now) speakUp(story, end);
  }
}

function speakUp(story: Story, end: EndDraft): void {
  const move = { type: 'wait' } as const;
  const judgement = judge(end.tcb, move, end.last);
  if (judgement.right || end.late === null) return;
  end.late = { ...end.late, told: true };
  end.refused += 1;
  tell(story, { type: 'late', host: end.role, move, verdict: judgement.verdict });
}
