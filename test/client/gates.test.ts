import { expect, test } from 'vitest';
import { gatesOf } from '../../client/art/gates.ts';
import type { Told } from '../../shared/game/event.ts';
import { type Role, roles } from '../../shared/game/role.ts';
import { setupOf, wholeLog } from '../shared/game/builders.ts';

/** What is wrong with the gates of one end in a story. What happens at one instant has no order here. */
function faults(history: readonly Told[], role: Role): readonly string[] {
  const own = history.filter((event) => 'host' in event && event.host === role);
  const sentFin = own.find((event) => event.type === 'sent' && event.header.flags.includes('FIN'))?.at ?? Infinity;
  const gotFin = own.find((event) => event.type === 'signalled' && event.signal === 'closing')?.at ?? Infinity;
  return own.flatMap((event) => {
    if (event.type !== 'changed' || gatesOf[event.to].SND === 'none') return [];
    const { SND, RCV } = gatesOf[event.to];
    const fits = (gate: string, from: number): boolean => event.at === from || (gate === 'shut') === event.at > from;
    const right = fits(SND, sentFin) && fits(RCV, gotFin);
    return right ? [] : [`${event.to} at ${event.at}: ${SND} ${RCV}`];
  });
}

test('a gate is shut from the FIN on that shuts it: in stories of the engine, state by state', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const { match } = wholeLog(setupOf({ seed, weather: 'lossy', closer: seed % 2 === 0 ? 'client' : 'server' }));
    for (const role of roles) expect(faults(match.history, role)).toEqual([]);
  }
});
