/** The lab in English. */
import type { LabTexts } from './labTexts.ts';

export const labEn: LabTexts = {
  steps: [
    'Find out the address of your own computer: ipconfig /all on Windows, ip addr or ifconfig elsewhere. TCP itself knows only ports.',
    'Start the capture, open a plain http site, and look up its address. The browser may use another address of the same name; HTTP/3 shows no TCP at all.',
    'Close the browser, wait, stop the capture. You may see four waves, three, a reset, or nothing yet.',
    'Filter: show TCP with the server only.',
    'Fill in both tables with absolute numbers. “Follow stream” shows the data; the headers are in the packet details.',
    'Answer the four questions, then compare.',
  ],
  cell: {
    right: 'Right.',
    relative: 'That is the relative number. Add the ISN of the side that it belongs to.',
    wrong: 'Look at this field of this segment again.',
    empty: 'Still empty.',
  },
  filter: {
    right: 'This shows the connection and nothing else.',
    wide: 'This shows the connection, and more. Name the host and TCP, or the stream.',
    unknown:
      'The lab does not know this filter. Combine ip.addr == ..., tcp, tcp.port == ... or tcp.stream eq ... with &&.',
  },
  questions: {
    numbers: {
      ask: 'How do the sequence and acknowledgment numbers of the handshake and of the close belong together?',
      points: [
        'The SYN carries the client’s ISN; the answer’s ack is that ISN + 1.',
        'The server’s SYN carries its own ISN; the third segment’s ack is that one + 1.',
        'A FIN uses one number, so its ack is seq + 1; with n octets of data it is seq + n + 1.',
        'Every segment after the first SYN has ACK = 1, the FINs too.',
      ],
    },
    meaning: {
      ask: 'What do SYN and FIN mean?',
      points: [
        'SYN: my numbers begin here; it opens the connection.',
        'FIN: no more data from me; it ends one direction, not both.',
        'Both use one sequence number, so that they can be acknowledged and repeated.',
      ],
    },
    steps: {
      ask: 'Describe how the connection is opened and closed.',
      points: [
        'Opening: SYN; SYN,ACK; ACK.',
        'The client is ESTABLISHED on sending the third, the server when it arrives.',
        'Closing: FIN,ACK; ACK; FIN,ACK; ACK.',
        'The active closer stays in TIME-WAIT for 2MSL; the passive one is CLOSED on the last ACK.',
      ],
    },
    whys: {
      ask: 'Why three segments to open, and why four to close?',
      points: [
        'Three: an old SYN that turns up late must not open a connection; the client can reject it.',
        'Three: both ISNs must be announced and confirmed, and the middle two steps share a segment.',
        'Four: each direction is closed by itself, and the passive side may still have data to send.',
        'Four is usual, not necessary: ACK and FIN may share a segment.',
      ],
    },
  },
};
