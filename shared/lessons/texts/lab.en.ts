/** The labs in English. */
import type { LabTexts } from './labTexts.ts';

const bits = 'FIN 1, SYN 2, RST 4, PSH 8, ACK 16.';
const octets = (count: number): string => (count === 1 ? 'one octet' : `${count} octets`);
const packets = (count: number): string => (count === 1 ? '1 packet' : `${count} packets`);

const header: LabTexts['header'] = {
  'source-port': 'source port',
  'destination-port': 'destination port',
  seq: 'sequence number',
  ack: 'acknowledgment number',
  'data-offset': 'data offset',
  flags: 'flags',
  window: 'window',
  reserved: 'reserved bits',
  checksum: 'checksum',
  'urgent-pointer': 'urgent pointer',
  options: 'options',
};

export const labEn: LabTexts = {
  steps: [
    'Find out the address of your own computer: ipconfig /all on Windows, ip addr or ifconfig elsewhere. TCP itself knows only ports.',
    'Start the capture, open a plain http site, and ping it for its address. The browser may use another address of the same name; HTTP/3 shows no TCP at all.',
    'Close the browser, wait, stop the capture. You may see four waves, three, a reset, or nothing yet.',
    'Show only the TCP connection with the site.',
    'Fill in both tables with absolute numbers.',
    'Answer the four questions.',
  ],
  parts: {
    filter: {
      title: 'Filter',
      task: 'The card saw more than your connection: a name look-up, the ping, another connection. Type a display filter that leaves the TCP connection with the site, and nothing else.',
    },
    follow: {
      title: 'Follow the stream',
      task: 'Choose a packet of the connection, then “Follow TCP stream”. It shows what the applications said. The headers are not in there: they are in the packet details.',
    },
    opening: {
      title: 'Table A: three-way handshake',
      task: 'A row for each of the three segments, with absolute numbers and both flags. Leave empty what means nothing.',
    },
    closing: {
      title: 'Table B: four-way close',
      task: 'A row for each of the four segments, from the first FIN on.',
    },
    questions: {
      title: 'Four questions',
      task: 'Tick every statement that is true. For thinking there is no clock.',
    },
    values: {
      title: 'First header: values',
      task: 'Choose a field, and its octets are marked. Type its value in base 10, or in base 16 with 0x; flags by name, too.',
    },
    octets: {
      title: 'Second header: octets',
      task: 'Now the other way round: mark the octets of each field, then confirm them.',
    },
    bare: {
      title: 'Third header: no marks',
      task: 'Read the values without help. You know where they are.',
    },
    relative: {
      title: 'Relative numbers',
      task: 'The list shows the numbers on the wire. Which relative ones does Wireshark make of them?',
    },
    flags: {
      title: 'Flag octets',
      task: 'Four octets that are in none of the headers. Which flags are set?',
    },
  },
  hints: {
    opening: {
      1: 'Who sends each of the three, and what has that side heard by then?',
      2: 'A SYN takes one number. ack is the next number expected, and counts only with ACK set.',
      4: 'With ISNs 1000 and 5000: 1000, none, 1, 0. Then 5000, 1001, 1, 1. Then 1001, 5001, 0, 1.',
    },
    closing: {
      1: 'Who closes first, and how many octets had each side sent by then?',
      2: 'A FIN takes one number, data one for each octet. Every segment after the first SYN has ACK = 1.',
      4: 'Client at 1079, server at 5401: 1079, 5401, 1, 1. Then 5401, 1080, 0, 1. Then 5401, 1080, 1, 1. Then 1080, 5402, 0, 1.',
    },
    values: {
      1: 'How many octets does the field have?',
      2: 'The first octet is the highest: 01 bb is 1 · 256 + 187. The data offset is the upper half of its octet, in words of 32 bits.',
      4: '01 bb c0 00 00 00 00 2a ...: from port 443 to port 49152, seq 42.',
    },
    octets: {
      1: 'Which fields come before it, and how long are they?',
      2: 'Two ports of two octets, seq and ack of four, then data offset, flags, and a window of two.',
      4: 'Ports 0-1 and 2-3, seq 4-7, ack 8-11, data offset 12, flags 13, window 14-15.',
    },
    bare: {
      1: 'Which octets were it in the header before?',
      2: 'Two ports of two octets, seq and ack of four, then data offset, flags, and a window of two.',
      4: '... 50 18 fa f0 ...: data offset 5, flags PSH and ACK, window 64240.',
    },
    relative: {
      1: 'Whose numbers does seq count, and whose does ack count?',
      2: 'Subtract an ISN: for seq that of the sender, for ack that of the other side.',
      4: 'ISNs 1000 and 5000: seq 5000 of the server is 0, its ack 1001 is 1.',
    },
    flags: {
      1: 'Which of the eight bits are 1?',
      2: `From the right: ${bits}`,
      4: '0x12 is 16 + 2: ACK and SYN.',
    },
  },
  slip: {
    'no-number': () => 'A number is wanted: base 10, or base 16 with 0x.',
    'too-large': () => 'Numbers have 32 bits here: 4294967295 is the largest.',
    relative: ({ isnOf }) =>
      `That is the relative number: it counts from the ${isnOf}’s ISN. On the wire stands that ISN plus it.`,
    absolute: () => 'That is the number on the wire. Subtract the ISN of the side whose numbers it counts.',
    exchanged: ({ wanted }) =>
      wanted === 'seq'
        ? 'That is this segment’s ack. seq counts what the sender itself sends.'
        : 'That is this segment’s seq. ack is what the sender expects from the other side.',
    'one-too-few': ({ wanted }) =>
      wanted === 'seq'
        ? 'One too few. What was sent before, a SYN or a FIN too, has taken its number.'
        : 'One too few. ack is the next number expected, and SYN and FIN count as one.',
    'one-too-many': ({ wanted }) =>
      wanted === 'seq'
        ? 'One too many. Octets, SYN and FIN sent before take numbers, an ACK takes none.'
        : 'One too many. Only octets, SYN and FIN that have come count.',
    'other-row': ({ row }) => `That number belongs to row ${row}. Look up the segment of this row.`,
    'no-meaning': () => 'ACK is 0 in this segment, so its ack means nothing. Leave it empty, or write 0.',
    'other-field': ({ field }) => `That belongs to another field: the ${header[field]}.`,
    'octet-order': () => 'The other way round: in network byte order the first octet is the highest.',
    'unmarked-hex': () => 'The right octets. Write 0x before them, or turn them into base 10.',
    'octets-not-words': () => 'That is the length in octets. The field counts words of 32 bits.',
    'half-octet': () => 'Only the upper four bits of the octet belong to it.',
    'two-octets': () => 'Only the second octet. The upper half of the first one is the data offset.',
    'flags-missing': () => `There is one more flag set. ${bits}`,
    'flags-too-many': () => `Not all of these are set. ${bits}`,
    'no-flags': () => 'Name flags: CWR, ECE, URG, ACK, PSH, RST, SYN, FIN.',
    'too-few-octets': ({ octets: count }) => `Not all of it: this field has ${octets(count)}.`,
    'too-many-octets': ({ octets: count }) => `More than it: this field has ${octets(count)}.`,
    elsewhere: () => 'This is something else. The RFC draws four octets a row, and so does the grid.',
    wrong: () => 'Not right. Look at this field of this segment again.',
  },
  flagSlip: {
    'syn-missing-first': 'This segment opens the connection. Look for Syn in its Flags.',
    'syn-missing-second': 'The server has an ISN to announce as well, and SYN says that this is it.',
    'syn-on-third': 'The third segment announces no ISN. In a handshake each side sets SYN once.',
    'ack-on-first': 'Nothing has come yet that could be acknowledged.',
    'ack-missing-second': 'It answers the client’s SYN, and its ack counts only with ACK set.',
    'ack-missing-third': 'Acknowledging the server’s SYN is all that this segment does.',
    'fin-missing': 'Here this side says that it has no more data. Look for Fin in its Flags.',
    'fin-on-ack': 'This segment only acknowledges the FIN before it.',
    'ack-missing-on-fin': 'A FIN carries ACK, like every segment after the first SYN. Without it, it would be dropped.',
    'ack-missing-on-ack': 'Acknowledging the FIN before it is all that this segment does.',
  },
  header,
  filter: {
    right: (count) => `The connection and nothing else: ${packets(count)}.`,
    wide: (count) => `${packets(count)}: the connection, and more.`,
    narrow: (count) => `${packets(count)}: only a part of the connection.`,
    other: (count) => `${packets(count)}, none of the connection.`,
    none: () => 'No packet passes this filter.',
  },
  filterError: {
    'unknown-field': ({ word, near }) =>
      near === null
        ? `There is no field called “${word}”.`
        : `There is no field called “${word}”. Do you mean ${near}?`,
    'upper-case': ({ near }) => `Filters are written in small letters: ${near}.`,
    'single-equals': () => 'To compare, write == or eq.',
    unfinished: () => 'Something is missing at the end.',
    unexpected: ({ word }) => `“${word}” cannot stand here.`,
    'operator-missing': ({ field, word }) => `Between ${field} and ${word} a comparison is missing, such as ==.`,
    unclosed: () => 'A bracket is not closed.',
    quote: () => 'A quotation mark is not closed.',
    'no-number': ({ field, word }) => `${field} wants a number, and “${word}” is none.`,
    'too-large': ({ field, most }) => `${field} is at most ${most}.`,
    'no-address': ({ field, word }) => `${field} wants a whole address, and “${word}” is none.`,
    'no-flag': ({ field }) => `${field} is 1 or 0, or True or False.`,
    'no-octets': ({ field, word }) => `Text stands in quotation marks: ${field} contains "${word}".`,
    'protocol-value': ({ field }) => `${field} is a protocol: it is there or it is not.`,
    'operator-misfit': ({ field, word }) => `“${word}” does not work with ${field}.`,
    'not-here': ({ word }) => `Wireshark knows “${word}”, this lab does not.`,
  },
  questions: {
    numbers: {
      ask: 'How do seq and ack belong together, in the handshake and in the close?',
      statements: {
        'ack-is-isn-plus-one': {
          says: 'The SYN carries the client’s ISN x; the server answers with ack = x + 1.',
          why: 'The SYN takes number x, so x + 1 is the next one that the server expects.',
        },
        'server-answers-with-my-isn': {
          says: 'The server’s SYN has seq = x + 1.',
          why: 'The server draws an ISN of its own. Only its ack speaks of the client’s numbers.',
        },
        'third-ack-confirms-server': {
          says: 'The third segment has seq = x + 1 and ack = the server’s ISN + 1.',
          why: 'The client’s SYN has used x, and the server’s SYN counts as one, too.',
        },
        'fin-ack-is-seq-plus-length': {
          says: 'A FIN with n octets of data is answered with ack = its seq + n + 1.',
          why: 'Each octet counts, and the FIN as one more. Without data it is seq + 1.',
        },
        'first-fin-has-no-ack': {
          says: 'The first FIN has ACK = 0, because it has nothing to acknowledge.',
          why: 'Every segment after the first SYN has ACK = 1. In table B the column is 1 in all rows.',
        },
      },
    },
    meaning: {
      ask: 'What do SYN and FIN mean?',
      statements: {
        'syn-begins-numbers': {
          says: 'SYN: my numbers begin here. Each side sends one.',
          why: 'It synchronises: the other side learns from where to count.',
        },
        'fin-ends-both-directions': {
          says: 'FIN ends the connection in both directions.',
          why: 'It ends the direction of its sender. The other side may go on sending.',
        },
        'fin-ends-own-direction': {
          says: 'FIN: no more data from me. I still listen.',
          why: 'Between the second and the third wave the connection is half-closed.',
        },
        'both-take-a-number': {
          says: 'SYN and FIN take one sequence number each.',
          why: 'So they can be acknowledged, and sent again if they get lost.',
        },
        'ack-takes-a-number': {
          says: 'An ACK without data takes a number, too.',
          why: 'Then it would have to be acknowledged as well, and so on without end.',
        },
      },
    },
    steps: {
      ask: 'How is a connection opened, and how is it released?',
      statements: {
        'opening-three': {
          says: 'Opening: SYN; SYN,ACK; ACK.',
          why: 'The client announces, the server confirms and announces, the client confirms.',
        },
        'both-established-at-once': {
          says: 'Both sides are ESTABLISHED once the third segment is sent.',
          why: 'The client is. The server only when it arrives; until then it would repeat its SYN,ACK.',
        },
        'closing-four': {
          says: 'Release: FIN,ACK; ACK; FIN,ACK; ACK.',
          why: 'Each direction is ended and confirmed. In this capture the client ends its own first.',
        },
        'closer-waits': {
          says: 'Whoever closes first waits in TIME-WAIT for 2MSL.',
          why: 'The last ACK may be lost, and old segments must have died out.',
        },
        'server-waits-too': {
          says: 'The other side waits in TIME-WAIT as well.',
          why: 'It is CLOSED as soon as the last ACK arrives, so it ends earlier.',
        },
      },
    },
    whys: {
      ask: 'Why three segments to open, and why four to close?',
      statements: {
        'old-syn': {
          says: 'Three: an old SYN that turns up late must not open a connection.',
          why: 'The client sees an ack that it did not ask for, and resets. This is the RFC’s principal reason.',
        },
        'three-keeps-floods-out': {
          says: 'Three: a SYN flood cannot do any harm then.',
          why: 'The server keeps half-open connections all the same. Cookies help against floods.',
        },
        'both-isns-confirmed': {
          says: 'Three: both ISNs are announced and confirmed, and the two middle steps share a segment.',
          why: 'Four steps, three segments: SYN and ACK fit into one.',
        },
        'each-direction-closes': {
          says: 'Four: each direction closes by itself, and the server may have data left.',
          why: 'So its ACK and its FIN are usually two segments.',
        },
        'always-four': {
          says: 'A close takes four segments, never fewer.',
          why: 'ACK and FIN may share a segment: look at the other connection of this capture.',
        },
      },
    },
  },
  gloss: {
    frame: 'what the card saw, as a whole',
    eth: 'from card to card on the own network',
    ip: 'from host to host',
    'ip.ttl': 'routers that it may still pass',
    'ip.proto': 'what is inside: 1 ICMP, 6 TCP, 17 UDP',
    'ip.src': 'the host that sent it',
    'ip.dst': 'the host that it is for',
    'ip.len': 'octets with the IP header',
    tcp: 'from application to application, in order',
    'tcp.srcport': 'the sending application',
    'tcp.dstport': 'the receiving application',
    'tcp.stream': 'Wireshark counts the connections',
    'tcp.len': 'octets of data; not in the header',
    'tcp.seq': 'the number of the first octet in it, or of the SYN',
    'tcp.seq_raw': 'the number on the wire: absolute',
    'tcp.nxtseq': 'the next number of this side; Wireshark adds it up',
    'tcp.ack': 'the next number that is expected',
    'tcp.ack_raw': 'the number on the wire: absolute',
    'tcp.hdr_len': 'data offset: words of 32 bits',
    'tcp.flags': 'the control bits, eight of them',
    'tcp.flags.syn': 'my numbers begin here',
    'tcp.flags.ack': 'the acknowledgment number counts',
    'tcp.flags.fin': 'no more data from me',
    'tcp.flags.reset': 'this connection is over at once',
    'tcp.flags.push': 'hand it to the application now',
    'tcp.flags.urg': 'the urgent pointer counts',
    'tcp.flags.ece': 'the network was congested (ECN)',
    'tcp.flags.cwr': 'I have slowed down (ECN)',
    'tcp.flags.res': 'kept for later, zero',
    'tcp.flags.ae': 'kept for ECN, zero here',
    'tcp.window_size_value': 'octets that may come now',
    'tcp.window_size': 'the same after scaling; here there is none',
    'tcp.checksum': 'over header, data and addresses',
    'tcp.urgent_pointer': 'where urgent data ends',
    'tcp.options': 'up to 40 octets',
    'tcp.options.mss_val': 'the largest segment that this side takes',
    'tcp.payload': 'what the application said',
    udp: 'a message, no connection',
    icmp: 'ping and errors; no ports',
    dns: 'the name is looked up',
    http: 'the application’s own language',
  },
};
