/** A player goes away and comes back; for one who stays away, the bot plays. */
import { assertNever } from '../result.ts';
import type { SeatChange } from './command.ts';
import { settle } from './passing.ts';
import { type EndDraft, type Story, tell } from './story.ts';

/** A change that does not fit (the bot has the seat already, nobody was away) changes nothing. */
export function sit(story: Story, end: EndDraft, to: SeatChange): void {
  if (story.match.setup.keepers[end.role] === 'bot') return;
  switch (to) {
    case 'away':
      if (end.seat === 'kept') end.seat = 'away';
      return;
    case 'bot':
      if (end.seat !== 'away' || story.match.phase !== 'playing') return;
      end.seat = 'bot';
      end.keeper = 'bot';
      tell(story, { type: 'standIn', host: end.role, begins: true });
      settle(story);
      return;
    case 'back':
      if (end.seat === 'bot') tell(story, { type: 'standIn', host: end.role, begins: false });
      end.seat = 'kept';
      end.keeper = 'human';
      return;
    default:
      assertNever(to);
  }
}
