/** 各种小机器与模拟器的中文文字。 */
import type { ModelTexts } from './modelTexts.ts';

export const modelsZhCN: ModelTexts = {
  designs: { 'two-way': '两次握手', 'three-way': '三次握手' },
  twoWay: {
    'syn-sent': '客户端用新的初始序号发出 SYN。',
    'syn-repeated': '没有等到应答，客户端重发同一个 SYN。',
    'server-open': '服务器立即建立连接，并作应答。',
    'server-ghost': '过时的 SYN：服务器建立了没人要的连接，并一直留着。',
    'server-half': '服务器记下 SYN，作出应答，等待第三次握手。',
    'client-open': '客户端已连接。',
    'client-ignores': '客户端没有请求过它，却没有办法说“不”。',
    'client-resets': '客户端没有请求过它，回 RST。',
    'server-confirmed': '第三次握手到达：服务器知道客户端确实要这个连接。',
    'server-forgets': '收到 RST，服务器忘掉它，什么也没有损失。',
    lost: '报文段丢失。',
    closed: '连接在两端都已关闭。',
    nothing: '没有变化。',
  },
  broken: '出问题了：服务器留着一个没有客户端认领的连接。',
  sound: '一切正常：服务器没有留下没人要的连接。',
  isn: {
    clock: 'M，时钟：每 4 微秒加 1。',
    hash: 'F，地址、端口与密钥的哈希。',
    emptySlot: '密钥槽是空的：谁都能算出 F。',
    filledSlot: '密钥已插入：只有这台主机算得出 F。',
    hit: (isn) => `外人算出 ${isn}，猜中了。`,
    miss: (guess, isn) => `外人算出 ${guess}，实际是 ${isn}。`,
  },
  abilities: {
    'client-sends': '客户端能发',
    'client-receives': '客户端能收',
    'server-sends': '服务器能发',
    'server-receives': '服务器能收',
  },
  knowers: { nobody: '都不知道', client: '客户端', server: '服务器', both: '双方' },
  afterSegment: (n) => `第 ${n} 次握手到达后`,
  knowledge: '第二次之后，客户端什么都知道了；只有第三次才让服务器知道自己发的也到了。',
  flood: {
    kept: '这个 SYN 占了半连接队列的一个位置。',
    dropped: '队列已满：不管是谁发的 SYN，都丢弃。',
    cookie: '队列已满：用 Cookie 应答，什么都不保存。',
    established: '第三次握手正确：连接建立。',
    rejected: '这个 ACK 不对应任何已应答的 SYN。',
    expired: '迟迟没有回音：位置空出来了。',
  },
};
