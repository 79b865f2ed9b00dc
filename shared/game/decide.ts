/** Decisions: when one becomes due, what a move does, and how a bot answers. */
import { formsOf } from '../judge/forms.ts';
import { isOwed, judge } from '../judge/judge.ts';
import type { Move } from '../judge/move.ts';
import type { Verdict } from '../judge/verdict.ts';
import { NONE } from '../octets.ts';
import { toSeq } from '../seq.ts';
import { offers } from '../tcp/offers.ts';
import { rawSegment } from '../tcp/raw.ts';
import { ctlOf } from '../tcp/segment.ts';
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

/**
 * A right move is done; a wrong one is refused with its verdict, and the decision stays open. In a free match it is
 * done too, and the decision is over: what is still owed will be asked for when something happens again.
 */
export function decide(story: Story, end: EndDraft, move: Move): void {
  const judgement = judge(end.tcb, move, end.last);
  if (!judgement.right) {
    const { verdict } = judgement;
    end.refused += 1;
    const free = story.match.setup.judging === 'free' && !isCrowded(story, end);
    tell(story, { type: free ? 'broke' : 'refused', host: end.role, move, verdict });
    if (free) breakRule(story, end, move, verdict);
    return;
  }
  if (judgement.segment === null) tell(story, { type: 'waited', host: end.role });
  else happen(story, end, { type: 'transmit', segment: judgement.segment }, null);
  const { also } = judgement;
  if (end.keeper === 'human' && also.length > 0) tell(story, { type: 'also', host: end.role, move, also });
  // What is still owed keeps the decision open.
  if (!isOwed(end.tcb)) end.triggers = [];
}

/** Boats of one end that may be out at a time where rules may be broken: a flood would tell nobody anything. */
const mostBoats = 8;
const isCrowded = ({ match }: Story, { role }: EndDraft): boolean =>
  match.flights.filter(({ from }) => from === role).length >= mostBoats;

function breakRule(story: Story, end: EndDraft, move: Move, { clause }: Verdict): void {
  end.triggers = [];
  if (move.type === 'wait') return;
  const { flags, seq, ack, payload } = move;
  const data = payload === null ? NONE : end.stream.subarray(payload.offset, payload.offset + payload.length);
  const segment = rawSegment(end.tcb, { seq: toSeq(seq), ack: toSeq(ack ?? 0), ctl: ctlOf(flags), data });
  happen(story, end, { type: 'inject', segment, clause }, null);
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
