/** 关卡周围的简体中文文本。 */
import type { LevelsCatalogue } from './catalogue.ts';

export const zhCN: LevelsCatalogue = {
  title: '关卡',
  lead: '八个世界，从第一个 SYN 到考试。一个人就能玩，进度保存在这个浏览器里。',
  stars: (count, most) => `${count} 颗星，共 ${most} 颗`,
  seconds: (count) => `${count} 秒`,

  map: {
    world: (number, name) => `${number} ${name}`,
    worldStars: (stars, most) => `这个世界得到 ${stars} 颗星，共 ${most} 颗`,
    best: (seconds) => `最短思考 ${seconds} 秒`,
    next: '下一关',
    locked: '未解锁',
    after: (title) => `通过“${title}”后解锁`,
    go: (place, title) => `开始 ${place}：${title}`,
    all: '全部关卡都已通过，可以任选一关重玩。',
    deck: '限时练习题',
    home: '回到首页',
  },
  save: {
    title: '带走进度',
    hint: '文件里是星数、时间和掌握情况，没有名字。导入时，两边取较好的一份。',
    export: '保存到文件',
    import: '从文件导入',
    strange: {
      'not-json': '这个文件里没有本游戏的进度，什么都没有改变。',
      'not-progress': '这个文件里没有本游戏的进度，什么都没有改变。',
      'too-new': '这个文件来自更新的版本。请刷新页面再试。',
      damaged: '这个文件已损坏，什么都没有改变。',
    },
  },

  intro: {
    place: (world, place) => `${world} · 第 ${place} 关`,
    keep: '你扮演',
    ends: { client: '客户端，服务器由机器人扮演', server: '服务器，客户端由机器人扮演', both: '两端' },
    start: '开始时',
    startOf: (who, state) => `${who} ${state}`,
    calls: '应用程序调用',
    noCalls: '无',
    callsOf: (who, calls) => `${who}：${calls.join('、')}`,
    octets: (call, count) => `${call} ${count} 字节`,
    sea: '海况',
    script: ({ delay, lost, delayed, copied }) => {
      const faults = [
        ...(lost === 0 ? [] : [`丢失 ${lost} 个报文段`]),
        ...(delayed === 0 ? [] : [`迟到 ${delayed} 个报文段`]),
        ...(copied === 0 ? [] : [`重复 ${copied} 个报文段`]),
      ];
      return `单程 ${delay} ms，${faults.length === 0 ? '一切正常' : faults.join('，')}`;
    },
    strangers: (count) => `${count} 个外来的报文段`,
    stars: '星级',
    three: (seconds) => `没有被拒绝的操作，思考不超过 ${seconds} 秒`,
    two: (seconds) => `最多一次操作被拒绝，不超过 ${seconds} 秒`,
    one: '通过',
    best: '你的最好成绩',
    bestSo: (stars, seconds) => `${stars}，思考 ${seconds} 秒`,
    begin: '开始',
    map: '回到地图',
    early: (title) => `在地图上，这一关要通过“${title}”后才解锁。有了地址，现在就可以玩。`,
  },

  ways: {
    title: '换个玩法',
    sandbox: '沙盒',
    sandboxHint: '随便违反规则，看看对端怎样反应。不计时，没有星。',
    second: '再来一次，换个情形',
    secondHint: '从另一面看同一个道理。错误照样记录，不计星。',
    plain: '回到正式闯关',
    tag: { sandbox: '沙盒', second: '换个情形' },
    sandboxOver: '结果就是这样',
    sandboxReached: '即便如此，这一关的目标还是达到了。',
    sandboxMissed: '这一关要的却是：',
    secondWon: '完成',
    notKept: '这是换个情形的练习：避开的错误算数，星数不记录。',
  },

  bar: {
    level: '关卡',
    map: '回到地图',
    task: '任务',
    restart: '重新开始',
    thinking: '思考',
    thinkingHint: '只在轮到你决定时计时。',
    hand: '你在哪一端',
    asked: '轮到你',
    nowAt: (who) => `现在你在${who}。`,
  },

  help: {
    title: '提示',
    tryFirst: '先自己试一次，之后才有提示。',
    more: { 1: '问问我', 2: '规则', 3: '标志位', 4: '例题' },
    free: '不影响星级',
    atMost: (stars) => `最多 ${stars}`,
    firstTime: '第一次遇到：看一个例子',
  },

  result: {
    won: '通过',
    why: {
      clean: (seconds, limit) => `没有操作被拒绝，思考 ${seconds} 秒，限 ${limit} 秒。`,
      slow: (seconds, limit) => `没有操作被拒绝，但思考了 ${seconds} 秒。三颗星要求不超过 ${limit} 秒。`,
      oneRefused: '有一次操作被拒绝。三颗星要求一次也没有。',
      moreRefused: (count) => `有 ${count} 次操作被拒绝。两颗星只允许一次。`,
      verySlow: (seconds, limit) => `思考了 ${seconds} 秒。两颗星要求不超过 ${limit} 秒。`,
      helped: '用了提示。想要更多星，就少用提示。',
    },
    useless: (count) => `多发了 ${count} 个报文段。`,
    points: (points, bonus) => (bonus === 0 ? `${points} 分` : `${points} 分，其中速度 ${bonus} 分`),
    record: '这是你最短的思考时间。',
    lesson: '这一关说明了什么',
    next: (title) => `下一关：${title}`,
    again: '换一组数再玩',
    againSame: '再玩一次',
    map: '回到地图',
    deck: '限时练习题',
    last: '这是最后一关。',
    missed: '每步都对，却没有到达',
    missedLead: '不会再发生什么了，而这一关要的不是这个结果。每一步都合法，换一条路试试。',
    goals: '没有达到',
    restart: '重新开始',
    replay: '看回放',
    goal: {
      state: (who, state) => `${who}处于 ${state}`,
      variable: (who, name, value) => `${who}：${name} = ${value}`,
      received: (who, count) => `${who}收到 ${count} 字节`,
      sent: (count) => `一共发送 ${count} 个报文段，不多也不少`,
      errors: (who, errors) =>
        errors.length === 0 ? `${who}的应用程序没有收到错误` : `${who}的应用程序被告知：${errors.join('、')}`,
    },
  },

  machine: { try: '用小机器试试这个“为什么”', opens: '（在新标签页打开）' },

  unknown: { title: '没有这一关', lead: '这个地址里的关卡，本游戏没有。' },
};
