/** 实验的中文文字。 */
import type { LabTexts } from './labTexts.ts';

export const labZhCN: LabTexts = {
  steps: [
    '查看本机地址：Windows 用 ipconfig /all，其他系统用 ip addr 或 ifconfig。TCP 本身只认端口。',
    '开始抓包，打开一个普通的 http 网站，并查出它的地址。浏览器可能用同名的另一个地址；HTTP/3 则根本看不到 TCP。',
    '关闭浏览器，等一会儿，停止抓包。可能看到四次挥手、三段、一个 RST，或暂时什么都没有。',
    '过滤：只显示与服务器之间的 TCP。',
    '用绝对序号填写两张表。“跟踪流”显示的是数据，首部在分组详情里。',
    '回答四个思考题，再与要点对照。',
  ],
  cell: {
    right: '正确。',
    relative: '这是相对序号。请加上它所属一方的 ISN。',
    wrong: '请再看看这个报文段的这个字段。',
    empty: '还没有填。',
  },
  filter: {
    right: '恰好只显示这条连接。',
    wide: '这条连接能看到，但还有别的。请同时写明主机和 tcp，或写明是哪条流。',
    unknown: '实验不认识这个过滤器。请用 && 组合 ip.addr == …、tcp、tcp.port == … 或 tcp.stream eq …。',
  },
  questions: {
    numbers: {
      ask: '建立和关闭连接时，各报文段的序号与确认号有什么关系？',
      points: [
        'SYN 带客户端的 ISN；应答的确认号是它加 1。',
        '服务器的 SYN 带自己的 ISN；第三次握手的确认号是它加 1。',
        'FIN 占一个序号，确认号是 seq+1；若同段带 n 字节数据，则是 seq+n+1。',
        '第一个 SYN 之后，每段的 ACK 都是 1，FIN 段也不例外。',
      ],
    },
    meaning: {
      ask: 'SYN 和 FIN 各表示什么？',
      points: [
        'SYN：我的序号从这里开始，请求建立连接。',
        'FIN：我不再发数据；它只结束一个方向，不是两个。',
        '两者各占一个序号，所以能被确认，也能重传。',
      ],
    },
    steps: {
      ask: '说明连接建立与释放的过程。',
      points: [
        '建立：SYN；SYN+ACK；ACK。',
        '客户端发出第三次握手时进入 ESTABLISHED，服务器收到时才进入。',
        '释放：FIN+ACK；ACK；FIN+ACK；ACK。',
        '主动关闭方在 TIME-WAIT 停留 2MSL；被动关闭方收到最后的 ACK 就 CLOSED。',
      ],
    },
    whys: {
      ask: '为什么建立要三次，关闭要四次？',
      points: [
        '三次：迟到的旧 SYN 不应建立连接，客户端有机会拒绝。',
        '三次：双方的 ISN 都要宣布并得到确认，中间两步合在一段。',
        '四次：两个方向各自关闭，被动方可能还有数据要发。',
        '四次是常见的，不是必需的：ACK 和 FIN 可以同段。',
      ],
    },
  },
};
