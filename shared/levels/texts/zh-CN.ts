/** 各关卡的中文文字。 */
import type { LevelTexts } from './levelTexts.ts';

export const zhCN: LevelTexts = {
  worlds: {
    1: '建立连接',
    2: '会丢包的线路',
    3: '数据与序号',
    4: '关闭连接',
    5: '特殊情形',
    6: '攻击与防御',
    7: '抓包实验室',
    8: '考场',
  },
  levels: {
    'est-01-first-syn': {
      title: '第一次握手：先敲门',
      task: '你的应用要和一台从未联系过的服务器通信。发出打开连接的报文段，告诉对方你的序号从哪里开始。',
      teaches:
        '只置 SYN，seq 等于你的初始序号 x；还没有收到任何东西，所以确认号留空。SYN 用掉序号 x，SND.NXT 变成 x+1。',
    },
    'est-02-syn-ack': {
      title: '第二次握手：一答一问',
      task: '你正在监听，一个 SYN 来敲门。用一个报文段确认客户端的序号，同时告诉它你的序号。',
      teaches: 'SYN+ACK 一段做两件事：确认号 x+1 确认客户端的 SYN，seq=y 宣布你自己的初始序号。x 与 y 毫无关系。',
    },
    'est-03-third-ack': {
      title: '第三次握手：最后一声',
      task: '服务器回应了你的 SYN，但它还不知道你听到了。告诉它，连接就建立了。',
      teaches:
        'ACK：SYN 用掉了 x，所以 seq=x+1，确认号 y+1。纯 ACK 不占序号，SND.NXT 仍是 x+1。客户端发出时进入 ESTABLISHED，服务器收到时才进入。',
    },
    'est-04-full-3whs': {
      title: '三次握手合奏（RFC 图 6）',
      task: '两端都由你来，演完 RFC 9293 的三次握手，再发出最初的 10 个字节。',
      teaches:
        '第三次握手的 ACK 不占序号，所以第一段数据的 seq 与它相同。三段之后，双方都知道两个初始序号，也知道对方已经知道。',
    },
    'est-05-mss-window': {
      title: '随 SYN 带上 MSS 与窗口',
      task: '服务器只收小报文段，有多小写在它的 SYN+ACK 里。建立连接，再发 600 字节，每段都要装得下。',
      teaches:
        'MSS 选项只出现在 SYN 段，说明自己能收多大的段；没有这个选项就按 536。600 字节分成 536 + 64，一个累积确认可以覆盖两段。',
    },
    'est-06-ack-carries-data': {
      title: '第三次握手捎上数据',
      task: '你的应用已经有 5 个字节要说。建立连接并送达数据，总共只用四个报文段。',
      teaches:
        '第三段可以带数据：seq=x+1，5 个字节，对方回确认号 x+6。SYN 段也可以带数据，只是要等连接建立后才交给应用。',
    },
    'loss-01-syn-backoff': {
      title: 'SYN 丢了两次：退避重传',
      task: '没有人回应你的 SYN。在正确的时刻用正确的序号重传：不能提前，也不能换新序号。',
      teaches: '计时器到期就重发同一个 SYN，初始序号不变：先等 1 秒，再等 2 秒。间隔加倍，让拥挤的网络有时间恢复。',
    },
    'loss-02-synack-lost': {
      title: 'SYN+ACK 丢失',
      task: '你的 SYN+ACK 在路上丢了，只有你能补救。该发什么，什么时候发？',
      teaches:
        '自己的 SYN 在被确认之前都要由自己重传，与 ACK 同段时也一样：自己的计时器到期后，用同一个 y、同一个确认号 x+1 再发一次。',
    },
    'loss-03-third-ack-lost': {
      title: '第三次握手丢失',
      task: '你完成了握手，可最后的 ACK 丢了，服务器还在等。看看谁会发现，再回应到来的报文段。',
      teaches: '纯 ACK 不会定时重传，重传的是服务器的 SYN+ACK。它的序号已经过时，所以回一个 ACK，而不是重新发 SYN。',
    },
    'loss-04-dup-syn': {
      title: '重复的 SYN',
      task: '网络把同一个 SYN 送来了两次。一个客户端，一条连接：回应这个副本，但不要重新握手。',
      teaches:
        '副本的序号比 RCV.NXT 小 1，是旧的：回 ACK 即可，许多系统则重发 SYN+ACK，两种都对。不换初始序号，也不另建连接。',
    },
    'loss-05-data-rescues': {
      title: '数据补位：ACK 丢了也能建连',
      task: '第三次握手的 ACK 丢了，但客户端紧接着有数据要发。看看连接还能不能建立。',
      teaches: '第一个 SYN 之后的每个报文段都带当前的确认号。数据段又说了一遍确认号 y+1，自己就完成了握手。',
    },
    'num-01-count-octets': {
      title: '按字节数，不按包数',
      task: '300 字节和 500 字节的两个报文段同时到达。用一个确认号确认全部数据。',
      teaches:
        '确认号是期待收到的下一个字节的序号：第一段的序号 + 300 + 500。确认是累积的，一个 ACK 覆盖两段，与报文段的个数无关。',
    },
    'num-02-swap': {
      title: '对方的 ack 就是我的 seq',
      task: '收到数据时，你的应用正好也有数据要发。用一个报文段既发送又确认，两个数都能从收到的报文段里找到。',
      teaches:
        '你的序号是对方期待的字节，即它的确认号；你的确认号 = 它的序号 + 它的长度。确认搭在数据上，不用另发一段。',
    },
    'num-03-hole': {
      title: '中间缺一段',
      task: '发出三段，中间一段丢了。服务器要如实确认，客户端要等计时器到期再补上缺口。',
      teaches: '累积确认不能跨过缺口：同一个确认号回两次，后面的数据先存着。缺口补上后，一个 ACK 直接跳到末尾。',
    },
    'num-04-silence': {
      title: '沉默也是一步',
      task: '分两次各发 10 个字节。其间每收到一个报文段，都要判断它是否需要回应。',
      teaches: '纯 ACK 永远不用确认，否则两台主机会没完没了地互相确认。它不占序号，正确的回应就是等待。',
    },
    'num-05-wrap': {
      title: '越过 2³²：序号回绕',
      task: '你的初始序号紧挨着 4294967296。建立连接，发 5 个字节，再关闭，看序号怎样越过边界。',
      teaches: '序号只有 32 位，首尾相接：……4294967295、0、1。加减和比较都按模 2³² 进行，越过边界也没有任何特别。',
    },
    'num-06-zero-window': {
      title: '零窗口与探测',
      task: '服务器的缓冲区满了，窗口为 0。及时停下，用正确的方式询问，窗口打开后继续发送。',
      teaches:
        'wnd=0 只拦数据，不拦 ACK。过一个 RTO，发送方用 1 个字节探测，对方重申确认号与窗口。没有探测，窗口更新一旦丢失，双方会永远互等。',
    },
    'close-01-first-fin': {
      title: '第一次挥手',
      task: '你的应用调用了 CLOSE。告诉服务器，你不再发送数据了。',
      teaches:
        '真实的 FIN 是 FIN+ACK：握手之后每个报文段都带 ACK。FIN 用掉序号 u，只结束你这个方向，服务器仍可继续发送。',
    },
    'close-02-four-way': {
      title: '四次挥手（RFC 图 12）',
      task: '两端都由你来，演完正常关闭：每个方向用自己的 FIN 结束，每个 FIN 都要确认。',
      teaches:
        '两个 FIN、两个 ACK，因为两个方向各自关闭。中间没有数据时，第二、三次挥手的序号相同。先关闭的一方在 TIME-WAIT 等 2MSL。',
    },
    'close-03-half-close': {
      title: '半关闭：还有数据要发',
      task: '客户端说完了，服务器还剩 20 个字节。在半关闭的连接上送完，再关闭另一半。',
      teaches:
        '第一个 FIN 之后连接处于半关闭：服务器在 CLOSE-WAIT 仍可发送，客户端在 FIN-WAIT-2 仍要确认。服务器的 FIN 排在数据之后：w=v+20。',
    },
    'close-04-three-segments': {
      title: '三段挥手，服务器先关',
      task: '服务器先关闭，客户端的应用也立刻关闭。用三个报文段结束两个方向。',
      teaches:
        '没有剩余数据时，ACK 与 FIN 可以同段发送，FIN-WAIT-1 直接进入 TIME-WAIT。哪一方都可以先关，先关的一方负责等待。',
    },
    'close-05-fin-with-data': {
      title: '数据与 FIN 同行',
      task: '用同一个报文段发完最后的 1000 字节并关闭。算一算：FIN 的序号是多少？',
      teaches:
        'FIN 占最后一个字节之后的序号，所以确认号 = 序号 + 1000 + 1。FIN 的序号 - 初始序号 - 1，就是一共发过的字节数。',
    },
    'close-06-last-ack-lost': {
      title: '最后一个 ACK 丢了',
      task: '你确认了服务器的 FIN，可这个 ACK 丢了。你正处在 TIME-WAIT：它有什么用？',
      teaches:
        '只有 TIME-WAIT 能回应重发的 FIN，并重新计时 2MSL。如果提前离开，重发的 FIN 找不到连接，只会换来 RST，本该正常的关闭就被打断了。',
    },
    'close-07-fin-overtakes': {
      title: '乱序的 FIN',
      task: 'FIN 到了，可它前面的 50 个字节还在路上。别急着挂断。',
      teaches:
        '缺口之后的 FIN 先存着，不执行：确认号停在缺口处，状态仍是 ESTABLISHED。数据到齐后，一个 ACK 同时确认两者，进入 CLOSE-WAIT。',
    },
    'odd-01-refused-new-isn': {
      title: '拒绝连接与新的 ISN',
      task: '客户端敲门时还没有人监听。按 TCP 的方式拒绝，两秒后让它第二次尝试成功。',
      teaches:
        '无人监听：回 RST+ACK，seq=0，确认号 = 对方序号 + 1。新的尝试取新的初始序号：时钟每 4 微秒加 1，两秒后多出 500000。',
    },
    'odd-02-simultaneous-open': {
      title: '同时打开（RFC 图 7）',
      task: '两端同时主动打开，两个 SYN 在途中交错。让它们成为一条连接。',
      teaches:
        'SYN-SENT 收到 SYN，进入 SYN-RECEIVED，用原来的初始序号回 SYN+ACK。四个报文段，一条连接，没有谁是服务器。',
    },
    'odd-03-old-duplicate-syn': {
      title: '历史 SYN 的幽灵（RFC 图 8）',
      task: '一个很久以前的 SYN 抢先到达服务器。两端都由你来，看看谁能识破这个幽灵。',
      teaches:
        '这就是握手要三次的原因。服务器看不出 SYN 是旧的；客户端发现对方确认了自己没发过的序号，回 RST，服务器才能迎接真正的 SYN。',
    },
    'odd-04-half-open-syn': {
      title: '失忆的一端（RFC 图 9）',
      task: '客户端崩溃后忘了一切，服务器还以为旧连接在。现在客户端重新打开连接。',
      teaches:
        '服务器用旧连接的序号回应这个陌生的 SYN；客户端不认得，于是回 RST。服务器放弃这条半打开的连接，重传的 SYN 便遇到了监听者。',
    },
    'odd-05-half-open-data': {
      title: '发给不存在的连接（RFC 图 10）',
      task: '服务器在一条你因崩溃而丢失的连接上发来数据。用它会相信的方式告诉它。',
      teaches: 'CLOSED 收到带 ACK 的报文段：回 RST，seq 取它的确认号，不置 ACK。这正是对方期待的序号，所以 RST 有效。',
    },
    'odd-06-simultaneous-close': {
      title: '同时关闭（RFC 图 13）',
      task: '两端的应用同时关闭，两个 FIN 在途中交错。让双方都到达 CLOSED。',
      teaches:
        'CLOSING 的意思是：你的 FIN 已到，我的还没被确认。双方各自确认对方的 FIN，这一次两端都要在 TIME-WAIT 等待。',
    },
    'odd-07-close-in-syn-sent': {
      title: 'SYN-SENT 时关闭',
      task: '你发出了 SYN，应用却在收到回应之前就关闭了。现在该发什么？迟到的回应来了又该发什么？',
      teaches:
        '在 SYN-SENT 调用 CLOSE，只是删除连接，什么也不发。迟到的 SYN+ACK 找不到连接，回 RST，seq 取它的确认号；服务器回到 LISTEN。',
    },
    'atk-01-syn-cookies': {
      title: 'SYN 洪泛与 SYN Cookie',
      task: '伪造的 SYN 占满了半连接队列。不保存任何状态来回应：把需要的信息放进序号，只相信能把它带回来的人。',
      teaches:
        'SYN Cookie 是一个可以重新算出来的初始序号。确认号 - 1 必须等于它，然后只凭这个 ACK 重建连接。伪造的 ACK 通不过检查，得到 RST。',
    },
    'atk-02-blind-reset': {
      title: '三个 RST 分真假',
      task: '来了三个 RST，其中两个是攻击者猜的。逐个判断：忽略、质询，还是服从。',
      teaches: '在窗口外：直接丢弃。在窗口内但不等于 RCV.NXT：回质询 ACK。正好等于 RCV.NXT：服从，并且什么也不回。',
    },
    'atk-03-blind-syn-and-data': {
      title: '伪造的 SYN 与数据',
      task: '有人看不到你的流量，却伪造了 SYN，又伪造了数据。保住真正的连接。',
      teaches: '已建立的连接收到 SYN，无论序号是多少，都回质询 ACK。确认号不可能出自对方的数据段要丢弃，并回一个 ACK。',
    },
    'atk-04-time-wait-assassin': {
      title: 'TIME-WAIT 刺客',
      task: '你处在 TIME-WAIT，一个旧的报文段忽然出现。先在客户端回应它，再在服务器回应这个回应，看 TIME-WAIT 能否幸存。',
      teaches:
        '对旧报文段的 ACK 找不到连接，引来一个序号正确的 RST。只按 RFC 9293，它会终结 TIME-WAIT；RFC 1337 允许忽略它。',
    },
    'atk-05-fast-open': {
      title: 'TCP 快速打开：带 Cookie 的 SYN',
      task: '客户端有上次访问得到的 Cookie。用它随 SYN 送达 20 个字节，并在握手结束前就得到回应。',
      teaches:
        'Cookie 有效，服务器就收下 SYN 里的数据，确认号 x+21，并可立即回应；无效则只确认 SYN，确认号 x+1。有了 Cookie，伪造的 SYN 占不到便宜。',
    },
    'lab-01-two-tables': {
      title: '实验记录表：握手与挥手',
      task: '在一份抓包里找出一条连接的 11 个报文段，跟踪流，用绝对序号填好三次握手和四次挥手的两张记录表。',
      teaches:
        '握手：SYN 为 1/1/0，ACK 为 0/1/1，第一行的确认号无效。挥手：四行的 ACK 都是 1。“跟踪流”看的是载荷，首部在详情面板里。',
    },
    'lab-02-hex-and-relative': {
      title: '十六进制与相对序号',
      task: '解读三个原始首部：端口、序号、数据偏移、标志、窗口。再把绝对序号换成 Wireshark 显示的相对序号。',
      teaches:
        '序号在第 4 到 7 字节，确认号在第 8 到 11 字节，标志在第 13 字节：0x02 SYN，0x12 SYN+ACK，0x10 ACK，0x11 FIN+ACK。相对序号 = 绝对序号 - 初始序号。',
    },
    'exam-01-408-close-timing': {
      title: '408 真题：关闭计时',
      task: 'RTT 为 50 ms，MSL 为 800 ms。客户端关闭，服务器一得知也立刻关闭。两端最早何时到达 CLOSED？演一遍。',
      teaches: '三个报文段。服务器在 1.5 个 RTT 即 75 ms 后 CLOSED；客户端要 1 个 RTT + 2MSL = 50 + 1600 = 1650 ms。',
    },
    'exam-02-seven-losses': {
      title: '终极面试：七段各丢一次',
      task: '三次握手、四次挥手的七个报文段各丢一次。只靠计时器和正确的回应，让连接善始善终。',
      teaches:
        '只有 SYN、数据和 FIN 有重传计时器；丢失的 ACK 靠对方重传来补。SYN 超时之后，RTO 从 3 秒重新开始，再加倍到 6 秒。',
    },
  },
  variants: {
    'syn-ack-again': {
      title: '许多系统的做法',
      task: '同一个 SYN 又来了一次。这次像 Linux 那样回应副本：把 SYN+ACK 再发一遍。',
      teaches: '重发的 SYN+ACK 包含了 ACK 要说的一切，还再说一遍你的序号。客户端为它多回一个 ACK，别的都不变。',
    },
    'data-twice': {
      title: '同一份数据来了两次',
      task: '大海把带数据的报文段复制了一份。发送方不知道你已经收到，所以副本也要回应。',
      teaches: '副本在 RCV.NXT 之前，不再收取，只重申确认号。这时你的序号已经前移：有 50 个字节发出去了。',
    },
    'server-first': {
      title: '服务器先挂断',
      task: '同样的四次挥手，角色互换：这次服务器先关闭。轮到谁来等待？',
      teaches: '哪一方都可以先关闭，先关的一方在 TIME-WAIT 等 2MSL。除此之外，客户端与服务器没有区别。',
    },
    'fin-by-itself': {
      title: 'FIN 单独成段',
      task: '先发 1000 字节，再用单独的报文段发 FIN。它的序号现在是多少？',
      teaches: '与之前相同：最后一个字节之后的那个序号。FIN 搭在数据上只省一个报文段，别的都不变。',
    },
    'left-early': {
      title: '走得太早',
      task: '你还在 TIME-WAIT，应用就中止了连接，而丢失的 ACK 还没有补上。重发的 FIN 会遇到什么？',
      teaches: '已经没有人了：重发的 FIN 得到 RST，seq 取它的确认号。本可以好好挥手告别，服务器却被强行关闭。',
    },
    strict: {
      title: '同时打开：严格照章',
      task: '同样是两个 SYN 交错，但不用 RFC 9293 附录 A.2 的简化。现在需要几个报文段？',
      teaches:
        '照章办事，SYN+ACK 里的 SYN 是旧的，通不过序号检查，要另回一个 ACK：六段而不是四段。A.2 让其中的 ACK 照样有效。',
    },
    'both-listening': {
      title: '两个监听者之间的幽灵（RFC 图 11）',
      task: '两端都只在监听，旧的 SYN 突然到来。先在服务器回应它，再在客户端回应这个回应。',
      teaches: 'LISTEN 从没发过 SYN，所以对 SYN+ACK 回 RST，seq 取它的确认号，服务器回到 LISTEN，谁也没有损失。',
    },
    'fifty-ms-apart': {
      title: '相差五十毫秒',
      task: '两个 CLOSE 相差 50 ms，FIN 仍在途中交错。报文段与之前有什么不同？',
      teaches: '还是同样的四个报文段：要紧的是每个 FIN 都在收到对方的 FIN 之前发出，而不是同时发出。',
    },
    'without-rfc-1337': {
      title: '没有保护的 TIME-WAIT',
      task: '同样的旧报文段，但这个客户端在 TIME-WAIT 会服从 RST。看看 2MSL 还剩多少。',
      teaches: 'RST 的序号正确，200 ms 后就终结了 TIME-WAIT。旧报文段还在网络里，可能混进新的连接：见 RFC 1337。',
    },
    'bad-cookie': {
      title: '过期的 Cookie',
      task: '客户端的快速打开 Cookie 已经失效。照样把 20 个字节送到。',
      teaches: '服务器只确认 SYN（确认号 x+1），并发来新的 Cookie。握手之后客户端重发数据：只多花一个往返，别无损失。',
    },
  },
};
