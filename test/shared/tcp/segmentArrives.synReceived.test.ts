import { expect, test } from 'vitest';
import { arrivals } from './arrivals.ts';
import { numberings, synReceived } from './world.ts';

arrivals(
  '3.10.7.4, SYN-RECEIVED after a passive OPEN',
  'SYN-RECEIVED after a passive OPEN',
  `
the ACK of our SYN: ESTABLISHED                      | <SEQ=1><ACK=1><CTL=ACK>              | ESTABLISHED                                              | syn-received-established rto-stop
an ACK in the window will do                         | <SEQ=1000><ACK=1><CTL=ACK>           | ESTABLISHED                                              | syn-received-established rto-stop
text with that ACK is taken                          | <SEQ=1><ACK=1><CTL=ACK><DATA=5>      | ESTABLISHED deliver:1+5 <SEQ=1><ACK=6><CTL=ACK>          | syn-received-established rto-stop text-delivered text-acknowledged
text beyond a gap is held                            | <SEQ=3><ACK=1><CTL=ACK><DATA=5>      | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                      | syn-received-established rto-stop out-of-order
a FIN with that ACK: CLOSE-WAIT                      | <SEQ=1><ACK=1><CTL=FIN,ACK>          | CLOSE-WAIT signal:closing <SEQ=1><ACK=2><CTL=ACK>        | syn-received-established rto-stop fin-signal fin-close-wait fin-acknowledged
text and FIN with that ACK                           | <SEQ=1><ACK=1><CTL=FIN,ACK><DATA=5>  | CLOSE-WAIT deliver:1+5 signal:closing <SEQ=1><ACK=7><CTL=ACK> | syn-received-established rto-stop text-delivered fin-signal fin-close-wait text-acknowledged
ACK = ISS acknowledges nothing: reset                | <SEQ=1><ACK=0><CTL=ACK>              | SYN-RECEIVED <SEQ=0><CTL=RST>                            | syn-received-resets-bad-ack drop
ACK > SND.NXT: reset                                 | <SEQ=1><ACK=2><CTL=ACK>              | SYN-RECEIVED <SEQ=2><CTL=RST>                            | syn-received-resets-bad-ack drop
a very old ACK: reset as well (3.5.2, group 2)       | <SEQ=1><ACK=-5000><CTL=ACK>          | SYN-RECEIVED <SEQ=-5000><CTL=RST>                        | syn-received-resets-bad-ack drop
a segment without ACK is dropped                     | <SEQ=1><CTL=PSH><DATA=5>             | SYN-RECEIVED                                             | ack-bit-off drop
a FIN without ACK is dropped                         | <SEQ=1><CTL=FIN>                     | SYN-RECEIVED                                             | ack-bit-off drop
RST at RCV.NXT: back to LISTEN, the user is not told | <SEQ=1><CTL=RST>                     | LISTEN                                                   | syn-received-rst-listen
RST,ACK at RCV.NXT: back to LISTEN                   | <SEQ=1><ACK=1><CTL=RST,ACK>          | LISTEN                                                   | syn-received-rst-listen
RST elsewhere in the window: challenge ACK           | <SEQ=2><CTL=RST>                     | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | rst-challenge drop
RST before the window is dropped                     | <SEQ=0><CTL=RST>                     | SYN-RECEIVED                                             | rst-outside-window drop
RST at the right edge is outside                     | <SEQ=1001><CTL=RST>                  | SYN-RECEIVED                                             | rst-outside-window drop
the same SYN again: ACK                              | <SEQ=0><CTL=SYN>                     | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | repeated-syn drop
the same SYN again, now with text: ACK               | <SEQ=0><CTL=SYN><DATA=5>             | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | repeated-syn drop
a SYN,ACK with that number is no ACK of ours         | <SEQ=0><ACK=1><CTL=SYN,ACK>          | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | repeated-syn drop
a new SYN in the window: back to LISTEN              | <SEQ=1><CTL=SYN>                     | LISTEN                                                   | syn-received-syn-listen
a new SYN at the last number of the window           | <SEQ=1000><CTL=SYN>                  | LISTEN                                                   | syn-received-syn-listen
an old SYN is cut off text that reaches the window   | <SEQ=-4><CTL=SYN><DATA=9>            | SYN-RECEIVED                                             | ack-bit-off drop
and the ACK with such text counts                    | <SEQ=-4><ACK=1><CTL=SYN,ACK><DATA=9> | ESTABLISHED deliver:1+5 <SEQ=1><ACK=6><CTL=ACK>          | syn-received-established rto-stop text-delivered text-acknowledged
a SYN outside the window: ACK                        | <SEQ=1001><CTL=SYN>                  | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | unacceptable-segment drop
an old segment: ACK                                  | <SEQ=-9><ACK=1><CTL=ACK><DATA=5>     | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | unacceptable-segment drop
a segment beyond the window: ACK                     | <SEQ=1001><ACK=1><CTL=ACK>           | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | unacceptable-segment drop
`,
);

arrivals(
  '3.10.7.4, SYN-RECEIVED after an active OPEN',
  'SYN-RECEIVED after an active OPEN',
  `
the ACK of our SYN: ESTABLISHED                      | <SEQ=1><ACK=1><CTL=ACK>              | ESTABLISHED                                              | syn-received-established rto-stop
A.2: the SYN,ACK's ACK counts, and needs no answer   | <SEQ=0><ACK=1><CTL=SYN,ACK>          | ESTABLISHED                                              | syn-received-established rto-stop
A.2: its text counts as well                         | <SEQ=0><ACK=1><CTL=SYN,ACK><DATA=5>  | ESTABLISHED deliver:1+5 <SEQ=1><ACK=6><CTL=ACK>          | syn-received-established rto-stop text-delivered text-acknowledged
A.2: its urgent pointer counts from its SYN          | <SEQ=0><ACK=1><CTL=SYN,ACK,URG><UP=2> | ESTABLISHED signal:urgent                               | syn-received-established rto-stop urgent-signal
A.2: a pointer to RCV.NXT says nothing               | <SEQ=0><ACK=1><CTL=SYN,ACK,URG><UP=1> | ESTABLISHED                                             | syn-received-established rto-stop
A.2: its ACK must acknowledge our SYN                | <SEQ=0><ACK=2><CTL=SYN,ACK>          | SYN-RECEIVED <SEQ=2><CTL=RST>                            | syn-received-resets-bad-ack drop
the same SYN without ACK: ACK                        | <SEQ=0><CTL=SYN>                     | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | repeated-syn drop
another SYN,ACK, older than IRS: ACK                 | <SEQ=-1><ACK=1><CTL=SYN,ACK>         | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | unacceptable-segment drop
RST at RCV.NXT: refused                              | <SEQ=1><CTL=RST>                     | CLOSED signal:refused                                    | syn-received-rst-refused
RST elsewhere in the window: challenge ACK           | <SEQ=2><CTL=RST>                     | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | rst-challenge drop
RST with SEQ=IRS is outside the window               | <SEQ=0><CTL=RST>                     | SYN-RECEIVED                                             | rst-outside-window drop
a new SYN in the window: challenge ACK               | <SEQ=5><CTL=SYN>                     | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | syn-challenge drop
a new SYN,ACK in the window: challenge ACK           | <SEQ=5><ACK=1><CTL=SYN,ACK>          | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | syn-challenge drop
`,
);

arrivals(
  'SYN-RECEIVED after an active OPEN, strict about Table 6',
  'SYN-RECEIVED after an active OPEN, without A.2',
  `
the SYN,ACK is old and gets an ACK                   | <SEQ=0><ACK=1><CTL=SYN,ACK>          | SYN-RECEIVED <SEQ=1><ACK=1><CTL=ACK>                     | repeated-syn drop
that ACK establishes the other end                   | <SEQ=1><ACK=1><CTL=ACK>              | ESTABLISHED                                              | syn-received-established rto-stop
`,
);

arrivals(
  'SYN-RECEIVED without RFC 5961',
  'SYN-RECEIVED after a passive OPEN',
  `
RST anywhere in the window: back to LISTEN           | <SEQ=500><CTL=RST>                   | LISTEN                                                   | syn-received-rst-listen
a very old ACK: reset                                | <SEQ=1><ACK=-5000><CTL=ACK>          | SYN-RECEIVED <SEQ=-5000><CTL=RST>                        | syn-received-resets-bad-ack drop
a new SYN in the window: back to LISTEN              | <SEQ=1><CTL=SYN>                     | LISTEN                                                   | syn-received-syn-listen
`,
  false,
);

arrivals(
  'SYN-RECEIVED after an active OPEN without RFC 5961',
  'SYN-RECEIVED after an active OPEN',
  `
a SYN in the window resets                           | <SEQ=5><CTL=SYN>                     | CLOSED signal:reset <SEQ=none><ACK=6><CTL=RST,ACK>       | syn-in-window-resets
RST anywhere in the window: refused                  | <SEQ=500><CTL=RST>                   | CLOSED signal:refused                                    | syn-received-rst-refused
`,
  false,
);

test.each(numberings)('the ACK sets SND.WND, SND.WL1 and SND.WL2 and stops the timer, $title', (numbering) => {
  const { tcb } = synReceived(numbering).gets('<SEQ=1><ACK=1><CTL=ACK><WND=700>');
  const { iss, irs } = numbering;
  expect(tcb.snd).toMatchObject({ wnd: 700, maxWnd: 1000, wl1: (irs + 1) >>> 0, wl2: (iss + 1) >>> 0 });
  expect(tcb.snd.una).toBe((iss + 1) >>> 0);
  expect(tcb.timers.retransmission).toBeNull();
});

test('back in LISTEN the connection is as it was before the SYN, and a new SYN gets the next ISS', () => {
  const again = synReceived(numberings[0]).gets('<SEQ=1><CTL=RST>');
  expect(again.tcb).toMatchObject({ state: 'LISTEN', opened: 'passively', snd: { queue: [] } });
  expect(again.tcb.timers.retransmission).toBeNull();
  expect(again.gets('<SEQ=5><CTL=SYN>').did).toBe('SYN-RECEIVED <SEQ=0><ACK=6><CTL=SYN,ACK>');
});

test('an ACK of ours while the SYN,ACK has not left is not acceptable: SND.NXT is still ISS', () => {
  const world = synReceived(numberings[0], { pacing: 'keeper' }).gets('<SEQ=1><ACK=1><CTL=ACK>');
  expect(world.tcb.state).toBe('SYN-RECEIVED');
  expect(world.clauses).toContain('syn-received-resets-bad-ack');
});
