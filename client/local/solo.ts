/** A whole life against the bot in this page, with the choices of the first screen. */
import type { WholeLife } from '../../shared/game/command.ts';
import { initial } from '../../shared/game/match.ts';
import { type Role, otherRole, roles } from '../../shared/game/role.ts';
import { drawSetup } from '../../shared/game/setup.ts';
import { recordingOf } from '../../shared/protocol/recording.ts';
import { packRecording } from '../replay/link.ts';
import { goToReplay } from '../state/seat.ts';
import * as settings from '../state/settings.ts';
import { local, sitDownAt } from './table.ts';

const drawn = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

const drawRole = (wish: Role | 'any'): Role => (wish === 'any' ? (roles[drawn() % 2] ?? 'client') : wish);

let setup: WholeLife | null = null;

export function playSolo(role: Role = drawRole(settings.role.peek())): void {
  const { weather, clock, judging, closer, locale } = settings;
  setup = drawSetup({
    seed: drawn(),
    weather: weather.peek(),
    clock: clock.peek(),
    judging: judging.peek(),
    closer: drawRole(closer.peek()),
    keepers: role === 'client' ? { client: 'human', server: 'bot' } : { client: 'bot', server: 'human' },
    locale: locale.peek(),
  });
  sitDownAt(initial(setup), role);
}

/** Once more, at the other end. */
export const swapSolo = (): void => playSolo(otherRole(local.peek()?.role ?? 'client'));

export async function replaySolo(): Promise<void> {
  const played = local.peek();
  if (setup === null || played === null) return;
  const packed = await packRecording(recordingOf(setup, played.commands));
  goToReplay({ type: 'replay', id: null, packed });
}
