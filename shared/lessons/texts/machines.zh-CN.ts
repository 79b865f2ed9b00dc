/** 各种小机器的中文文字。 */
import type { MachineTexts } from './machineTexts.ts';

export const machinesZhCN: MachineTexts = {
  twoWay: {
    tasks: {
      break: '两次握手：让服务器留住一个没有客户端认领的连接。',
      save: '换成三次握手：再放行那个迟到的 SYN，看谁来说“不”。',
    },
    hint: '先打开连接，把 SYN 扣在海上；让客户端放弃；然后再放行 SYN。',
    design: '握手方式',
    designs: { 'two-way': '两次握手', 'three-way': '三次握手' },
    open: '打开连接',
    giveUp: '放弃（CLOSE）',
    close: '两端都关闭',
    same: '同样的步骤，换成三次握手',
    events: {
      'syn-sent': '客户端用新的初始序号发出 SYN。',
      repeated: '没有等到应答：同一个报文段再发一次，序号不变。',
      'gave-up': '客户端的应用放弃了。SYN-SENT 状态下 CLOSE 什么也不发，服务器对此一无所知。',
      'server-open': '服务器立即建立连接并应答，不再向任何人核实。',
      'server-ghost': '迟到的 SYN：服务器建立了一个没人要的连接，它的应用在空等数据。',
      'server-half': '服务器记下 SYN，作出应答，然后等待。它的应用还什么都不知道。',
      'client-open': '应答与发出的 SYN 相符：客户端已连接。',
      'client-ignores': '客户端没有请求过它。两次握手里已经没有报文段可以用来说“不”了。',
      'client-refuses': '客户端没有请求过它，于是在应答里说明白。',
      'server-confirmed': '第三次握手到达：服务器现在知道客户端确实要这个连接。',
      'server-forgets': '收到 RST，回到 LISTEN。应用从没得到通知，什么损失也没有。',
      lost: '它沉没了。',
      closed: '两端的应用都关闭，连接正常释放。',
      'time-passed': '时间过去了。',
      nothing: '没有变化。',
    },
    broken: '出问题了：服务器的应用留着一个没有客户端认领的连接。',
    sound: '一切正常：没有建立任何没人要的连接。',
    shows: [
      'SYN 会迟到：被耽搁、被重传、被忘记。服务器看不出它的新旧。只有两次握手时，服务器见到 SYN 就得相信，于是一直为不会再来的客户端留着连接。',
      '第三次握手是客户端的“是”。在它到来之前，服务器只处于 SYN-RECEIVED；客户端若用 RST 说“不”，服务器就回到 LISTEN。这正是 RFC 为三次握手给出的首要理由。',
      '两次握手再加上 RST，也能事后清理；但那要晚一个往返，应用早已得到“已连接”的通知，而且 RST 丢了没有人重发。',
      '第三次握手还确认了 y：只有两次，服务器永远不知道自己的序号对方收到没有。',
    ],
  },

  whoKnows: {
    tasks: {
      first: 'SYN 到达之后：谁能确定什么？',
      second: 'SYN+ACK 到达之后。',
      third: 'ACK 到达之后。',
    },
    after: ['第一次握手（SYN）到达后', '第二次握手（SYN+ACK）到达后', '第三次握手（ACK）到达后'],
    ask: (ability) => `谁知道${ability}？`,
    abilities: {
      'client-sends': '客户端能发送',
      'client-receives': '客户端能接收',
      'server-sends': '服务器能发送',
      'server-receives': '服务器能接收',
    },
    knowers: { client: '客户端', server: '服务器' },
    check: '检查',
    right: '全对。',
    wrong: (count) => `还有 ${count} 行不对。`,
    why: [
      {
        'client-sends': '只有服务器知道：它收到了 SYN。客户端还不知道自己的 SYN 到了没有。',
        'client-receives': '谁也不知道：还没有向客户端发过任何东西。',
        'server-sends': '谁也不知道：服务器发的东西还没有到达过。',
        'server-receives': '只有服务器知道：它刚收到一个报文段。',
      },
      {
        'client-sends': '双方都知道：ack=x+1 告诉客户端它的 SYN 到了；服务器早就知道。',
        'client-receives': '只有客户端知道：它刚收到一个报文段。服务器还不知道。',
        'server-sends': '只有客户端知道：SYN+ACK 在它手里。服务器不知道它到了没有。',
        'server-receives': '双方都知道：服务器收到过 SYN，它的应答又让客户端知道了这一点。',
      },
      {
        'client-sends': '双方都知道。知道过的不会忘记。',
        'client-receives': '双方都知道：ack=y+1 告诉服务器，它的 SYN+ACK 到了。',
        'server-sends': '双方都知道：理由同上。',
        'server-receives': '双方都知道。第四个报文段已经没有什么可说的了。',
      },
    ],
    shows: [
      '两次之后，客户端什么都知道了；服务器却不知道自己这一半通不通，也就是 y 到了没有。两次太少。',
      '三次之后，双方什么都知道了。最后的 ACK 本身没有被确认，也不必确认：它不占序号，后面的任何报文段都会重复它的内容。',
      '四次就是 SYN、ACK、SYN、ACK。中间两个由同一端在同一时刻发出，SYN 和 ACK 放得进一个报文段。所以是三次，不是四次。',
      'RFC 9293 把另一个理由放在首位：三次握手能防止过时的 SYN 建立连接。请看另一台机器。',
    ],
  },

  halfClose: {
    tasks: {
      four: '用四个报文段关闭两个方向。',
      half: '服务器收到客户端的 FIN 之后，再让它发数据。',
      three: '让服务器的应用马上关闭：只用三个报文段。',
    },
    answer: '得知客户端发来 FIN 后，服务器的应用',
    answers: { nothing: '等你来操作', 'closes-at-once': '马上关闭' },
    send: (text) => `发送“${text}”`,
    close: 'CLOSE：我不再发送',
    ways: { client: '客户端到服务器', server: '服务器到客户端' },
    pier: { open: '开着', waiting: 'FIN 已发，还没被确认', closed: '已关闭' },
    counted: (waves, crossed) =>
      crossed ? `用了 ${waves} 个报文段；两个 FIN 交错而过：同时关闭。` : `用了 ${waves} 个报文段，两个方向都已关闭。`,
    shows: [
      'FIN 只结束一个方向。两个 FIN 之间，连接处于半关闭：一边在 FIN-WAIT-2，必须确认；另一边在 CLOSE-WAIT，还可以发送。',
      '为什么是四次：收到客户端的 FIN，TCP 立即确认；服务器自己的 FIN 却要等它的应用调用 CLOSE，那可能是很久以后。',
      '为什么有时三次就够：应用若在 ACK 发出之前就关闭，ACK 和 FIN 便合成一段。建立连接时总能合并，因为发 SYN+ACK 不用问应用。',
      '先关闭的一方最后处于 TIME-WAIT；两个 FIN 交错时，双方都是。',
    ],
  },

  timeWait: {
    tasks: {
      'last-ack': {
        off: '没有 TIME-WAIT：让最后的 ACK 丢失。服务器第二次发 FIN 会得到什么？',
        on: '有 TIME-WAIT：再让最后的 ACK 丢失一次。',
      },
      'old-duplicate': {
        off: '没有 TIME-WAIT：重新打开连接，再放行旧的付款。',
        on: '有 TIME-WAIT：试着重新打开；打不开就等到能打开为止。',
      },
    },
    experiment: '实验',
    experiments: { 'last-ack': '最后的 ACK 丢了', 'old-duplicate': '旧报文段迟到' },
    switch: 'TIME-WAIT',
    switches: { on: '开（2MSL = 10 秒）', off: '关' },
    before: {
      'last-ack': '客户端已关闭，处于 FIN-WAIT-2。服务器还可以发送，也可以关闭。',
      'old-duplicate':
        '一笔付款迟迟未到，于是重传；重传的那份到了，连接也关闭了，第一份还在海上。这台客户端靠掷骰子选初始序号，下一个恰好是 150。',
    },
    close: 'CLOSE',
    open: '用同一端口重新打开',
    taken: '被拒绝：“连接已存在”。这对套接字还处于 TIME-WAIT。',
    outcomes: {
      open: '',
      'in-order': '重发的 FIN 又得到了确认，服务器正常进入 CLOSED。',
      'by-reset': '重发的 FIN 无人认领，只换来 RST。服务器无法判断一切是否顺利。',
      polluted: '服务器的应用又记了一笔 10，可在这条连接里谁也没有付过款。',
      clean: '旧报文段已经消失，新连接里只有属于它自己的数据。',
    },
    shows: {
      'last-ack': [
        '最后的 ACK 没有人确认。它若丢了，对方会重发 FIN，这时必须有人在场回应：TIME-WAIT 再确认一次，并重新开始 2MSL。',
        '没有 TIME-WAIT，FIN 碰到的是 CLOSED，而 CLOSED 对什么都回 RST。服务器照样结束，却是被复位的；很多系统会告诉应用“连接被重置”。',
      ],
      'old-duplicate': [
        'TIME-WAIT 让这对套接字停用，直到旧连接的报文段全部消失：一个 MSL 之后，这边发的都没了；再过一个 MSL，对它们的回应也没了。',
        '初始序号的时钟也有帮助：新序号排在旧序号之后。但如果初始序号靠掷骰子，或者数据发得比时钟快（每秒 25 万个序号），就不够了；时间戳选项可以补上。',
      ],
    },
  },

  isn: {
    tasks: {
      guess: '让密钥槽空着，请外人来猜。',
      key: '插入密钥，再请外人来猜。',
      clock: '移动时间：一分钟使 ISN 增加多少？',
    },
    clock: 'M，时钟：每 4 微秒加 1',
    hash: 'F，地址、端口与密钥的哈希',
    sum: 'ISN = M + F（模 2³²）',
    time: '主机启动以来的时间',
    timeText: (h, m, s) => `${h} 小时 ${m} 分 ${s} 秒`,
    port: '客户端的端口',
    slot: '密钥槽',
    slotHint: '任何文字都能做密钥；清空就是拔出。',
    noKey: '空',
    emptySlot: '密钥槽是空的：谁都能算出 F。',
    filledSlot: '密钥已插入：只有这台主机算得出 F。',
    series: '同样的四元组，稍后再连',
    seriesHead: { when: '连接开始于', isn: 'ISN', more: '比现在多' },
    later: (what) =>
      ({ now: '现在', millisecond: '1 毫秒后', second: '1 秒后', minute: '1 分钟后', turn: '4 小时 46 分后' })[what],
    plot: '时钟走一圈的 ISN',
    plotWords: (hit) =>
      hit
        ? '客户端与外人各有一条平行的线；外人猜的点落在客户端的线上。'
        : '客户端与外人各有一条平行的线；外人猜的点落在别处。',
    lines: { victim: '客户端的', own: '外人自己的', guess: '猜的' },
    attack: '外人',
    attackLead:
      '203.0.113.66 上的外人想冒用客户端的名义，但看不到服务器的应答。他先用自己的地址连一次，看到自己的 ISN，再推算客户端的。',
    guess: '请外人来猜',
    seen: (isn) => `他自己的连接得到 ${isn}。`,
    hit: (isn) => `他为客户端算出 ${isn}，猜中了：不看应答也能发出第三次握手。`,
    miss: (guess, isn) => `他算出 ${guess}，实际是 ${isn}。他的第三次握手只会换来 RST。`,
    shows: [
      '时钟把先后的连接隔开：它每秒前进 25 万个序号，同一对套接字的新连接总从旧连接的序号之后开始。',
      '走一圈要 2³² × 4 微秒，即 4 小时 46 分；RFC 写“大约 4.55 小时”，那是每秒 2¹⁸ 次的时钟。两者都远远超过报文段的寿命（MSL）。',
      '时钟不是秘密，地址和端口也不是。密钥使 F 成为秘密，而且每对套接字各不相同：看到一个 ISN，推不出另一个。',
      '所以“ISN = 时钟 + 四元组的哈希”只差一个词，而那个词正是锁。',
    ],
  },

  flood: {
    tasks: {
      fill: '不用 Cookie：用伪造的 SYN 占满所有位置。',
      refused: '让真正的客户端来连，直到它放弃。',
      cookies: '启用 Cookie：再洪泛一次，让客户端连上。',
    },
    switch: 'SYN Cookie',
    switches: { on: '开', off: '关' },
    switchHint: '切换会重启服务器。',
    forge: (count) => (count === 1 ? '发一个伪造的 SYN' : `发 ${count} 个伪造的 SYN`),
    connect: '真正的客户端来连接',
    wait: '等客户端的计时器到期',
    waitOut: '一直等到它放弃',
    backlog: '半连接队列',
    backlogWords: (taken, places) => `${places} 个位置，已占 ${taken} 个。`,
    free: '空',
    counts: { kept: '伪造的 SYN 占了位置', dropped: '伪造的 SYN 被丢弃', cookies: '伪造的 SYN 用 Cookie 应答' },
    events: {
      kept: '服务器作了应答，并为永远不会来的第三次握手留着一个位置。',
      filled: '这是最后一个位置。',
      dropped: '没有空位：SYN 被悄悄丢弃。',
      cookies: '没有空位，也不需要：应答里带着 Cookie，什么都不保存。',
      connected: '客户端已连接，服务器的应用也得到了这个连接。',
      'no-room': '客户端的 SYN 被丢弃：服务器不可能知道这一个是真的。',
      again: '客户端的计时器到期，重发的 SYN 又被丢弃。每次等待加倍，最长一分钟。',
      'gave-up': '三分钟后客户端放弃：ETIMEDOUT。在用户看来，服务器已经瘫痪。',
      freed: '三分钟没有回音：位置空出来了。',
      nothing: '',
    },
    client: '真正的客户端',
    tries: (tries, seconds) => `已发 ${tries} 个 SYN，${seconds} 秒`,
    cookie: 'Cookie 里有什么',
    cookieLead: (isn) => `SYN+ACK 的序号是 ${isn}。写成 32 位：`,
    bits: {
      counter: (counter) => `5 位：每 64 秒加 1 的计数器，现在是 ${counter}`,
      mss: (index, mss) => `3 位：MSS，0 到 7 号中的 ${index} 号：${mss}`,
      hash: '24 位：对四元组、客户端的 ISN 和前 8 位的带密钥哈希',
    },
    terms: '代价是什么',
    termsHead: { option: '选项', offered: 'SYN 提出', got: '最后商定' },
    term: { mss: 'MSS', windowScale: '窗口扩大', sack: '允许 SACK', timestamps: '时间戳' },
    agreed: { yes: '有', no: '无' },
    shows: [
      '三次握手挡不住洪泛：位置要一直留到第三次握手到来，而冒名者永远不会发。占满队列只要几个 SYN，等它空出来却要三分钟。',
      'Cookie 把要记的东西放进 SYN+ACK 的初始序号。只有真正收到它的人才能回 ISN+1；服务器核对哈希，再由它重建连接。',
      '代价：3 位只能表示 8 种 MSS；窗口扩大、SACK、时间戳都放不下（有的系统把它们藏进时间戳里）。而且第三次握手若丢了，服务器不会重发应答。',
      '所以只在队列满的时候才用 Cookie。',
    ],
  },
};
