import { describe, expect, test } from 'vitest';
import { doneInHalfClose, doneInTimeWait, nothingWaited } from '../../client/library/closeTasks.ts';
import { answer, cardInFront, deckFrom, next, withInFront } from '../../client/library/deck.ts';
import { doneInFlood, setupOf, taken, waitsOut } from '../../client/library/floodTasks.ts';
import { clockParts, guessAt, linesFrom, placeOn, plotFrame, seriesAt } from '../../client/library/isnPlot.ts';
import { checkRow, type Knowledge, mark, newKnowledge } from '../../client/library/knowledge.ts';
import { roomAt } from '../../client/library/place.ts';
import { lookUp } from '../../client/library/shelf.ts';
import { happenedSince, ladderStory } from '../../client/library/straitLadder.ts';
import { doneInTwoWay, replayable } from '../../client/library/twoWayTasks.ts';
import { addressOfCard, addressOfMachine } from '../../client/state/libraryPath.ts';
import { layLadder } from '../../client/ladder/layout.ts';
import { type FloodAction, playFlood } from '../../shared/lessons/flood.ts';
import { newHalfClose } from '../../shared/lessons/halfClose.ts';
import { exampleEnds, isnAt, turnOfClock } from '../../shared/lessons/isnMachine.ts';
import { machineIds } from '../../shared/lessons/machines.ts';
import { act, actAll, type StraitAction } from '../../shared/lessons/strait.ts';
import { newExperiment } from '../../shared/lessons/timeWait.ts';
import { lateSyn, newWorld, steps } from '../../shared/lessons/twoWay.ts';

const arrive = (name: string): StraitAction => ({ type: 'arrive', name });

describe('addresses', () => {
  test('each room, page, machine and card has its own; others name nothing', () => {
    expect(roomAt('')).toEqual({ type: 'shelves' });
    expect(roomAt('cards')).toEqual({ type: 'cards', first: null });
    expect(roomAt(addressOfCard('why-two-msl'))).toEqual({ type: 'cards', first: 'why-two-msl' });
    expect(roomAt('half-close')).toEqual({ type: 'page', id: 'half-close' });
    expect(machineIds.map((id) => roomAt(addressOfMachine(id)))).toEqual(
      machineIds.map((id) => ({ type: 'machine', id })),
    );
    for (const at of ['machine-', 'card-none', 'constructor']) expect(roomAt(at)).toEqual({ type: 'none' });
  });
  test('a machine is found by what it is about, in both languages', () => {
    expect(lookUp('两次握手', 'zh-CN')).toMatchObject({ type: 'found', machines: ['two-way'] });
    expect(lookUp('一台', 'zh-CN')).toEqual({ type: 'none' });
    expect(lookUp('初始序号机', 'zh-CN')).toMatchObject({ type: 'found', machines: ['isn'] });
    expect(lookUp('why four', 'en')).toMatchObject({ type: 'found', machines: ['half-close', 'who-knows'] });
  });
  test('a card that is asked for comes to the front, answered or not', () => {
    const deck = deckFrom(7);
    const [first, second] = deck.order;
    if (first === undefined || second === undefined) throw new Error('an empty deck');
    expect(withInFront(deck, first)).toBe(deck);
    expect(cardInFront(withInFront(deck, second))).toBe(second);
    const later = next(answer(answer(deck, 'myth'), 'turned'));
    const back = withInFront(later, first);
    expect([cardInFront(back), back.said, back.order.length]).toEqual([first, null, deck.order.length]);
    expect(new Set(back.order)).toEqual(new Set(deck.order));
  });
});

describe('the ladder of a machine', () => {
  const closing = act(newHalfClose('nothing'), { type: 'close', host: 'client' });
  test('a segment under way is drawn half way, and one that arrived to the other side', () => {
    const story = ladderStory(closing);
    const [arrow] = layLadder(story.history, story.flights, story.at).arrows;
    expect(arrow).toMatchObject({ fate: 'underWay', x1: 76 });
    expect((arrow?.x2 ?? 0) > 150 && (arrow?.x2 ?? 0) < 250).toBe(true);
    const there = ladderStory(act(closing, arrive('FIN,ACK 1')));
    expect(layLadder(there.history, there.flights, there.at).arrows[0]).toMatchObject({ fate: 'arrived', x2: 304 });
  });
  test('of several changes at one instant the last is shown; the log keeps all', () => {
    const over = actAll(newHalfClose('closes-at-once'), [
      { type: 'close', host: 'client' },
      arrive('FIN,ACK 1'),
      arrive('FIN,ACK 2'),
    ]);
    const changes = (history: typeof over.history) =>
      history.flatMap((told) => (told.type === 'changed' && told.host === 'client' ? [told.to] : []));
    expect(changes(over.history)).toEqual(['FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT']);
    expect(changes(ladderStory(over).history)).toEqual(['FIN-WAIT-1', 'TIME-WAIT']);
  });
  test('what the last action showed', () => {
    const there = act(closing, arrive('FIN,ACK 1'));
    expect(happenedSince(closing, there)[0]).toMatchObject({ type: 'arrived', n: 3 });
    expect(happenedSince(newHalfClose('nothing'), closing).map(({ type }) => type)).toEqual([
      'called',
      'changed',
      'sent',
    ]);
  });
});

describe('tasks', () => {
  test('two-way: broken once, saved once, and both stay', () => {
    const none = { broke: false, saved: false };
    const broke = doneInTwoWay(none, steps(newWorld('two-way'), lateSyn.slice(0, 3)));
    expect(broke).toEqual({ broke: true, saved: false });
    expect(doneInTwoWay(broke, steps(newWorld('three-way'), lateSyn))).toEqual({ broke: true, saved: true });
    expect(doneInTwoWay(none, steps(newWorld('three-way'), lateSyn.slice(0, 4)))).toEqual(none);
  });
  test('two-way: the steps that both designs have are played again', () => {
    expect(replayable('three-way', lateSyn.slice(0, 4))).toEqual(lateSyn.slice(0, 4));
    expect(replayable('two-way', lateSyn)).toEqual(lateSyn.slice(0, 4));
  });
  test('half-close: FINs that cross are not the four waves', () => {
    const none = { four: false, half: false, three: false };
    const crossed = actAll(newHalfClose('nothing'), [
      { type: 'close', host: 'client' },
      { type: 'close', host: 'server' },
      ...['FIN,ACK 1', 'FIN,ACK 2', 'ACK 1', 'ACK 2'].map(arrive),
    ]);
    expect(doneInHalfClose(none, crossed)).toEqual(none);
    expect(doneInHalfClose({ ...none, half: true }, newHalfClose('nothing'))).toMatchObject({ half: true });
  });
  test('2MSL: each experiment keeps its own account', () => {
    const choice = { experiment: 'last-ack', timeWait: false } as const;
    const reset = actAll(newExperiment(choice), [
      { type: 'close', host: 'server' },
      arrive('FIN,ACK 1'),
      { type: 'lose', name: 'ACK 1' },
      { type: 'wait' },
      arrive('FIN,ACK 2'),
      arrive('RST 1'),
    ]);
    expect(doneInTimeWait(nothingWaited, choice, reset)).toEqual({
      ...nothingWaited,
      'last-ack': { off: true, on: false },
    });
    expect(doneInTimeWait(nothingWaited, choice, newExperiment(choice))).toBe(nothingWaited);
  });
  test('flood: filled, refused, saved by cookies', () => {
    const none = { fill: false, refused: false, cookies: false };
    const flood: readonly FloodAction[] = [{ type: 'forge', count: 10 }, { type: 'connect' }];
    const full = playFlood(setupOf(false), flood);
    expect(taken(full)).toBe(8);
    expect(doneInFlood(none, false, full)).toEqual({ fill: true, refused: false, cookies: false });
    const over = playFlood(setupOf(false), waitsOut(false, flood));
    expect(doneInFlood(none, false, over)).toMatchObject({ refused: true });
    expect(doneInFlood(none, true, playFlood(setupOf(true), flood))).toEqual({ ...none, cookies: true });
    expect(doneInFlood(none, true, playFlood(setupOf(true), flood.slice(1)))).toEqual(none);
  });
});

const lit = (knowledge: Knowledge, ...marks: readonly (readonly [Parameters<typeof mark>[1], 'client' | 'server'])[]) =>
  marks.reduce((now, [ability, who]) => mark(now, ability, who), knowledge);

describe('who knows what', () => {
  test('a wrong row is named; a right table leads on, with what is known already', () => {
    const wrong = checkRow(lit(newKnowledge, ['client-sends', 'server'], ['server-sends', 'client']));
    expect(wrong).toMatchObject({ at: 0, wrong: ['server-sends', 'server-receives'] });
    const right = checkRow(lit(wrong, ['server-sends', 'client'], ['server-receives', 'server']));
    expect(right).toMatchObject({ at: 1, wrong: null });
    expect(right.rows[1]?.['client-sends']).toEqual({ client: false, server: true });
  });
  test('after the third the tables are closed', () => {
    const all = ['client-sends', 'client-receives', 'server-sends', 'server-receives'] as const;
    let now = checkRow(lit(newKnowledge, ['client-sends', 'server'], ['server-receives', 'server']));
    now = checkRow(lit(now, ...all.map((ability) => [ability, 'client'] as const)));
    now = checkRow(lit(now, ['client-receives', 'server'], ['server-sends', 'server']));
    expect([now.at, now.rows.length]).toEqual([3, 3]);
    expect([checkRow(now), mark(now, 'client-sends', 'client')]).toEqual([now, now]);
  });
});

describe('the plot of ISNs', () => {
  test('a line rises through one turn and begins again where it ends', () => {
    const [[a, b], [c, d]] = linesFrom(2 ** 31) as [[Point, Point], [Point, Point]];
    expect([a.y, b.y, c.y, d.y]).toEqual([plotFrame.h / 2, 0, plotFrame.h, plotFrame.h / 2]);
    expect([a.x, b.x, c.x, d.x]).toEqual([0, plotFrame.w / 2, plotFrame.w / 2, plotFrame.w]);
  });
  test('the ISN of now lies on its line', () => {
    const [rising] = linesFrom(isnAt(null, exampleEnds.victim, 0).hash);
    const here = placeOn(60_000, isnAt(null, exampleEnds.victim, 60_000).isn);
    const [from, to] = rising ?? [here, here];
    const share = (here.x - from.x) / (to.x - from.x);
    expect(from.y + share * (to.y - from.y)).toBeCloseTo(here.y, 6);
  });
  test('a second more is 250,000 numbers, a whole turn none', () => {
    expect(seriesAt('lighthouse', exampleEnds.victim, 5000).map(({ more }) => more)).toEqual([
      0, 250, 250_000, 15_000_000, 0,
    ]);
  });
  test('the guess hits without a key, at any time of the turn', () => {
    for (const now of [0, 60_000, turnOfClock - 1000]) {
      expect([guessAt(null, exampleEnds, now).hit, guessAt('key', exampleEnds, now).hit]).toEqual([true, false]);
    }
    expect(clockParts(turnOfClock)).toEqual([4, 46, 19]);
  });
});

interface Point {
  readonly x: number;
  readonly y: number;
}
