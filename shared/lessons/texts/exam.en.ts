/** The exam in English. */
import type { ExamTexts } from './examTexts.ts';

const stateQuestions = [
  'The client closed first. It has just received the server’s FIN and acknowledged it. In which state is it?',
  'The client closed first. The server has acknowledged that, and has now sent its own FIN. In which state is the server?',
  'The client closed first, and its FIN has been acknowledged; the server has not closed yet. In which state is the client?',
  'Both ends closed at the same moment. One of them has received the other’s FIN, but no ACK of its own yet. In which state is it?',
];

export const examEn: ExamTexts = {
  exercises: {
    'count-octets': {
      ask: ({ seq, first, second }) =>
        `A host sends two segments one after the other, with ${first} and ${second} octets of data. The first has seq ${seq}. Both arrive. Which ack does the receiver send?`,
      why: ({ seq, first, second }) => `ack names the next octet: ${seq} + ${first} + ${second}.`,
      note: null,
    },
    'answer-syn': {
      ask: ({ x }) =>
        `A listening server receives SYN with seq ${x} and agrees. Which flags does its answer have, and which ack?`,
      why: ({ x }) =>
        `SYN tells the server’s own number, ACK confirms the client’s: ack = ${x} + 1, because a SYN uses one number.`,
      note: 'seq is not asked for: it is the server’s own ISN and may be any number. That the paper’s right choice shows seq = ack is a coincidence.',
    },
    gap: {
      ask: ({ seq, first, second, third }) =>
        `A host sends three segments with ${first}, ${second} and ${third} octets; the first has seq ${seq}. Only the first and the third arrive. Which ack does the receiver send after the third?`,
      why: ({ seq, first }) =>
        `The ack stays at the left edge of the gap: ${seq} + ${first}. The third segment is kept.`,
      note: null,
    },
    swap: {
      ask: ({ seq, ack, octets }) =>
        `In a connection without losses you receive a segment with seq ${seq}, ack ${ack} and ${octets} octets of data. Which seq and ack has the segment that you send next?`,
      why: ({ seq, ack, octets }) => `Your seq is what the peer expects, ${ack}. Your ack is ${seq} + ${octets}.`,
      note: 'This holds while nothing of yours is under way; otherwise seq is SND.NXT.',
    },
    'third-ack': {
      ask: ({ x, y }) =>
        `A client opens a connection. Its ISN is ${x}, the server’s is ${y}. Which ack does the third segment of the handshake have?`,
      why: ({ y }) => `It acknowledges the server’s SYN: ${y} + 1.`,
      note: null,
    },
    'octets-by-fin': {
      ask: ({ x, fin }) =>
        `A client’s SYN had seq ${x}. Its FIN, which carries no data, has seq ${fin}. How many octets of data did it send?`,
      why: ({ x, fin }) =>
        `The SYN used ${x}, data began at ${x} + 1, and the FIN stands behind the last octet: ${fin} - ${x} - 1.`,
      note: null,
    },
    'state-after': {
      ask: ({ which }) => stateQuestions[which] ?? '',
      why: () =>
        'Active closer: FIN-WAIT-1, FIN-WAIT-2, TIME-WAIT. Passive closer: CLOSE-WAIT, LAST-ACK. Both at once: FIN-WAIT-1, CLOSING, TIME-WAIT.',
      note: null,
    },
    'window-range': {
      ask: ({ seq, octets, wnd }) =>
        `You have sent a segment with seq ${seq} and ${octets} octets. Now a segment arrives with ack ${seq} and wnd ${wnd}. Which octets may you send before anything else arrives: from which number to which?`,
      why: ({ seq, octets, wnd }) =>
        `The last number allowed is ${seq} + ${wnd} - 1; up to ${seq} + ${octets} - 1 is sent already.`,
      note: null,
    },
    'close-times': {
      ask: ({ rtt, msl }) =>
        `The round trip takes ${rtt} ms, MSL is ${msl} ms. The client closes; the server has nothing left to send. How many milliseconds at least, from the first FIN on, until the client is CLOSED, and until the server is?`,
      why: ({ rtt, msl }) =>
        `Client: one round trip, then 2MSL: ${rtt} + 2 × ${msl}. Server: one and a half round trips: 1.5 × ${rtt}.`,
      note: '“At least” means that the server’s ACK and FIN share one segment: three waves instead of four.',
    },
    'request-times': {
      ask: ({ rtt }) =>
        `A client asks a server one short question; the round trip takes ${rtt} ms, processing takes no time. After how many milliseconds is the answer there, over UDP, and over TCP without an open connection?`,
      why: ({ rtt }) =>
        `UDP: one round trip, ${rtt}. TCP: one for SYN and SYN,ACK; the question rides on the third segment: 2 × ${rtt}.`,
      note: 'With Fast Open and a valid cookie, TCP needs one round trip as well.',
    },
    'data-on-syn': {
      ask: ({ octets }) => `May a SYN carry ${octets} octets of data? (yes or no)`,
      why: () =>
        'Textbooks: no, only the third segment may. RFC 9293, 3.5: yes, but the octets are withheld until the connection is ESTABLISHED.',
      note: 'In the exam: no. In the RFC: yes.',
    },
    'flag-count': {
      ask: () => 'How many control bits does the TCP header have?',
      why: () => 'URG, ACK, PSH, RST, SYN, FIN, and since RFC 3168 CWR and ECE.',
      note: 'Textbooks count six, RFC 9293 eight.',
    },
    'server-state': {
      ask: ({ x }) =>
        `The client with ISN ${x} has just sent the third segment of the handshake. It is still on its way. In which state is the server?`,
      why: () => 'The client is ESTABLISHED on sending; the server only when the segment arrives.',
      note: 'Many texts say that both are ESTABLISHED now. If the segment is lost, the difference is seen.',
    },
    'fewest-waves': {
      ask: () => 'How many segments does it take at least to close both directions of a connection, without a reset?',
      why: () =>
        'If the passive side has nothing left to send and closes at once, its ACK and FIN share a segment: three.',
      note: 'Textbooks teach four, which is the usual number.',
    },
  },
  fields: {
    octets: 'octets',
    state: 'state',
    from: 'from number',
    to: 'to number',
    'client-ms': 'client (ms)',
    'server-ms': 'server (ms)',
    'udp-ms': 'UDP (ms)',
    'tcp-ms': 'TCP (ms)',
    may: 'yes or no',
    flags: 'bits',
    segments: 'segments',
  },
};
