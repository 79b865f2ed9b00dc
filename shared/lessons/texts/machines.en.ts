/** The machines in English. */
import type { MachineTexts } from './machineTexts.ts';

export const machinesEn: MachineTexts = {
  twoWay: {
    tasks: {
      break: 'With two segments: make the server hold a connection that no client has.',
      save: 'The same with three: let the late SYN arrive, and see who says no.',
    },
    hint: 'Open, and keep the SYN at sea. Let the client give up. Then let the SYN arrive.',
    design: 'A handshake of',
    designs: { 'two-way': 'Two segments', 'three-way': 'Three segments' },
    open: 'Open a connection',
    giveUp: 'Give up (CLOSE)',
    close: 'Close, at both ends',
    same: 'The same steps with three segments',
    events: {
      'syn-sent': 'The client sends SYN with a new ISN.',
      repeated: 'No answer in time: the segment is sent again, with the same numbers.',
      'gave-up':
        'The client’s application gives up. In SYN-SENT, CLOSE sends nothing: the server hears of none of this.',
      'server-open': 'The server opens the connection at once and answers. It asks for no confirmation.',
      'server-ghost':
        'A late SYN: the server opens a connection that nobody wants, and its application waits for data.',
      'server-half': 'The server notes the SYN, answers, and waits. Its application is told nothing yet.',
      'client-open': 'The answer fits the SYN that was sent: the client is connected.',
      'client-ignores': 'The client has not asked for this. With two segments there is none left to say so.',
      'client-refuses': 'The client has not asked for this, and its answer says so.',
      'server-confirmed': 'The third segment: now the server knows that the client wants this connection.',
      'server-forgets': 'RST: back to LISTEN. The application was never told, so nothing was built on it.',
      lost: 'It sinks.',
      closed: 'Both applications close; the connection ends in order.',
      'time-passed': 'Time passes.',
      nothing: 'That changes nothing.',
    },
    broken: 'Broken: the server’s application holds a connection that no client has.',
    sound: 'Sound: nothing is open that nobody wants.',
    shows: [
      'A SYN can be late: it was delayed, repeated, forgotten. The server cannot see its age. With two segments it must believe every SYN, and keep the connection for a client that never comes.',
      'The third segment is the client’s yes. Until it comes the server is only SYN-RECEIVED; if the client says no by RST, the server goes back to LISTEN. That is the RFC’s first reason for three.',
      'A RST could chase the ghost in a two-way design, too. But it comes a round trip late, when the application has already been told “connected”, and if it is lost nobody sends it again.',
      'The third segment also confirms y: with two, the server would never know that its own number arrived.',
    ],
  },

  whoKnows: {
    tasks: {
      first: 'The SYN has arrived: who can be sure of what?',
      second: 'The SYN,ACK has arrived.',
      third: 'The ACK has arrived.',
    },
    after: ['After the SYN has arrived', 'After the SYN,ACK has arrived', 'After the ACK has arrived'],
    ask: (ability) => `Who knows that ${ability}?`,
    abilities: {
      'client-sends': 'the client can send',
      'client-receives': 'the client can receive',
      'server-sends': 'the server can send',
      'server-receives': 'the server can receive',
    },
    knowers: { client: 'Client', server: 'Server' },
    check: 'Check',
    right: 'All right.',
    wrong: (count) => (count === 1 ? 'One row is not right yet.' : `${count} rows are not right yet.`),
    why: [
      {
        'client-sends': 'Only the server: it has the SYN. The client does not know that its SYN arrived.',
        'client-receives': 'Nobody: nothing has been sent to the client yet.',
        'server-sends': 'Nobody: the server has not sent anything that arrived.',
        'server-receives': 'Only the server: a segment came in.',
      },
      {
        'client-sends': 'Both: ack = x+1 tells the client that its SYN arrived; the server knew.',
        'client-receives': 'Only the client: a segment came in. The server does not know that yet.',
        'server-sends': 'Only the client: it has the SYN,ACK. The server does not know that it arrived.',
        'server-receives': 'Both: the server had the SYN, and its answer shows the client so.',
      },
      {
        'client-sends': 'Both. What is known once stays known.',
        'client-receives': 'Both: ack = y+1 tells the server that its SYN,ACK arrived.',
        'server-sends': 'Both: for the same reason.',
        'server-receives': 'Both. Nothing is left for a fourth segment to tell.',
      },
    ],
    shows: [
      'After two, the client knows everything, and the server does not know whether its own half works: that y arrived. Two are too few.',
      'After three, both know everything. The last ACK itself is not confirmed, and need not be: it takes no number, and any later segment repeats what it says.',
      'Four would be SYN, ACK, SYN, ACK. The middle two come from one end at one moment, and SYN and ACK fit into one segment. So three, not four.',
      'RFC 9293 gives another reason first: three keep an old SYN from opening a connection. The other machine shows that.',
    ],
  },

  halfClose: {
    tasks: {
      four: 'Close both directions with four segments.',
      half: 'Send from the server after it has heard the client’s FIN.',
      three: 'Let the server’s application close at once: three segments.',
    },
    answer: 'When it hears the client’s FIN, the server’s application',
    answers: { nothing: 'waits for you', 'closes-at-once': 'closes at once' },
    send: (text) => `Send “${text}”`,
    close: 'CLOSE: I send no more',
    ways: { client: 'Client to server', server: 'Server to client' },
    pier: { open: 'open', waiting: 'FIN sent, not confirmed yet', closed: 'closed' },
    counted: (waves, crossed) =>
      crossed
        ? `${waves} segments; the two FINs crossed: a simultaneous close.`
        : `${waves} segments closed both directions.`,
    shows: [
      'A FIN ends one direction only. Between the two FINs the connection is half-closed: one side is in FIN-WAIT-2 and must acknowledge, the other in CLOSE-WAIT and may send.',
      'Why four: TCP confirms the client’s FIN at once. The server’s own FIN has to wait until its application calls CLOSE, and that may be much later.',
      'Why three is enough at times: if the application closes before the ACK has left, ACK and FIN share a segment. In the handshake that is always so, because no application is asked for the SYN,ACK.',
      'Whoever closes first ends in TIME-WAIT. Both do, if the FINs cross.',
    ],
  },

  timeWait: {
    tasks: {
      'last-ack': {
        off: 'Without TIME-WAIT: lose the last ACK. What does the server get for its second FIN?',
        on: 'With TIME-WAIT: lose the last ACK again.',
      },
      'old-duplicate': {
        off: 'Without TIME-WAIT: open again, and let the old payment arrive.',
        on: 'With TIME-WAIT: try to open again; wait until you can.',
      },
    },
    experiment: 'Experiment',
    experiments: { 'last-ack': 'The last ACK is lost', 'old-duplicate': 'An old segment comes late' },
    switch: 'TIME-WAIT',
    switches: { on: 'On (2MSL = 10 s)', off: 'Off' },
    before: {
      'last-ack': 'The client has closed and is in FIN-WAIT-2. The server may still send, or close.',
      'old-duplicate':
        'A payment was late and was sent again; the second copy arrived, and the connection was closed. The first copy is still at sea. The client draws its ISNs by dice, and the next one will be 150.',
    },
    close: 'CLOSE',
    open: 'Open again, from the same port',
    taken: 'Refused: “connection already exists”. This pair of sockets is still in TIME-WAIT.',
    outcomes: {
      open: '',
      'in-order': 'The repeated FIN was acknowledged once more. The server is CLOSED, in order.',
      'by-reset': 'The repeated FIN met nobody and was answered by RST. The server cannot tell whether all went well.',
      polluted: 'The server’s application has booked 10 once more, in a connection in which nobody paid anything.',
      clean: 'The old segment is gone. The new connection has only what belongs to it.',
    },
    shows: {
      'last-ack': [
        'Nobody confirms the last ACK. If it is lost, the other side repeats its FIN, and somebody must be there to answer: TIME-WAIT acknowledges it and starts the 2MSL again.',
        'Without it the FIN meets CLOSED, which answers everything by RST. The server ends all the same, but by a reset; many systems tell the application “connection reset”.',
      ],
      'old-duplicate': [
        'TIME-WAIT keeps the pair of sockets closed until every segment of the old connection has died. After one MSL none from here is left, after another one no answer to it either.',
        'The ISN’s clock helps, too: new numbers lie beyond the old ones. It is not enough where ISNs are drawn by dice, or data outruns the clock’s 250,000 numbers a second; timestamps mend that.',
      ],
    },
  },

  isn: {
    tasks: {
      guess: 'Leave the slot empty, and let the stranger guess.',
      key: 'Put a key in, and let the stranger guess again.',
      clock: 'Move the time: what does a minute add to the ISN?',
    },
    clock: 'M, the clock: one tick every 4 microseconds',
    hash: 'F, the hash of addresses, ports and key',
    sum: 'ISN = M + F, modulo 2³²',
    time: 'Time since the host started',
    timeText: (h, m, s) => `${h} h ${m} min ${s} s`,
    port: 'The client’s port',
    slot: 'Key slot',
    slotHint: 'Any words make a key. Empty the field to take it out.',
    noKey: 'empty',
    emptySlot: 'The slot is empty: anybody can compute F.',
    filledSlot: 'The key is in: only this host can compute F.',
    series: 'The same four numbers, a little later',
    seriesHead: { when: 'The connection begins', isn: 'ISN', more: 'more than now' },
    later: (what) =>
      ({ now: 'now', millisecond: '1 ms later', second: '1 s later', minute: '1 min later', turn: '4 h 46 min later' })[
        what
      ],
    plot: 'ISNs over one turn of the clock',
    plotWords: (hit) =>
      hit
        ? 'Two parallel lines, for the client and for the stranger; the stranger’s guess lies on the client’s line.'
        : 'Two parallel lines, for the client and for the stranger; the stranger’s guess lies somewhere else.',
    lines: { victim: 'the client’s', own: 'the stranger’s own', guess: 'the guess' },
    attack: 'The stranger',
    attackLead:
      'A stranger at 203.0.113.66 wants to speak in the client’s name, and will not see the answer. It connects once from its own address, sees its ISN, and computes the client’s.',
    guess: 'Let the stranger guess',
    seen: (isn) => `It got ${isn} for its own connection.`,
    hit: (isn) => `It computed ${isn} for the client, and was right: it can send the third segment unseen.`,
    miss: (guess, isn) => `It computed ${guess}; the number was ${isn}. Its third segment brings RST.`,
    shows: [
      'The clock keeps connections apart in time: it moves on by 250,000 numbers a second, so a new connection between the same sockets begins beyond the old one’s numbers.',
      'One turn takes 2³² × 4 µs, 4 h 46 min; the RFC says “approximately 4.55 hours”, which is a clock of 2¹⁸ ticks a second. Either is far longer than any segment lives (MSL).',
      'The clock alone is no secret, nor are addresses and ports. The key makes F a secret, and another one for each pair of sockets: whoever sees one ISN learns nothing of another.',
      'So “ISN = clock + hash of the four numbers” is right but for one word, and that word is the lock.',
    ],
  },

  flood: {
    tasks: {
      fill: 'Without cookies: take all places with forged SYNs.',
      refused: 'Let the true client try until it gives up.',
      cookies: 'With cookies: flood again, and let the client connect.',
    },
    switch: 'SYN cookies',
    switches: { on: 'On', off: 'Off' },
    switchHint: 'Switching restarts the server.',
    forge: (count) => (count === 1 ? 'Send a forged SYN' : `Send ${count} forged SYNs`),
    connect: 'The true client connects',
    wait: 'Wait for the client’s timer',
    waitOut: 'Wait until it gives up',
    backlog: 'Backlog',
    backlogWords: (taken, places) => `${taken} of ${places} places are taken.`,
    free: 'free',
    counts: { kept: 'forged SYNs kept', dropped: 'forged SYNs dropped', cookies: 'forged SYNs answered by cookie' },
    events: {
      kept: 'The server answers, and keeps a place for a third segment that will never come.',
      filled: 'That was the last place.',
      dropped: 'No place is free: the SYN is dropped without a word.',
      cookies: 'No place is free, and none is needed: the answer carries a cookie, and nothing is kept.',
      connected: 'The client is connected, and the server’s application has its connection.',
      'no-room': 'The client’s SYN is dropped: the server cannot know that this one is true.',
      again: 'The client’s timer ran out; its SYN is dropped again. Each wait is twice as long, up to a minute.',
      'gave-up': 'After three minutes the client gives up: ETIMEDOUT. To its user the server is down.',
      freed: 'Nobody answered for three minutes: places are free again.',
      nothing: '',
    },
    client: 'The true client',
    tries: (tries, seconds) => `${tries} ${tries === 1 ? 'SYN' : 'SYNs'} so far, ${seconds} s`,
    cookie: 'What the cookie holds',
    cookieLead: (isn) => `The SYN,ACK came with seq ${isn}. In 32 bits:`,
    bits: {
      counter: (counter) => `5 bits: a counter of 64 s, now ${counter}`,
      mss: (index, mss) => `3 bits: the MSS, number ${index} of 0 to 7: ${mss}`,
      hash: '24 bits: a keyed hash of the 4-tuple, the client’s ISN and the eight bits before',
    },
    terms: 'What it costs',
    termsHead: { option: 'Option', offered: 'on the SYN', got: 'agreed on' },
    term: { mss: 'MSS', windowScale: 'Window scale', sack: 'SACK permitted', timestamps: 'Timestamps' },
    agreed: { yes: 'yes', no: 'no' },
    shows: [
      'Three segments do not stop a flood: a place must be kept until the third comes, and a forged sender never sends it. It takes few SYNs to fill a backlog, and three minutes to empty it.',
      'A cookie puts what must be remembered into the ISN of the SYN,ACK. Only someone who received it can send back ISN + 1; then the server checks the hash and rebuilds the connection from it.',
      'The price: three bits know only eight MSS values, and window scale, SACK and timestamps find no room (some systems hide them in a timestamp). And if the third segment is lost, the server does not repeat its answer.',
      'So cookies are used only while the backlog is full.',
    ],
  },
};
