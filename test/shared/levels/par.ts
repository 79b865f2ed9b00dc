/** Plays a par, step by step, and says everything in which level, judge and engine disagree. */
import { roles } from '../../../shared/game/role.ts';
import { isOwed } from '../../../shared/judge/judge.ts';
import type { Level, ParStep, Scene } from '../../../shared/levels/level.ts';
import { moveFor, segmentOf } from '../../../shared/levels/steps.ts';
import { ctlOf, flagsOf, PSH, type Segment, SYN } from '../../../shared/tcp/segment.ts';
import { type End, happenings, isWon, letBotsPlay, missing, move, nextInstant, setStage, type Stage } from './stage.ts';

export type Send = Extract<ParStep, { type: 'send' }>;

export interface Run {
  readonly stage: Stage;
  readonly problems: readonly string[];
  readonly wonAt: number | null;
}

/** What is called before each step of a player, with the stage as the step finds it. */
export type Watch = (stage: Stage, step: ParStep, end: End) => void;

const limit = 120_000;

/** Plays until the level is won, or nothing happens any more. */
export function playPar(level: Level, scene: Scene, par: readonly ParStep[], watch?: Watch): Run {
  const stage = setStage(level, scene);
  const problems: string[] = [];
  const steps = par.filter(({ host }) => scene.players.includes(host));
  const say = (what: string): void => {
    problems.push(`${stage.now}: ${what}`);
  };
  const instants = new Set([...steps, ...scene.checks].map(({ at }) => at));
  for (;;) {
    const ahead = [...instants].filter((at) => at >= stage.now);
    stage.now = Math.min(nextInstant(stage), ...ahead);
    if (stage.now > limit) break;
    instants.delete(stage.now);
    happenings(stage);
    const first = roles.filter((role) => !scene.players.includes(role));
    if (first.length > 0) letBotsPlay(stage);
    for (const step of steps.filter(({ at }) => at === stage.now)) playStep({ stage, step, say, watch });
    letBotsPlay(stage);
    for (const role of scene.players) {
      const end = stage.ends[role];
      if (end.asked) say(`${role} is asked and the par does not answer${isOwed(end.tcb) ? '; something is owed' : ''}`);
      end.asked = false;
    }
    for (const check of scene.checks.filter(({ at }) => at === stage.now)) {
      const { state } = stage.ends[check.host].tcb;
      if (state !== check.state) say(`${check.host} is ${state}, not ${check.state}`);
    }
    if (isWon(stage)) break;
  }
  const wonAt = isWon(stage) ? stage.now : null;
  if (wonAt === null) problems.push(`not won: ${JSON.stringify(missing(stage))}`);
  for (const step of [...steps, ...scene.checks].filter(({ at }) => at > stage.now)) {
    problems.push(`after the win: ${JSON.stringify(step)}`);
  }
  for (const { from, kind, nth } of scene.faults) {
    if ((stage.counts[`${from} ${kind}`] ?? 0) < nth) problems.push(`no ${kind} number ${nth} left the ${from}`);
  }
  problems.push(...compareBots(level, scene, par, stage));
  return { stage, problems, wonAt };
}

function playStep(play: {
  readonly stage: Stage;
  readonly step: ParStep;
  readonly say: (what: string) => void;
  readonly watch: Watch | undefined;
}): void {
  const { stage, step, say, watch } = play;
  const end = stage.ends[step.host];
  if (!end.asked) say(`nobody asks the ${step.host}`);
  watch?.(stage, step, end);
  const judgement = move(stage, end, moveFor(stage.level.vars, step, end.tcb));
  if (!judgement.right) {
    const { verdict } = judgement;
    say(`refused: ${show(stage.level, step)}: ${JSON.stringify({ ...verdict, expected: verdict.expected[0] })}`);
  } else if (step.type === 'send' && judgement.segment !== null) {
    const wrong = differences(stage.level, step, judgement.segment);
    if (wrong !== '') say(`${show(stage.level, step)} left with ${wrong}`);
  }
}

const show = (level: Level, step: ParStep): string =>
  step.type === 'wait' ? 'wait' : showSegment(segmentOf(level.vars, step));
const showSegment = ({ ctl, seq, ack, data }: Segment): string =>
  `${flagsOf(ctl & ~PSH).join(',')} seq=${seq} ack=${ack} len=${data.length}`;

/** The fields of a step that the segment does not have. */
function differences(level: Level, step: Send, segment: Segment): string {
  const wanted = segmentOf(level.vars, step);
  const wrong: string[] = [];
  if (showSegment(wanted) !== showSegment(segment)) wrong.push(showSegment(segment));
  if (step.wnd !== undefined && step.wnd !== segment.wnd) wrong.push(`wnd=${segment.wnd}`);
  for (const option of segment.options) {
    if (option.type === 'mss' && step.mss !== undefined && step.mss !== option.mss) wrong.push(`mss=${option.mss}`);
  }
  if (step.mss !== undefined && (ctlOf(step.flags) & SYN) === 0) wrong.push('an MSS option without SYN');
  const cookie = segment.options.find((option) => option.type === 'fastOpen');
  if ((step.fastOpen !== undefined) !== (cookie !== undefined)) wrong.push('or without the cookie');
  return wrong.join(' ');
}

/** The bots' steps of the par are what the bots did, no more and no less. */
function compareBots(level: Level, scene: Scene, par: readonly ParStep[], stage: Stage): readonly string[] {
  const isBot = ({ host }: { readonly host: ParStep['host'] }): boolean => !scene.players.includes(host);
  const did = stage.log.flatMap((one) =>
    isBot(one) && one.segment !== null ? [`${one.at} ${one.host} ${showSegment(one.segment)}`] : [],
  );
  const listed = par.filter(isBot).map((step) => `${step.at} ${step.host} ${show(level, step)}`);
  return JSON.stringify(did) === JSON.stringify(listed) ? [] : [`bots: ${did.join('; ')} - par: ${listed.join('; ')}`];
}
