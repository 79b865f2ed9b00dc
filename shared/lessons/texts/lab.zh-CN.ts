/** 实验的中文文字。 */
import type { LabTexts } from './labTexts.ts';

const bits = 'FIN 1、SYN 2、RST 4、PSH 8、ACK 16。';

const header: LabTexts['header'] = {
  'source-port': '源端口',
  'destination-port': '目的端口',
  seq: '序号',
  ack: '确认号',
  'data-offset': '数据偏移',
  flags: '标志位',
  window: '窗口',
  reserved: '保留位',
  checksum: '检验和',
  'urgent-pointer': '紧急指针',
  options: '选项',
};

export const labZhCN: LabTexts = {
  steps: [
    '查看本机地址：Windows 用 ipconfig /all，其他系统用 ip addr 或 ifconfig。TCP 本身只认端口。',
    '开始抓包，打开一个普通的 http 网站，并 ping 它得到地址。浏览器可能用同名的另一个地址；HTTP/3 则根本看不到 TCP。',
    '关闭浏览器，等一会儿，停止抓包。可能看到四次挥手、三段、一个 RST，或暂时什么都没有。',
    '只显示与网站之间的那条 TCP 连接。',
    '用绝对序号填写两张记录表。',
    '回答四个思考题。',
  ],
  parts: {
    filter: {
      title: '过滤',
      task: '网卡看到的不只是你的连接：还有域名查询、ping 和另一条连接。写一个显示过滤器，只留下与网站之间的 TCP 连接。',
    },
    follow: {
      title: '跟踪流',
      task: '选中这条连接的一个分组，再点“跟踪 TCP 流”。它显示应用说了什么，不显示首部；首部在分组详情里。',
    },
    opening: {
      title: '表一：三次握手',
      task: '三个报文段各一行，填绝对序号和两个标志。没有意义的字段留空。',
    },
    closing: {
      title: '表二：四次挥手',
      task: '从第一个 FIN 开始，四个报文段各一行。',
    },
    questions: {
      title: '四个思考题',
      task: '勾出所有正确的说法。思考不计时。',
    },
    values: {
      title: '第一个首部：读数值',
      task: '选一个字段，它的字节就会标出来。填十进制，或写成 0x 开头的十六进制；标志也可以写名字。',
    },
    octets: {
      title: '第二个首部：找字节',
      task: '现在反过来：标出每个字段的字节，然后确认。',
    },
    bare: {
      title: '第三个首部：不给标记',
      task: '不靠标记读出数值。你已经知道它们在哪里。',
    },
    relative: {
      title: '相对序号',
      task: '列表里是线路上的序号。Wireshark 会显示成哪些相对序号？',
    },
    flags: {
      title: '标志字节',
      task: '下面四个字节不在这些首部里。各置了哪些标志？',
    },
  },
  hints: {
    opening: {
      1: '三段各由谁发出？发的时候它听到过什么？',
      2: 'SYN 占一个序号。确认号是期待的下一个序号，只有 ACK 为 1 才有效。',
      4: '若 ISN 是 1000 和 5000：1000、无、1、0；5000、1001、1、1；1001、5001、0、1。',
    },
    closing: {
      1: '谁先关闭？到那时双方各发了多少字节？',
      2: 'FIN 占一个序号，数据每字节一个。第一个 SYN 之后，每段的 ACK 都是 1。',
      4: '客户端发到 1079，服务器发到 5401：1079、5401、1、1；5401、1080、0、1；5401、1080、1、1；1080、5402、0、1。',
    },
    values: {
      1: '这个字段有几个字节？',
      2: '第一个字节最高：01 bb 是 1 · 256 + 187。数据偏移是那个字节的高四位，单位是 32 位的字。',
      4: '01 bb c0 00 00 00 00 2a ……：源端口 443，目的端口 49152，序号 42。',
    },
    octets: {
      1: '它前面有哪些字段？各多长？',
      2: '两个端口各两字节，序号和确认号各四字节，然后是数据偏移、标志，最后是两字节的窗口。',
      4: '端口 0-1 和 2-3，序号 4-7，确认号 8-11，数据偏移 12，标志 13，窗口 14-15。',
    },
    bare: {
      1: '在前一个首部里，它是哪几个字节？',
      2: '两个端口各两字节，序号和确认号各四字节，然后是数据偏移、标志，最后是两字节的窗口。',
      4: '…… 50 18 fa f0 ……：数据偏移 5，标志 PSH 和 ACK，窗口 64240。',
    },
    relative: {
      1: '序号数的是谁的字节？确认号数的又是谁的？',
      2: '减去一个 ISN：序号减发送方的，确认号减对方的。',
      4: '若 ISN 是 1000 和 5000：服务器的序号 5000 显示为 0，它的确认号 1001 显示为 1。',
    },
    flags: {
      1: '八个比特里哪些是 1？',
      2: `从右往左：${bits}`,
      4: '0x12 是 16 + 2：ACK 和 SYN。',
    },
  },
  slip: {
    'no-number': () => '这里要填数：十进制，或 0x 开头的十六进制。',
    'too-large': () => '这里的数只有 32 位，最大是 4294967295。',
    relative: ({ isnOf }) =>
      `这是相对序号，从${isnOf === 'client' ? '客户端' : '服务器'}的 ISN 数起。线路上的是那个 ISN 加上它。`,
    absolute: () => '这是线路上的序号。请减去它所数那一方的 ISN。',
    exchanged: ({ wanted }) =>
      wanted === 'seq'
        ? '这是本段的确认号。序号数的是发送方自己发的字节。'
        : '这是本段的序号。确认号是发送方期待对方的下一个序号。',
    'one-too-few': ({ wanted }) =>
      wanted === 'seq'
        ? '少了 1。之前发过的都占了序号，SYN 和 FIN 也算。'
        : '少了 1。确认号是期待的下一个序号，SYN 和 FIN 各算一个。',
    'one-too-many': ({ wanted }) =>
      wanted === 'seq' ? '多了 1。字节、SYN 和 FIN 占序号，ACK 不占。' : '多了 1。只有已收到的字节、SYN 和 FIN 才算。',
    'other-row': ({ row }) => `这是第 ${row} 行的数。请找出本行对应的报文段。`,
    'no-meaning': () => '这一段的 ACK 是 0，确认号没有意义。留空，或填 0。',
    'other-field': ({ field }) => `这属于另一个字段：${header[field]}。`,
    'octet-order': () => '顺序反了：网络字节序里第一个字节最高。',
    'unmarked-hex': () => '字节找对了。前面写上 0x，或换算成十进制。',
    'octets-not-words': () => '这是字节数。这个字段数的是 32 位的字。',
    'half-octet': () => '只有这个字节的高四位属于它。',
    'two-octets': () => '只要第二个字节。前一个字节的高四位是数据偏移。',
    'flags-missing': () => `还有一个标志没写。${bits}`,
    'flags-too-many': () => `有的标志没有置位。${bits}`,
    'no-flags': () => '请写标志名：CWR、ECE、URG、ACK、PSH、RST、SYN、FIN。',
    'too-few-octets': ({ octets }) => `没有标全：这个字段有 ${octets} 个字节。`,
    'too-many-octets': ({ octets }) => `标多了：这个字段只有 ${octets} 个字节。`,
    elsewhere: () => '这是别的字段。RFC 的图每行四个字节，这里的格子也一样。',
    wrong: () => '不对。请再看看这个报文段的这个字段。',
  },
  flagSlip: {
    'syn-missing-first': '这一段用来打开连接。请在它的 Flags 里找 Syn。',
    'syn-missing-second': '服务器也要宣布自己的 ISN，SYN 就是说“这就是我的 ISN”。',
    'syn-on-third': '第三次握手不宣布 ISN。握手中双方各置一次 SYN。',
    'ack-on-first': '还没有收到任何报文段，没有什么可确认。',
    'ack-missing-second': '它在回答客户端的 SYN；只有 ACK 为 1，确认号才有效。',
    'ack-missing-third': '这一段只做一件事：确认服务器的 SYN。',
    'fin-missing': '这一方在这里说“我不再发数据”。请在它的 Flags 里找 Fin。',
    'fin-on-ack': '这一段只确认前面的 FIN。',
    'ack-missing-on-fin': 'FIN 段也带 ACK，第一个 SYN 之后每段都带；没有 ACK 会被丢弃。',
    'ack-missing-on-ack': '这一段只做一件事：确认前面的 FIN。',
  },
  header,
  filter: {
    right: (count) => `正好是这条连接：${count} 个分组。`,
    wide: (count) => `${count} 个分组：有这条连接，也有别的。`,
    narrow: (count) => `${count} 个分组：只是这条连接的一部分。`,
    other: (count) => `${count} 个分组，都不是这条连接的。`,
    none: () => '没有分组能通过这个过滤器。',
  },
  filterError: {
    'unknown-field': ({ word, near }) =>
      near === null ? `没有名为“${word}”的字段。` : `没有名为“${word}”的字段。是不是 ${near}？`,
    'upper-case': ({ near }) => `过滤器要用小写：${near}。`,
    'single-equals': () => '比较要写 == 或 eq。',
    unfinished: () => '末尾还缺点什么。',
    unexpected: ({ word }) => `“${word}”不能放在这里。`,
    'operator-missing': ({ field, word }) => `${field} 和 ${word} 之间缺少比较符，例如 ==。`,
    unclosed: () => '有括号没有闭合。',
    quote: () => '有引号没有闭合。',
    'no-number': ({ field, word }) => `${field} 要一个数，“${word}”不是。`,
    'too-large': ({ field, most }) => `${field} 最大是 ${most}。`,
    'no-address': ({ field, word }) => `${field} 要一个完整的地址，“${word}”不是。`,
    'no-flag': ({ field }) => `${field} 只能是 1 或 0，或 True、False。`,
    'no-octets': ({ field, word }) => `文字要加引号：${field} contains "${word}"。`,
    'protocol-value': ({ field }) => `${field} 是协议：只有“有”和“没有”，没有数值。`,
    'operator-misfit': ({ field, word }) => `“${word}”不能用于 ${field}。`,
    'not-here': ({ word }) => `Wireshark 认识“${word}”，本实验不支持。`,
  },
  questions: {
    numbers: {
      ask: '建立和关闭连接时，序号与确认号有什么关系？',
      statements: {
        'ack-is-isn-plus-one': {
          says: 'SYN 带客户端的 ISN x，服务器回答的确认号是 x + 1。',
          why: 'SYN 占用序号 x，服务器期待的下一个就是 x + 1。',
        },
        'server-answers-with-my-isn': {
          says: '服务器的 SYN 的序号是 x + 1。',
          why: '服务器另选自己的 ISN。只有它的确认号说的是客户端的序号。',
        },
        'third-ack-confirms-server': {
          says: '第三次握手的序号是 x + 1，确认号是服务器的 ISN + 1。',
          why: '客户端的 SYN 用掉了 x，服务器的 SYN 也算一个。',
        },
        'fin-ack-is-seq-plus-length': {
          says: '带 n 字节数据的 FIN，回答的确认号是它的序号 + n + 1。',
          why: '每个字节算一个，FIN 再算一个。没有数据就是 seq + 1。',
        },
        'first-fin-has-no-ack': {
          says: '第一个 FIN 的 ACK 是 0，因为没有什么可确认。',
          why: '第一个 SYN 之后，每段的 ACK 都是 1。表二的 ACK 一列四行全是 1。',
        },
      },
    },
    meaning: {
      ask: 'SYN 和 FIN 各表示什么？',
      statements: {
        'syn-begins-numbers': {
          says: 'SYN：我的序号从这里开始。双方各发一个。',
          why: '这就是“同步”：对方由此知道从哪里数起。',
        },
        'fin-ends-both-directions': {
          says: 'FIN 同时结束两个方向。',
          why: '它只结束发送方这个方向，对方还可以继续发。',
        },
        'fin-ends-own-direction': {
          says: 'FIN：我不再发数据，但还在听。',
          why: '第二次和第三次挥手之间，连接处于半关闭状态。',
        },
        'both-take-a-number': {
          says: 'SYN 和 FIN 各占一个序号。',
          why: '所以它们能被确认，丢了也能重传。',
        },
        'ack-takes-a-number': {
          says: '不带数据的 ACK 也占一个序号。',
          why: '那样它也得被确认，确认又要确认，没完没了。',
        },
      },
    },
    steps: {
      ask: '连接怎样建立，又怎样释放？',
      statements: {
        'opening-three': {
          says: '建立：SYN；SYN+ACK；ACK。',
          why: '客户端宣布，服务器确认并宣布，客户端确认。',
        },
        'both-established-at-once': {
          says: '第三次握手一发出，双方就都进入 ESTABLISHED。',
          why: '客户端是。服务器要等它到达；在那之前会重发 SYN+ACK。',
        },
        'closing-four': {
          says: '释放：FIN+ACK；ACK；FIN+ACK；ACK。',
          why: '每个方向各自结束、各自确认。这次抓包里是客户端先结束。',
        },
        'closer-waits': {
          says: '先关闭的一方在 TIME-WAIT 等待 2MSL。',
          why: '最后的 ACK 可能丢失，旧的报文段也要在网络中消失。',
        },
        'server-waits-too': {
          says: '另一方也要在 TIME-WAIT 等待。',
          why: '最后的 ACK 一到，它就 CLOSED，所以结束得更早。',
        },
      },
    },
    whys: {
      ask: '为什么建立要三次，关闭要四次？',
      statements: {
        'old-syn': {
          says: '三次：迟到的旧 SYN 不应建立连接。',
          why: '客户端看到不是自己要的确认号，就发 RST。这是 RFC 给出的首要理由。',
        },
        'three-keeps-floods-out': {
          says: '三次：这样 SYN 洪泛就伤不到服务器。',
          why: '服务器照样要保存半开连接。对付洪泛靠的是 SYN cookie。',
        },
        'both-isns-confirmed': {
          says: '三次：双方的 ISN 都要宣布并得到确认，中间两步合在一段。',
          why: '四个步骤，三个报文段：SYN 和 ACK 可以放在一起。',
        },
        'each-direction-closes': {
          says: '四次：两个方向各自关闭，服务器可能还有数据要发。',
          why: '所以它的 ACK 和 FIN 通常是两个报文段。',
        },
        'always-four': {
          says: '关闭一定要四个报文段，不能更少。',
          why: 'ACK 和 FIN 可以同段：看看这次抓包里的另一条连接。',
        },
      },
    },
  },
  gloss: {
    frame: '网卡看到的整个帧',
    eth: '本网内从网卡到网卡',
    ip: '从主机到主机',
    'ip.ttl': '生存时间：还能经过几个路由器',
    'ip.proto': '里面是什么：1 ICMP，6 TCP，17 UDP',
    'ip.src': '源地址：发送的主机',
    'ip.dst': '目的地址：接收的主机',
    'ip.len': '总长度，含 IP 首部',
    tcp: '从应用到应用，按序可靠',
    'tcp.srcport': '源端口：发送的应用',
    'tcp.dstport': '目的端口：接收的应用',
    'tcp.stream': 'Wireshark 给连接编的号',
    'tcp.len': '数据字节数，首部里没有这一项',
    'tcp.seq': '序号：本段第一个字节（或 SYN）的编号',
    'tcp.seq_raw': '线路上的序号：绝对值',
    'tcp.nxtseq': '这一方的下一个序号，由 Wireshark 算出',
    'tcp.ack': '确认号：期待的下一个序号',
    'tcp.ack_raw': '线路上的确认号：绝对值',
    'tcp.hdr_len': '数据偏移：以 32 位字为单位',
    'tcp.flags': '标志位，共八个',
    'tcp.flags.syn': '同步：我的序号从这里开始',
    'tcp.flags.ack': '确认号有效',
    'tcp.flags.fin': '终止：我不再发数据',
    'tcp.flags.reset': '复位：连接立即作废',
    'tcp.flags.push': '推送：马上交给应用',
    'tcp.flags.urg': '紧急指针有效',
    'tcp.flags.ece': '网络拥塞了（ECN）',
    'tcp.flags.cwr': '我已减速（ECN）',
    'tcp.flags.res': '保留，为零',
    'tcp.flags.ae': '留给 ECN，这里为零',
    'tcp.window_size_value': '窗口：现在还能接收的字节数',
    'tcp.window_size': '放大后的窗口，这里没有放大',
    'tcp.checksum': '检验和：覆盖首部、数据和地址',
    'tcp.urgent_pointer': '紧急指针：紧急数据到哪里为止',
    'tcp.options': '选项：最多 40 字节',
    'tcp.options.mss_val': '这一方能接收的最大报文段',
    'tcp.payload': '应用说的话',
    udp: '用户数据报，没有连接',
    icmp: 'ping 和差错，没有端口',
    dns: '查询域名',
    http: '应用自己的语言',
  },
};
