import { expect, test } from 'vitest';
import { arrivals } from './arrivals.ts';
import { established, numberings } from './world.ts';

arrivals(
  '3.10.7.4, ESTABLISHED',
  'ESTABLISHED',
  `
a pure ACK is not answered                           | <SEQ=1><ACK=1><CTL=ACK>                | ESTABLISHED                                                   |
an ACK at the last number of the window              | <SEQ=1000><ACK=1><CTL=ACK>             | ESTABLISHED                                                   |
an ACK at the right edge is outside: ACK             | <SEQ=1001><ACK=1><CTL=ACK>             | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | unacceptable-segment drop
an ACK before the window is outside: ACK             | <SEQ=0><ACK=1><CTL=ACK>                | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | unacceptable-segment drop
text at RCV.NXT is delivered and acknowledged        | <SEQ=1><ACK=1><CTL=ACK><DATA=10>       | ESTABLISHED deliver:1+10 <SEQ=1><ACK=11><CTL=ACK>             | text-delivered text-acknowledged
text that fills the window is delivered              | <SEQ=1><ACK=1><CTL=ACK><DATA=1000>     | ESTABLISHED deliver:1+1000 <SEQ=1><ACK=1001><CTL=ACK>         | text-delivered text-acknowledged
text past the right edge is cut                      | <SEQ=1><ACK=1><CTL=ACK><DATA=1001>     | ESTABLISHED deliver:1+1000 <SEQ=1><ACK=1001><CTL=ACK>         | text-delivered text-acknowledged
old text is acknowledged and dropped                 | <SEQ=-9><ACK=1><CTL=ACK><DATA=10>      | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | unacceptable-segment drop
text half old, half new: the new half is taken       | <SEQ=-9><ACK=1><CTL=ACK><DATA=15>      | ESTABLISHED deliver:1+5 <SEQ=1><ACK=6><CTL=ACK>               | text-delivered text-acknowledged
one new octet is enough                              | <SEQ=-9><ACK=1><CTL=ACK><DATA=11>      | ESTABLISHED deliver:1+1 <SEQ=1><ACK=2><CTL=ACK>               | text-delivered text-acknowledged
text beyond a gap is held: ACK RCV.NXT               | <SEQ=6><ACK=1><CTL=ACK><DATA=5>        | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | out-of-order
its last octet in the window is enough               | <SEQ=1000><ACK=1><CTL=ACK><DATA=5>     | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | out-of-order
text at the right edge: ACK, dropped                 | <SEQ=1001><ACK=1><CTL=ACK><DATA=5>     | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | unacceptable-segment drop
FIN at RCV.NXT: CLOSE-WAIT                           | <SEQ=1><ACK=1><CTL=FIN,ACK>            | CLOSE-WAIT signal:closing <SEQ=1><ACK=2><CTL=ACK>             | fin-signal fin-close-wait fin-acknowledged
FIN behind text                                      | <SEQ=1><ACK=1><CTL=FIN,ACK><DATA=5>    | CLOSE-WAIT deliver:1+5 signal:closing <SEQ=1><ACK=7><CTL=ACK> | text-delivered fin-signal fin-close-wait text-acknowledged
FIN behind text that is half old                     | <SEQ=-4><ACK=1><CTL=FIN,ACK><DATA=10>  | CLOSE-WAIT deliver:1+5 signal:closing <SEQ=1><ACK=7><CTL=ACK> | text-delivered fin-signal fin-close-wait text-acknowledged
FIN behind text that is old to the last octet        | <SEQ=-4><ACK=1><CTL=FIN,ACK><DATA=5>   | CLOSE-WAIT signal:closing <SEQ=1><ACK=2><CTL=ACK>             | fin-signal fin-close-wait fin-acknowledged
FIN beyond a gap is kept, not obeyed                 | <SEQ=6><ACK=1><CTL=FIN,ACK>            | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | out-of-order
FIN at the last number of the window is kept         | <SEQ=1000><ACK=1><CTL=FIN,ACK>         | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | out-of-order
FIN at the right edge: ACK, dropped                  | <SEQ=1001><ACK=1><CTL=FIN,ACK>         | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | unacceptable-segment drop
FIN that the window cuts off is not obeyed           | <SEQ=1><ACK=1><CTL=FIN,ACK><DATA=1000> | ESTABLISHED deliver:1+1000 <SEQ=1><ACK=1001><CTL=ACK>         | text-delivered text-acknowledged
an old FIN: ACK, dropped                             | <SEQ=0><ACK=1><CTL=FIN,ACK>            | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | unacceptable-segment drop
FIN without ACK is dropped                           | <SEQ=1><CTL=FIN>                       | ESTABLISHED                                                   | ack-bit-off drop
text without ACK is dropped                          | <SEQ=1><CTL=PSH><DATA=5>               | ESTABLISHED                                                   | ack-bit-off drop
no bits at all: dropped                              | <SEQ=1><CTL=>                          | ESTABLISHED                                                   | ack-bit-off drop
old text without ACK: ACK, by the first step         | <SEQ=-9><CTL=><DATA=5>                 | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | unacceptable-segment drop
RST at RCV.NXT: reset                                | <SEQ=1><CTL=RST>                       | CLOSED signal:reset                                           | rst-obeyed
RST,ACK at RCV.NXT: reset                            | <SEQ=1><ACK=1><CTL=RST,ACK>            | CLOSED signal:reset                                           | rst-obeyed
its ACK does not matter                              | <SEQ=1><ACK=777><CTL=RST,ACK>          | CLOSED signal:reset                                           | rst-obeyed
RST with text (SHLD-2): reset                        | <SEQ=1><CTL=RST><DATA=20>              | CLOSED signal:reset                                           | rst-obeyed
RST one further: challenge ACK                       | <SEQ=2><CTL=RST>                       | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | rst-challenge drop
RST at the last number of the window: challenge ACK  | <SEQ=1000><CTL=RST>                    | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | rst-challenge drop
RST at the right edge is dropped                     | <SEQ=1001><CTL=RST>                    | ESTABLISHED                                                   | rst-outside-window drop
RST before the window is dropped                     | <SEQ=0><CTL=RST>                       | ESTABLISHED                                                   | rst-outside-window drop
text does not move a RST into the window             | <SEQ=0><CTL=RST><DATA=20>              | ESTABLISHED                                                   | rst-outside-window drop
RST with SYN at RCV.NXT is a RST                     | <SEQ=1><CTL=SYN,RST>                   | CLOSED signal:reset                                           | rst-obeyed
SYN at RCV.NXT: challenge ACK                        | <SEQ=1><CTL=SYN>                       | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | syn-challenge drop
SYN in the window: challenge ACK                     | <SEQ=500><CTL=SYN>                     | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | syn-challenge drop
SYN,ACK in the window: challenge ACK                 | <SEQ=500><ACK=1><CTL=SYN,ACK>          | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | syn-challenge drop
the first SYN again: ACK                             | <SEQ=0><CTL=SYN>                       | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | unacceptable-segment drop
an old SYN whose text reaches the window: ACK        | <SEQ=0><CTL=SYN><DATA=5>               | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | syn-challenge drop
SYN at the right edge: ACK                           | <SEQ=1001><CTL=SYN>                    | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | unacceptable-segment drop
ACK > SND.NXT: ACK, and its text is not taken        | <SEQ=1><ACK=2><CTL=ACK><DATA=5>        | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | ack-too-new drop
the oldest ACK allowed: SND.UNA - MAX.SND.WND        | <SEQ=1><ACK=-999><CTL=ACK><DATA=5>     | ESTABLISHED deliver:1+5 <SEQ=1><ACK=6><CTL=ACK>               | text-delivered text-acknowledged
an older ACK: ACK, and its text is not taken         | <SEQ=1><ACK=-1000><CTL=ACK><DATA=5>    | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | ack-too-old drop
urgent data is told before it is delivered           | <SEQ=1><ACK=1><CTL=ACK,URG><UP=5><DATA=5> | ESTABLISHED signal:urgent deliver:1+5 <SEQ=1><ACK=6><CTL=ACK> | urgent-signal text-delivered text-acknowledged
urgent data yet to come is told                      | <SEQ=1><ACK=1><CTL=ACK,URG><UP=50>     | ESTABLISHED signal:urgent                                     | urgent-signal
an urgent pointer at RCV.NXT says nothing            | <SEQ=1><ACK=1><CTL=ACK,URG><UP=0>      | ESTABLISHED                                                   |
options of any segment are read over (MUST-5, MUST-6)| <SEQ=1><ACK=1><CTL=ACK><KIND=253>      | ESTABLISHED                                                   |
`,
);

arrivals(
  'ESTABLISHED without RFC 5961',
  'ESTABLISHED',
  `
RST in the window resets                             | <SEQ=1000><CTL=RST>                    | CLOSED signal:reset                                           | rst-obeyed
RST outside the window is dropped                    | <SEQ=1001><CTL=RST>                    | ESTABLISHED                                                   | rst-outside-window drop
SYN in the window resets: RST,ACK                    | <SEQ=500><CTL=SYN>                     | CLOSED signal:reset <SEQ=none><ACK=501><CTL=RST,ACK>          | syn-in-window-resets
SYN,ACK in the window resets: RST with its ACK       | <SEQ=500><ACK=1><CTL=SYN,ACK>          | CLOSED signal:reset <SEQ=1><CTL=RST>                          | syn-in-window-resets
an old SYN: ACK                                      | <SEQ=0><CTL=SYN>                       | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | unacceptable-segment drop
an old SYN is cut off, its new text is taken         | <SEQ=0><ACK=1><CTL=SYN,ACK><DATA=5>    | ESTABLISHED deliver:1+5 <SEQ=1><ACK=6><CTL=ACK>               | text-delivered text-acknowledged
a very old ACK is a duplicate                        | <SEQ=1><ACK=-1000><CTL=ACK><DATA=5>    | ESTABLISHED deliver:1+5 <SEQ=1><ACK=6><CTL=ACK>               | text-delivered text-acknowledged
`,
  false,
);

arrivals(
  'ESTABLISHED with the window closed (MUST-66)',
  'ESTABLISHED with the window closed, and 10 octets in flight',
  `
an ACK at RCV.NXT counts                             | <SEQ=1001><ACK=11><CTL=ACK>             | ESTABLISHED signal:sent                                       | send-acknowledged rto-stop
an ACK elsewhere is outside: ACK                     | <SEQ=1002><ACK=11><CTL=ACK>             | ESTABLISHED <SEQ=11><ACK=1001><CTL=ACK>                        | unacceptable-segment drop
text is refused by an ACK, its ACK counts            | <SEQ=1001><ACK=11><CTL=ACK><DATA=1>     | ESTABLISHED signal:sent <SEQ=11><ACK=1001><CTL=ACK>            | send-acknowledged rto-stop zero-window-answer
an urgent pointer counts                             | <SEQ=1001><ACK=1><CTL=ACK,URG><UP=1><DATA=1> | ESTABLISHED signal:urgent <SEQ=11><ACK=1001><CTL=ACK>    | urgent-signal zero-window-answer
a FIN is refused by an ACK                           | <SEQ=1001><ACK=1><CTL=FIN,ACK>         | ESTABLISHED <SEQ=11><ACK=1001><CTL=ACK>                        | zero-window-answer
RST at RCV.NXT: reset                                | <SEQ=1001><CTL=RST>                    | CLOSED signal:reset                                           | rst-obeyed
RST at RCV.NXT with text: reset                      | <SEQ=1001><CTL=RST><DATA=1>            | CLOSED signal:reset                                           | rst-obeyed
RST elsewhere is dropped                             | <SEQ=1002><CTL=RST>                    | ESTABLISHED                                                   | rst-outside-window drop
a SYN does not fit in: ACK                             | <SEQ=1001><CTL=SYN>                    | ESTABLISHED <SEQ=11><ACK=1001><CTL=ACK>                        | unacceptable-segment drop
`,
);

arrivals(
  'ESTABLISHED with the window closed, without RFC 5961',
  'ESTABLISHED with the window closed, and 10 octets in flight',
  `
a SYN does not fit into the window: ACK              | <SEQ=1001><CTL=SYN>                    | ESTABLISHED <SEQ=11><ACK=1001><CTL=ACK>                        | unacceptable-segment drop
`,
  false,
);

arrivals(
  'ESTABLISHED with octets 1 to 10 under way',
  'ESTABLISHED with 10 octets in flight',
  `
ACK of all of them                                   | <SEQ=1><ACK=11><CTL=ACK>               | ESTABLISHED signal:sent                                       | send-acknowledged rto-stop
ACK of some of them                                  | <SEQ=1><ACK=6><CTL=ACK>                | ESTABLISHED                                                   | rto-restart
a duplicate ACK is ignored                           | <SEQ=1><ACK=1><CTL=ACK>                | ESTABLISHED                                                   |
ACK beyond SND.NXT: ACK                              | <SEQ=1><ACK=12><CTL=ACK>               | ESTABLISHED <SEQ=11><ACK=1><CTL=ACK>                          | ack-too-new drop
`,
);

arrivals(
  'ESTABLISHED with octets 6 to 10 and FIN 11 held',
  'ESTABLISHED with text and FIN held behind a gap of 5',
  `
the gap is filled: text, held text, FIN              | <SEQ=1><ACK=1><CTL=ACK><DATA=5>        | CLOSE-WAIT deliver:1+5 deliver:6+5 signal:closing <SEQ=1><ACK=12><CTL=ACK> | text-delivered fin-signal fin-close-wait gap-filled
a part of the gap is filled: ACK at once             | <SEQ=1><ACK=1><CTL=ACK><DATA=3>        | ESTABLISHED deliver:1+3 <SEQ=1><ACK=4><CTL=ACK>               | text-delivered gap-filled
a FIN that contradicts what is held comes first      | <SEQ=1><ACK=1><CTL=FIN,ACK><DATA=5>    | CLOSE-WAIT deliver:1+5 signal:closing <SEQ=1><ACK=7><CTL=ACK> | text-delivered fin-signal fin-close-wait gap-filled
the held segment again: ACK                          | <SEQ=6><ACK=1><CTL=FIN,ACK><DATA=5>    | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                           | out-of-order
`,
);

test.each(numberings)('an ACK moves SND.UNA, and only a segment that is not older moves the window, $title', (n) => {
  const world = established(n).send(10);
  const { iss, irs } = n;
  const first = world.gets('<SEQ=11><ACK=1><CTL=ACK><WND=900>').tcb.snd;
  expect(first).toMatchObject({ wnd: 900, wl1: (irs + 11) >>> 0, wl2: (iss + 1) >>> 0 });
  const later = world.gets('<SEQ=11><ACK=1><CTL=ACK><WND=900>');
  // Neither SND.WL1 < SEG.SEQ nor a newer ACK.
  expect(later.gets('<SEQ=10><ACK=1><CTL=ACK><WND=800>').tcb.snd).toMatchObject({ wnd: 900, una: (iss + 1) >>> 0 });
  // The highest ACK so far on an older segment (3.8.6): its window counts, and SND.WL1 tells whose it was.
  const repeated = later.gets('<SEQ=10><ACK=6><CTL=ACK><WND=800>').tcb.snd;
  expect(repeated).toMatchObject({ wnd: 800, una: (iss + 6) >>> 0, wl1: (irs + 10) >>> 0, wl2: (iss + 6) >>> 0 });
  // SND.WL1 = SEG.SEQ and SND.WL2 =< SEG.ACK.
  expect(later.gets('<SEQ=11><ACK=6><CTL=ACK><WND=800>').tcb.snd).toMatchObject({ wnd: 800 });
  expect(later.gets('<SEQ=11><ACK=1><CTL=ACK><WND=800>').tcb.snd).toMatchObject({ wnd: 800 });
  const advanced = later.gets('<SEQ=11><ACK=6><CTL=ACK><WND=800>');
  expect(advanced.gets('<SEQ=11><ACK=5><CTL=ACK><WND=700>').tcb.snd.wnd).toBe(800);
  // An older ACK on a later segment is below SND.UNA: SND.UNA =< SEG.ACK does not hold.
  expect(advanced.gets('<SEQ=12><ACK=5><CTL=ACK><WND=700>').tcb.snd.wnd).toBe(800);
  expect(advanced.gets('<SEQ=12><ACK=6><CTL=ACK><WND=700>').tcb.snd.wnd).toBe(700);
});

test('MAX.SND.WND is the largest window that the peer ever offered', () => {
  const world = established(numberings[0]).gets('<SEQ=1><ACK=1><CTL=ACK><WND=3000>').gets('<SEQ=1><ACK=1><CTL=ACK>');
  expect(world.tcb.snd).toMatchObject({ wnd: 1000, maxWnd: 3000 });
});
