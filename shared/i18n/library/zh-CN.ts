/** 资料室周围的简体中文文本。 */
import type { LibraryCatalogue } from './catalogue.ts';

const truthWords = { fact: '这是事实。', myth: '这是误解。', half: '只对一半：少说了一个条件。' } as const;

export const zhCN: LibraryCatalogue = {
  title: '资料室',
  lead: '查一个词，辨一句话，或者做几道考题。这里都不计时。',
  parts: { label: '资料室的各部分', pages: '百科', cards: '事实还是误解', exam: '考题' },
  fetching: '正在取考题……',

  shelf: {
    search: '搜索百科',
    hint: '各种写法都可以：SYN-RECEIVED、SYN_RCVD、syn rcvd。',
    clear: '清空',
    found: (count) => `找到 ${count} 页。`,
    none: '没有哪一页提到它。试试标志、字段、状态或计时器的名字。',
    kinds: {
      flag: '标志',
      field: '字段',
      state: '状态',
      timer: '计时器',
      attack: '攻击',
      procedure: '过程',
    },
  },
  page: {
    back: '全部页面',
    levels: '去玩一关',
    related: '参见',
    unknown: '没有这一页',
    unknownLead: '这个地址所指的页面，资料室里没有。',
    kind: { flag: '标志', field: '字段', state: '状态', timer: '计时器', attack: '攻击', procedure: '过程' },
  },
  readMore: { link: '详细了解', opens: '（在新标签页打开）' },

  cards: {
    lead: '关于 TCP 的种种说法，信还是不信？只统计这一次。',
    place: (number, count) => `第 ${number} 张，共 ${count} 张`,
    ask: '这句话是',
    say: { fact: '事实', myth: '误解', half: '半对' },
    judged: (right, truth) => `${right ? '答对了。' : '不对。'}${truthWords[truth]}`,
    show: '看答案',
    next: '下一张',
    tally: (right, answered) => `答了 ${answered} 张，对 ${right} 张`,
    end: '卡片看完了',
    endLead: '洗一次牌，就会换一个顺序。',
    again: '洗牌再来',
    levels: '去玩一关',
  },

  exam: {
    lead: '仿照 408 真题，每次换一组数。教材的答案和 RFC 的答案都算对。',
    place: (number, count) => `第 ${number} 题，共 ${count} 题`,
    topic: { open: '建立连接', close: '释放连接', data: '数据传输', odd: '其他' },
    source: (source) => `仿 408 真题 ${source.replace('-', ' 年第 ')} 题`,
    check: '检查答案',
    next: '下一题',
    again: '换一组数再做',
    marks: { right: '正确', textbook: '按教材正确', rfc: '按 RFC 正确', wrong: '不对' },
    answer: (answer) => `答案：${answer}`,
    both: (textbook, rfc) => `教材：${textbook}；RFC：${rfc}`,
    why: '怎么得出',
    levels: '去玩一关',
    yes: '能',
    no: '不能',
    tally: (right, answered) => `做了 ${answered} 题，对 ${right} 题`,
    end: '题做完了',
    endLead: '随时可以换一组数再做。',
  },
};
