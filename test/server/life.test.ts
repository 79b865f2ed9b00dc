import { describe, expect, test } from 'vitest';
import { weathers } from '../../shared/net/weather.ts';
import { play } from './driver.ts';
import { connect, enterBotRoom, enterPair, startServer } from './harness.ts';

describe.each(weathers)('the whole life in %s weather', (weather) => {
  test.each(['study', 'live'] as const)('two friends play it to the end, %s clock', async (clock) => {
    const { host, friend, first, second } = await enterPair(await startServer(), { weather, clock, closer: 'any' });
    const [one, two] = await Promise.all([play(host, first), play(friend, second)]);
    expect(one.history).toEqual(two.history);
    expect(one.history.map((told) => told.n)).toEqual(one.history.map((_, n) => n));
    expect(one.view.own?.tcb.state).toBe('CLOSED');
    expect(one.view.peer?.tcb.state).toBe('CLOSED');
    expect(one.version).toBe(two.version);
  });

  test.each(['client', 'server'] as const)('one plays it as %s against the bot', async (role) => {
    const player = await connect(await startServer());
    const end = await play(player, await enterBotRoom(player, { weather, role }));
    expect(end.view).toMatchObject({ phase: 'finished', own: { role }, peer: { tcb: { state: 'CLOSED' } } });
    const late = { match: end.match, basedOn: end.version, role, move: { type: 'wait' }, id: 'after-all' } as const;
    expect(await player.ask('command', late)).toMatchObject({ code: 'move/finished' });
  });
});
