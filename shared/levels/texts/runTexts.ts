/** Why a run is not taken, in one sentence. `field`: see `RunRefusal`; `move`: the entry, counted from 1, or null. */
import type { RunFault, RunRefusal } from '../verify.ts';

export type RunTexts = { readonly [fault in RunFault]: (field: string, entry: number) => string };

const en: RunTexts = {
  form: (field) => `This is not the log of a level: ${field} is not what it must be.`,
  format: (field) => `The log has format ${field}, which this server does not know. Reload the page.`,
  level: (field) => `There is no level called ${field}.`,
  version: (field) => `The level has changed since: it now has version ${field}. Play it again.`,
  rules: (field) => `The rules of the game have changed since: they are now number ${field}. Reload the page.`,
  variant: (field) => `The level has no variant called ${field}.`,
  lab: () => 'A lab level is solved by its answers, not by moves.',
  seed: () => 'The seed is not the one that was given out for this attempt.',
  numbers: (field) => `The number ${field} is not the one that the seed draws.`,
  copy: () => 'This run was sent before.',
  start: () => 'A log begins with the start of the match.',
  order: (_, entry) => `Entry ${entry} comes before the one ahead of it: time does not run backwards.`,
  role: (_, entry) => `Entry ${entry} is for an end that the player of this level does not keep.`,
  'nobody-asked': (_, entry) => `Entry ${entry} answers where nothing was to be decided.`,
  clock: (_, entry) => `Entry ${entry} is not at an instant at which the match could be.`,
  'too-fast': (_, entry) => `Entry ${entry} comes sooner than a hand can move or a segment can sail.`,
  'too-short': () => 'The run claims to have lasted longer than the time since it began.',
  'not-won': () => 'The level is not won at the end of the log.',
  'after-win': (_, entry) => `Entry ${entry} comes after the win.`,
  edited: (field) => `The claim does not fit the log: ${field}.`,
};

const zhCN: RunTexts = {
  form: (field) => `这不是一份关卡日志：${field} 不符合要求。`,
  format: (field) => `日志格式是 ${field}，服务器不认识。请刷新页面。`,
  level: (field) => `没有名为 ${field} 的关卡。`,
  version: (field) => `关卡已经更新，现在是第 ${field} 版。请重新挑战。`,
  rules: (field) => `游戏规则已经更新，现在是第 ${field} 版。请刷新页面。`,
  variant: (field) => `这一关没有名为 ${field} 的变体。`,
  lab: () => '实验关卡靠作答完成，不靠发报文段。',
  seed: () => '随机种子不是为这次挑战发放的那一个。',
  numbers: (field) => `${field} 的数值与随机种子不符。`,
  copy: () => '这份成绩已经提交过。',
  start: () => '日志要从对局开始记起。',
  order: (_, entry) => `第 ${entry} 条记录早于前一条：时间不会倒流。`,
  role: (_, entry) => `第 ${entry} 条记录操作了不归玩家管的一端。`,
  'nobody-asked': (_, entry) => `第 ${entry} 条记录出现时并没有要做的决定。`,
  clock: (_, entry) => `第 ${entry} 条记录的时刻，对局不可能到达。`,
  'too-fast': (_, entry) => `第 ${entry} 条记录快得超出了人手或报文段的速度。`,
  'too-short': () => '日志的用时比实际经过的时间还长。',
  'not-won': () => '到日志结束时这一关还没有通过。',
  'after-win': (_, entry) => `第 ${entry} 条记录在通关之后。`,
  edited: (field) => `声称的成绩与日志不符：${field}。`,
};

export const runTexts: { readonly [locale in 'en' | 'zh-CN']: RunTexts } = { en, 'zh-CN': zhCN };

export const sayRefusal = ({ fault, at, field }: RunRefusal, locale: 'en' | 'zh-CN'): string =>
  runTexts[locale][fault](field, (at ?? 0) + 1);
