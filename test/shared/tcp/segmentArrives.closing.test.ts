/** The states after our CLOSE or the peer's FIN: one table each. SND.NXT and RCV.NXT are named in the titles. */
import { expect, test } from 'vitest';
import { arrivals } from './arrivals.ts';
import { closing, finWait1, listening, numberings, type Numbering, type World } from './world.ts';

arrivals(
  '3.10.7.4, FIN-WAIT-1 (SND.NXT 2, RCV.NXT 1)',
  'FIN-WAIT-1',
  `
the ACK of our FIN: FIN-WAIT-2                       | <SEQ=1><ACK=2><CTL=ACK>              | FIN-WAIT-2                                                      | rto-stop fin-wait-1-acked
an ACK that is not of our FIN changes nothing        | <SEQ=1><ACK=1><CTL=ACK>              | FIN-WAIT-1                                                      |
ACK > SND.NXT: ACK                                   | <SEQ=1><ACK=3><CTL=ACK>              | FIN-WAIT-1 <SEQ=2><ACK=1><CTL=ACK>                              | ack-too-new drop
a very old ACK: ACK                                  | <SEQ=1><ACK=-1000><CTL=ACK>          | FIN-WAIT-1 <SEQ=2><ACK=1><CTL=ACK>                              | ack-too-old drop
FIN before the ACK of ours: CLOSING                  | <SEQ=1><ACK=1><CTL=FIN,ACK>          | CLOSING signal:closing <SEQ=2><ACK=2><CTL=ACK>                  | fin-signal fin-closing fin-acknowledged
FIN with the ACK of ours: TIME-WAIT                  | <SEQ=1><ACK=2><CTL=FIN,ACK>          | TIME-WAIT signal:closing <SEQ=2><ACK=2><CTL=ACK>                | rto-stop fin-wait-1-acked fin-signal fin-time-wait fin-acknowledged
text, FIN and the ACK of ours                        | <SEQ=1><ACK=2><CTL=FIN,ACK><DATA=5>  | TIME-WAIT deliver:1+5 signal:closing <SEQ=2><ACK=7><CTL=ACK>    | rto-stop fin-wait-1-acked text-delivered fin-signal fin-time-wait text-acknowledged
text is still taken                                  | <SEQ=1><ACK=1><CTL=ACK><DATA=5>      | FIN-WAIT-1 deliver:1+5 <SEQ=2><ACK=6><CTL=ACK>                  | text-delivered text-acknowledged
text with the ACK of our FIN                         | <SEQ=1><ACK=2><CTL=ACK><DATA=5>      | FIN-WAIT-2 deliver:1+5 <SEQ=2><ACK=6><CTL=ACK>                  | rto-stop fin-wait-1-acked text-delivered text-acknowledged
text beyond a gap is held                            | <SEQ=3><ACK=1><CTL=ACK><DATA=5>      | FIN-WAIT-1 <SEQ=2><ACK=1><CTL=ACK>                              | out-of-order
FIN beyond a gap is kept                             | <SEQ=3><ACK=1><CTL=FIN,ACK>          | FIN-WAIT-1 <SEQ=2><ACK=1><CTL=ACK>                              | out-of-order
urgent data is told                                  | <SEQ=1><ACK=1><CTL=ACK,URG><UP=5>    | FIN-WAIT-1 signal:urgent                                        | urgent-signal
an old segment: ACK                                  | <SEQ=0><ACK=1><CTL=ACK>              | FIN-WAIT-1 <SEQ=2><ACK=1><CTL=ACK>                              | unacceptable-segment drop
a segment at the right edge: ACK                     | <SEQ=1001><ACK=1><CTL=ACK>           | FIN-WAIT-1 <SEQ=2><ACK=1><CTL=ACK>                              | unacceptable-segment drop
no ACK bit: dropped                                  | <SEQ=1><CTL=FIN>                     | FIN-WAIT-1                                                      | ack-bit-off drop
RST at RCV.NXT: reset                                | <SEQ=1><CTL=RST>                     | CLOSED signal:reset                                             | rst-obeyed
RST elsewhere in the window: challenge ACK           | <SEQ=9><CTL=RST>                     | FIN-WAIT-1 <SEQ=2><ACK=1><CTL=ACK>                              | rst-challenge drop
RST outside the window is dropped                    | <SEQ=0><CTL=RST>                     | FIN-WAIT-1                                                      | rst-outside-window drop
SYN in the window: challenge ACK                     | <SEQ=9><CTL=SYN>                     | FIN-WAIT-1 <SEQ=2><ACK=1><CTL=ACK>                              | syn-challenge drop
`,
);

arrivals(
  '3.10.7.4, FIN-WAIT-2 (SND.NXT 2, RCV.NXT 1)',
  'FIN-WAIT-2',
  `
a pure ACK is not answered                           | <SEQ=1><ACK=2><CTL=ACK>              | FIN-WAIT-2                                                      |
FIN: TIME-WAIT                                       | <SEQ=1><ACK=2><CTL=FIN,ACK>          | TIME-WAIT signal:closing <SEQ=2><ACK=2><CTL=ACK>                | fin-signal fin-time-wait fin-acknowledged
FIN with an old ACK: TIME-WAIT                       | <SEQ=1><ACK=1><CTL=FIN,ACK>          | TIME-WAIT signal:closing <SEQ=2><ACK=2><CTL=ACK>                | fin-signal fin-time-wait fin-acknowledged
FIN behind text: TIME-WAIT                           | <SEQ=1><ACK=2><CTL=FIN,ACK><DATA=5>  | TIME-WAIT deliver:1+5 signal:closing <SEQ=2><ACK=7><CTL=ACK>    | text-delivered fin-signal fin-time-wait text-acknowledged
text is still taken                                  | <SEQ=1><ACK=2><CTL=ACK><DATA=5>      | FIN-WAIT-2 deliver:1+5 <SEQ=2><ACK=6><CTL=ACK>                  | text-delivered text-acknowledged
FIN beyond a gap is kept                             | <SEQ=3><ACK=2><CTL=FIN,ACK>          | FIN-WAIT-2 <SEQ=2><ACK=1><CTL=ACK>                              | out-of-order
urgent data is told                                  | <SEQ=1><ACK=2><CTL=ACK,URG><UP=5>    | FIN-WAIT-2 signal:urgent                                        | urgent-signal
ACK > SND.NXT: ACK                                   | <SEQ=1><ACK=3><CTL=ACK>              | FIN-WAIT-2 <SEQ=2><ACK=1><CTL=ACK>                              | ack-too-new drop
an old segment: ACK                                  | <SEQ=0><ACK=2><CTL=ACK>              | FIN-WAIT-2 <SEQ=2><ACK=1><CTL=ACK>                              | unacceptable-segment drop
no ACK bit: dropped                                  | <SEQ=1><CTL=FIN>                     | FIN-WAIT-2                                                      | ack-bit-off drop
RST at RCV.NXT: reset                                | <SEQ=1><CTL=RST>                     | CLOSED signal:reset                                             | rst-obeyed
RST elsewhere in the window: challenge ACK           | <SEQ=9><CTL=RST>                     | FIN-WAIT-2 <SEQ=2><ACK=1><CTL=ACK>                              | rst-challenge drop
SYN in the window: challenge ACK                     | <SEQ=9><CTL=SYN>                     | FIN-WAIT-2 <SEQ=2><ACK=1><CTL=ACK>                              | syn-challenge drop
`,
);

arrivals(
  'FIN-WAIT-2 with octets 6 to 10 held',
  'FIN-WAIT-2 with text held behind a gap of 5',
  `
FIN that fills the gap, though text behind it is held | <SEQ=1><ACK=2><CTL=FIN,ACK><DATA=5> | TIME-WAIT deliver:1+5 signal:closing <SEQ=2><ACK=7><CTL=ACK> | text-delivered fin-signal fin-time-wait gap-filled
FIN behind what is held is kept                       | <SEQ=11><ACK=2><CTL=FIN,ACK>        | FIN-WAIT-2 <SEQ=2><ACK=1><CTL=ACK>                           | out-of-order
`,
);

arrivals(
  '3.10.7.4, CLOSE-WAIT (SND.NXT 1, RCV.NXT 2)',
  'CLOSE-WAIT',
  `
a pure ACK is not answered                           | <SEQ=2><ACK=1><CTL=ACK>              | CLOSE-WAIT                                                      |
the FIN again: ACK                                   | <SEQ=1><ACK=1><CTL=FIN,ACK>          | CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK>                              | unacceptable-segment drop
text after the FIN is ignored                        | <SEQ=2><ACK=1><CTL=ACK><DATA=5>      | CLOSE-WAIT                                                      | text-after-fin drop
another FIN: ACK, and RCV.NXT stays                  | <SEQ=2><ACK=1><CTL=FIN,ACK>          | CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK>                              | another-fin drop
a FIN beyond a gap is not kept                       | <SEQ=5><ACK=1><CTL=FIN,ACK>          | CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK>                              | another-fin drop
another FIN behind text: both are ignored            | <SEQ=2><ACK=1><CTL=FIN,ACK><DATA=5>  | CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK>                              | text-after-fin another-fin drop
an urgent pointer is ignored                         | <SEQ=2><ACK=1><CTL=ACK,URG><UP=5>    | CLOSE-WAIT                                                      |
ACK > SND.NXT: ACK                                   | <SEQ=2><ACK=2><CTL=ACK>              | CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK>                              | ack-too-new drop
a very old ACK: ACK                                  | <SEQ=2><ACK=-1000><CTL=ACK>          | CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK>                              | ack-too-old drop
an old segment: ACK                                  | <SEQ=-5><ACK=1><CTL=ACK><DATA=6>     | CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK>                              | unacceptable-segment drop
the right edge stayed where it was                   | <SEQ=1000><ACK=1><CTL=ACK>           | CLOSE-WAIT                                                      |
a segment at the right edge: ACK                     | <SEQ=1001><ACK=1><CTL=ACK>           | CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK>                              | unacceptable-segment drop
no ACK bit: dropped                                  | <SEQ=2><CTL=FIN>                     | CLOSE-WAIT                                                      | ack-bit-off drop
RST at RCV.NXT: reset                                | <SEQ=2><CTL=RST>                     | CLOSED signal:reset                                             | rst-obeyed
RST elsewhere in the window: challenge ACK           | <SEQ=9><CTL=RST>                     | CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK>                              | rst-challenge drop
RST outside the window is dropped                    | <SEQ=1><CTL=RST>                     | CLOSE-WAIT                                                      | rst-outside-window drop
SYN in the window: challenge ACK                     | <SEQ=9><CTL=SYN>                     | CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK>                              | syn-challenge drop
`,
);

arrivals(
  '3.10.7.4, CLOSING (SND.NXT 2, RCV.NXT 2)',
  'CLOSING',
  `
the ACK of our FIN: TIME-WAIT                        | <SEQ=2><ACK=2><CTL=ACK>              | TIME-WAIT                                                       | rto-stop closing-acked
another ACK is ignored                               | <SEQ=2><ACK=1><CTL=ACK>              | CLOSING                                                         | closing-ignores drop
the FIN again: ACK                                   | <SEQ=1><ACK=1><CTL=FIN,ACK>          | CLOSING <SEQ=2><ACK=2><CTL=ACK>                                 | unacceptable-segment drop
the FIN again, with the ACK of ours: ACK only        | <SEQ=1><ACK=2><CTL=FIN,ACK>          | CLOSING <SEQ=2><ACK=2><CTL=ACK>                                 | unacceptable-segment drop
text is ignored                                      | <SEQ=2><ACK=1><CTL=ACK><DATA=5>      | CLOSING                                                         | closing-ignores drop
an urgent pointer is ignored                         | <SEQ=2><ACK=2><CTL=ACK,URG><UP=5>    | TIME-WAIT                                                       | rto-stop closing-acked
ACK > SND.NXT: ACK                                   | <SEQ=2><ACK=3><CTL=ACK>              | CLOSING <SEQ=2><ACK=2><CTL=ACK>                                 | ack-too-new drop
no ACK bit: dropped                                  | <SEQ=2><CTL=FIN>                     | CLOSING                                                         | ack-bit-off drop
RST at RCV.NXT: CLOSED, the user is not told         | <SEQ=2><CTL=RST>                     | CLOSED                                                          | rst-obeyed-closing
RST elsewhere in the window: challenge ACK           | <SEQ=9><CTL=RST>                     | CLOSING <SEQ=2><ACK=2><CTL=ACK>                                 | rst-challenge drop
SYN in the window: challenge ACK                     | <SEQ=9><CTL=SYN>                     | CLOSING <SEQ=2><ACK=2><CTL=ACK>                                 | syn-challenge drop
another FIN with the ACK of ours: ACK                | <SEQ=2><ACK=2><CTL=FIN,ACK>          | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                               | rto-stop closing-acked time-wait-restart another-fin drop
`,
);

arrivals(
  '3.10.7.4, LAST-ACK (SND.NXT 2, RCV.NXT 2)',
  'LAST-ACK',
  `
the ACK of our FIN: CLOSED                           | <SEQ=2><ACK=2><CTL=ACK>              | CLOSED                                                          | rto-stop last-ack-closed
another ACK changes nothing                          | <SEQ=2><ACK=1><CTL=ACK>              | LAST-ACK                                                        |
the FIN again: ACK                                   | <SEQ=1><ACK=1><CTL=FIN,ACK>          | LAST-ACK <SEQ=2><ACK=2><CTL=ACK>                                | unacceptable-segment drop
another FIN: ACK, and RCV.NXT stays                  | <SEQ=2><ACK=1><CTL=FIN,ACK>          | LAST-ACK <SEQ=2><ACK=2><CTL=ACK>                                | another-fin drop
text is ignored                                      | <SEQ=2><ACK=1><CTL=ACK><DATA=5>      | LAST-ACK                                                        | text-after-fin drop
an urgent pointer is ignored                         | <SEQ=2><ACK=1><CTL=ACK,URG><UP=5>    | LAST-ACK                                                        |
ACK > SND.NXT: ACK                                   | <SEQ=2><ACK=3><CTL=ACK>              | LAST-ACK <SEQ=2><ACK=2><CTL=ACK>                                | ack-too-new drop
no ACK bit: dropped                                  | <SEQ=2><CTL=FIN>                     | LAST-ACK                                                        | ack-bit-off drop
RST at RCV.NXT: CLOSED, the user is not told         | <SEQ=2><CTL=RST>                     | CLOSED                                                          | rst-obeyed-closing
RST elsewhere in the window: challenge ACK           | <SEQ=9><CTL=RST>                     | LAST-ACK <SEQ=2><ACK=2><CTL=ACK>                                | rst-challenge drop
SYN in the window: challenge ACK                     | <SEQ=9><CTL=SYN>                     | LAST-ACK <SEQ=2><ACK=2><CTL=ACK>                                | syn-challenge drop
`,
);

/** Its window of 5 octets is the largest that the peer ever offered. */
const narrow = (numbering: Numbering): World =>
  listening(numbering).gets('<SEQ=0><CTL=SYN><WND=5>').gets('<SEQ=1><ACK=1><CTL=ACK><WND=5>');

test.each(numberings)(
  'FIN-WAIT-1 with text still queued becomes CLOSING, and CLOSING sends it, $title',
  (numbering) => {
    const world = narrow(numbering).send(8);
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=5>');
    expect(world.close().did).toBe('FIN-WAIT-1');
    const both = world.close().gets('<SEQ=1><ACK=1><CTL=FIN,ACK><WND=5>');
    expect(both.did).toBe('CLOSING signal:closing <SEQ=6><ACK=2><CTL=ACK>');
    expect(both.gets('<SEQ=2><ACK=6><CTL=ACK><WND=5>').did).toBe('CLOSING <SEQ=6><ACK=2><CTL=FIN,ACK><DATA=3>');
  },
);

test.each(numberings)('CLOSE-WAIT with text still queued sends it before the FIN and LAST-ACK, $title', (numbering) => {
  const world = narrow(numbering).gets('<SEQ=1><ACK=1><CTL=FIN,ACK><WND=5>').send(8).close();
  expect(world.did).toBe('CLOSE-WAIT');
  expect(world.gets('<SEQ=2><ACK=6><CTL=ACK><WND=4>').did).toBe('LAST-ACK <SEQ=6><ACK=2><CTL=FIN,ACK><DATA=3>');
  // The FIN takes a number of the window as well.
  expect(world.gets('<SEQ=2><ACK=6><CTL=ACK><WND=3>').did).toBe('CLOSE-WAIT <SEQ=6><ACK=2><CTL=ACK><DATA=3>');
});

test.each(numberings)('entering TIME-WAIT starts 2MSL and turns the other timers off: MUST-13, $title', (numbering) => {
  const fromClosing = closing(numbering, { userTimeout: 9000 });
  expect(fromClosing.due('retransmission')).not.toBeNull();
  expect(fromClosing.due('user')).toBe(9000);
  const world = fromClosing.after(50).gets('<SEQ=2><ACK=2><CTL=ACK>');
  expect(world.due('timeWait')).toBe(10_050);
  expect(world.due('retransmission')).toBeNull();
  expect(world.due('user')).toBeNull();
  const fromFinWait = finWait1(numbering, { userTimeout: 9000 }).after(60).gets('<SEQ=1><ACK=2><CTL=FIN,ACK>');
  expect(fromFinWait.due('timeWait')).toBe(10_060);
  expect(fromFinWait.due('user')).toBeNull();
});
