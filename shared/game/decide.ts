/** Decisions: when one becomes due, what a move does, and how a bot answers. */
import { formsOf } from '../judge/forms.ts';
import { isOwed, judge } from '../judge/judge.ts';
import type { Move } from '../judge/move.ts';
import { offers } from '../tcp/offers.ts';
import { roles } from './role.ts';
import { type EndDraft, happen, type Story, tell } from './story.ts';
import type { Trigger } from './view.ts';

/** Something happened at this end that its keeper has to answer - if only by waiting. */
export function openDecision(end: EndDraft, trigger: Trigger): void {
  // Nobody is asked about a connection that does not exist, unless a reset is owed, or the application just ended
  // it: that CLOSE in SYN-SENT sends nothing is worth a thought.
  const gone = end.tcb.state === 'CLOSED' && offers(end.tcb).length === 0;
  if (gone && trigger.type !== 'called') end.triggers = [];
  else end.triggers = [...end.triggers, trigger];
}

/** A right move is done; a wrong one is refused with its verdict, and the decision stays open. */
export function decide(story: Story, end: EndDraft, move: Move): void {
  const judgement = judge(end.tcb, move, end.last);
  if (!judgement.right) {
    end.refused += 1;
    tell(story, { type: 'refused', host: end.role, move, verdict: judgement.verdict });
    return;
  }
  if (judgement.segment === null) tell(story, { type: 'waited', host: end.role });
  else happen(story, end, { type: 'transmit', segment: judgement.segment }, null);
  const { also } = judgement;
  if (end.keeper === 'human' && also.length > 0) tell(story, { type: 'also', host: end.role, move, also });
  // What is still owed keeps the decision open.
  if (!isOwed(end.tcb)) end.triggers = [];
}

/** The perfect bot is the engine: it sends all that is right to send, at once. */
export function letBotsPlay(story: Story): void {
  for (const role of roles) {
    const end = story.match.ends[role];
    while (end.keeper === 'bot' && end.triggers.length > 0) {
      const [form] = formsOf(end.tcb);
      const { refused } = end;
      decide(story, end, form?.move ?? { type: 'wait' });
      if (end.refused > refused) throw new Error('the engine refused its own segment');
    }
  }
}
