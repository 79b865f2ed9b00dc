/** Why a level is refused: file, field and reason as data, and as a sentence in both languages. */
import type { Bilingual } from '../judge/misconceptions.ts';
import { assertNever } from '../result.ts';
import { type ClauseId, clauses } from '../tcp/clauses.ts';

export type Reason =
  | { readonly type: 'missing' }
  | { readonly type: 'unknown field' }
  | { readonly type: 'wrong type'; readonly wanted: Wanted }
  | { readonly type: 'not one of'; readonly choices: readonly (string | number)[] }
  | { readonly type: 'out of range'; readonly least: number; readonly most: number }
  | { readonly type: 'wrong count'; readonly least: number; readonly most: number }
  | { readonly type: 'wrong spelling'; readonly pattern: string }
  | { readonly type: 'unknown variable' | 'circular variable'; readonly name: string }
  | { readonly type: 'flaw'; readonly flaw: Flaw }
  /** A step of a par that the judge refuses. */
  | { readonly type: 'refused step'; readonly clause: ClauseId };

export type Wanted = 'object' | 'list' | 'text' | 'whole number' | 'true or false' | 'number or variable';

/** What is well formed and makes no sense. */
export const flaws = {
  'earlier than the one before': { en: 'comes before the entry above it', 'zh-CN': '早于上一项' },
  twice: { en: 'is there twice', 'zh-CN': '重复了' },
  'needs a connection': { en: 'must be there: this state has a connection', 'zh-CN': '必须给出：这个状态下有连接' },
  'has no connection': {
    en: 'must not be there: this state has no connection',
    'zh-CN': '不能给出：这个状态下没有连接',
  },
  'ack without ACK': { en: 'must be there exactly when ACK is set', 'zh-CN': '必须与 ACK 标志同时出现' },
  'needs octets': { en: 'must be there: this call takes octets', 'zh-CN': '必须给出：这个调用要带字节数' },
  'requires itself': { en: 'names the level itself', 'zh-CN': '指向了关卡自己' },
  'stars out of order': { en: 'must rise from three stars to one', 'zh-CN': '必须从三星到一星递增' },
  'player without a step': {
    en: 'names a player who has nothing to do in the par',
    'zh-CN': '有玩家在标准解中无事可做',
  },
  'takes no octets': { en: 'must not be there: this call takes no octets', 'zh-CN': '不能给出：这个调用不带字节数' },
  'needs an ISN': { en: 'must not be empty: this host begins a connection', 'zh-CN': '不能为空：这台主机会新建连接' },
  'needs the peer': {
    en: 'must have irs and rcvNxt: in this state the peer’s SYN has come',
    'zh-CN': '必须给出 irs 和 rcvNxt：这个状态下已收到对方的 SYN',
  },
  'knows no peer': {
    en: 'must not have irs and rcvNxt: in SYN-SENT no SYN has come',
    'zh-CN': '不能给出 irs 和 rcvNxt：SYN-SENT 还没有收到 SYN',
  },
  'too far from the ISN': {
    en: 'must lie between iss and a million octets beyond',
    'zh-CN': '必须在 iss 之后一百万字节以内',
  },
  'not in this state': { en: 'makes no sense in this state', 'zh-CN': '在这个状态下没有意义' },
  'is asked at another time': { en: 'is not the instant at which the player is asked', 'zh-CN': '不是轮到玩家的时刻' },
  'nobody is asked': { en: 'comes where nobody is asked', 'zh-CN': '此时没有轮到任何人' },
  'a bot does more': { en: 'lacks a segment that the bot sends', 'zh-CN': '缺少机器人发送的报文段' },
  'not what the bot does': { en: 'is not what the bot does', 'zh-CN': '与机器人的操作不符' },
  'another state': { en: 'is not the state that this end is in', 'zh-CN': '与这一端的实际状态不符' },
  'not reached by the par': { en: 'is not reached by the par', 'zh-CN': '标准解没有达到' },
  'after the win': { en: 'comes after the level is won', 'zh-CN': '出现在通关之后' },
  'never strikes': { en: 'never strikes: no such segment leaves', 'zh-CN': '不会发生：没有这样的报文段发出' },
} as const satisfies { readonly [flaw: string]: Bilingual };
export type Flaw = keyof typeof flaws;

export interface LevelError {
  readonly file: string;
  /** `par[3].seq.var`; empty: the level as a whole. */
  readonly field: string;
  readonly reason: Reason;
}

const wanted: { readonly [kind in Wanted]: Bilingual } = {
  object: { en: 'an object', 'zh-CN': '对象' },
  list: { en: 'a list', 'zh-CN': '列表' },
  text: { en: 'text', 'zh-CN': '文本' },
  'whole number': { en: 'a whole number', 'zh-CN': '整数' },
  'true or false': { en: 'true or false', 'zh-CN': 'true 或 false' },
  'number or variable': { en: 'a number, or { var, plus }', 'zh-CN': '数，或 { var, plus }' },
};

/** One sentence: which file, which field, what is wrong. */
export function sayLevelError({ file, field, reason }: LevelError): Bilingual {
  const said = sayReason(reason);
  const place = { en: field === '' ? 'the level' : field, 'zh-CN': field === '' ? '整个关卡' : `${field} ` };
  return { en: `${file}: ${place.en} ${said.en}.`, 'zh-CN': `${file}：${place['zh-CN']}${said['zh-CN']}。` };
}

function sayReason(reason: Reason): Bilingual {
  switch (reason.type) {
    case 'missing':
      return { en: 'is missing', 'zh-CN': '缺失' };
    case 'unknown field':
      return { en: 'is no field of a level', 'zh-CN': '不是关卡的字段' };
    case 'wrong type':
      return { en: `must be ${wanted[reason.wanted].en}`, 'zh-CN': `必须是${wanted[reason.wanted]['zh-CN']}` };
    case 'not one of':
      return {
        en: `must be one of ${reason.choices.join(', ')}`,
        'zh-CN': `必须是以下之一：${reason.choices.join('、')}`,
      };
    case 'out of range':
      return {
        en: `must lie between ${reason.least} and ${reason.most}`,
        'zh-CN': `必须在 ${reason.least} 到 ${reason.most} 之间`,
      };
    case 'wrong count':
      return {
        en: `must have ${reason.least} to ${reason.most} entries`,
        'zh-CN': `必须有 ${reason.least} 到 ${reason.most} 项`,
      };
    case 'wrong spelling':
      return { en: `must be spelled as ${reason.pattern}`, 'zh-CN': `必须写成 ${reason.pattern}` };
    case 'unknown variable':
      return {
        en: `names ${reason.name}, which is no variable of this level`,
        'zh-CN': `用到了未定义的变量 ${reason.name}`,
      };
    case 'circular variable':
      return { en: `leads back to ${reason.name} itself`, 'zh-CN': `又指回了 ${reason.name} 自己` };
    case 'flaw':
      return flaws[reason.flaw];
    case 'refused step': {
      const { en, 'zh-CN': zh } = clauses[reason.clause];
      return { en: `is refused: ${en.replace(/\.$/, '')}`, 'zh-CN': `被拒绝：${zh.replace(/。$/, '')}` };
    }
    default:
      return assertNever(reason);
  }
}
