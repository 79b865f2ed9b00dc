/** Machines and simulators in English. */
import type { ModelTexts } from './modelTexts.ts';

export const modelsEn: ModelTexts = {
  designs: { 'two-way': 'Two segments', 'three-way': 'Three segments' },
  twoWay: {
    'syn-sent': 'The client sends SYN with a new ISN.',
    'syn-repeated': 'No answer came in time: the client sends the same SYN again.',
    'server-open': 'The server opens the connection at once and answers.',
    'server-ghost': 'An old SYN: the server opens a connection that nobody wants, and keeps it.',
    'server-half': 'The server notes the SYN, answers, and waits for the third segment.',
    'client-open': 'The client is connected.',
    'client-ignores': 'The client has not asked for this. It has no way to say so.',
    'client-resets': 'The client has not asked for this, and answers RST.',
    'server-confirmed': 'The third segment arrives: the server knows that the client wants this.',
    'server-forgets': 'RST: the server forgets it. Nothing was built on it.',
    lost: 'It is lost.',
    closed: 'The connection is closed at both ends.',
    nothing: 'That changes nothing.',
  },
  broken: 'Broken: the server holds a connection that no client knows of.',
  sound: 'Sound: the server holds nothing that nobody wants.',
  isn: {
    clock: 'M, the clock: one tick every 4 microseconds.',
    hash: 'F, the hash of addresses, ports and key.',
    emptySlot: 'The slot is empty: anybody can compute F.',
    filledSlot: 'The key is in: only this host can compute F.',
    hit: (isn) => `The stranger computed ${isn}, and was right.`,
    miss: (guess, isn) => `The stranger computed ${guess}; the number was ${isn}.`,
  },
  abilities: {
    'client-sends': 'the client can send',
    'client-receives': 'the client can receive',
    'server-sends': 'the server can send',
    'server-receives': 'the server can receive',
  },
  knowers: { nobody: 'nobody', client: 'client', server: 'server', both: 'both' },
  afterSegment: (n) => `after segment ${n} has arrived`,
  knowledge:
    'After the second, the client knows everything. Only the third tells the server that its own segment got through.',
  flood: {
    kept: 'The SYN takes a place in the backlog.',
    dropped: 'The backlog is full: the SYN is dropped, whoever sent it.',
    cookie: 'The backlog is full: answered with a cookie, and nothing is kept.',
    established: 'The third segment is right: connected.',
    rejected: 'This ACK belongs to no SYN that was answered.',
    expired: 'Nobody answered in time: places are free again.',
  },
};
