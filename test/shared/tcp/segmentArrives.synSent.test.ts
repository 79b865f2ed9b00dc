import { expect, test } from 'vitest';
import { arrivals } from './arrivals.ts';
import { closed, numberings, synSent } from './world.ts';

arrivals(
  '3.10.7.3, SYN-SENT',
  'SYN-SENT',
  `
ACK =< ISS: reset with SEQ=SEG.ACK                  | <SEQ=9><ACK=0><CTL=ACK>              | SYN-SENT <SEQ=0><CTL=RST>                            | syn-sent-resets-bad-ack drop
ACK < ISS: reset with SEQ=SEG.ACK                   | <SEQ=9><ACK=-5><CTL=ACK>             | SYN-SENT <SEQ=-5><CTL=RST>                           | syn-sent-resets-bad-ack drop
ACK > SND.NXT: reset with SEQ=SEG.ACK               | <SEQ=9><ACK=2><CTL=ACK>              | SYN-SENT <SEQ=2><CTL=RST>                            | syn-sent-resets-bad-ack drop
SYN,ACK of another SYN: reset, keep waiting         | <SEQ=0><ACK=2><CTL=SYN,ACK>          | SYN-SENT <SEQ=2><CTL=RST>                            | syn-sent-resets-bad-ack drop
SYN,ACK that acknowledges nothing: reset            | <SEQ=0><ACK=0><CTL=SYN,ACK>          | SYN-SENT <SEQ=0><CTL=RST>                            | syn-sent-resets-bad-ack drop
RST with an unacceptable ACK is dropped             | <SEQ=0><ACK=2><CTL=RST,ACK>          | SYN-SENT                                             | syn-sent-resets-bad-ack drop
RST with ACK = ISS is dropped                       | <SEQ=0><ACK=0><CTL=RST,ACK>          | SYN-SENT                                             | syn-sent-resets-bad-ack drop
RST with an acceptable ACK: refused                 | <SEQ=0><ACK=1><CTL=RST,ACK>          | CLOSED signal:refused                                | syn-sent-refused
its SEQ does not matter: nothing is expected yet    | <SEQ=77><ACK=1><CTL=RST,ACK>         | CLOSED signal:refused                                | syn-sent-refused
RST with SYN and an acceptable ACK: refused         | <SEQ=0><ACK=1><CTL=SYN,RST,ACK>      | CLOSED signal:refused                                | syn-sent-refused
RST without ACK is dropped                          | <SEQ=0><CTL=RST>                     | SYN-SENT                                             | syn-sent-ignores-rst drop
SYN,ACK: ESTABLISHED, and an ACK                    | <SEQ=0><ACK=1><CTL=SYN,ACK>          | ESTABLISHED <SEQ=1><ACK=1><CTL=ACK>                  | rto-stop syn-sent-established
text of a SYN,ACK is taken at once                  | <SEQ=0><ACK=1><CTL=SYN,ACK><DATA=4>  | ESTABLISHED deliver:1+4 <SEQ=1><ACK=5><CTL=ACK>      | rto-stop syn-sent-established text-delivered
a FIN of a SYN,ACK is taken at once                 | <SEQ=0><ACK=1><CTL=SYN,FIN,ACK>      | CLOSE-WAIT signal:closing <SEQ=1><ACK=2><CTL=ACK>    | rto-stop syn-sent-established fin-signal fin-close-wait
urgent data of a SYN,ACK is told                    | <SEQ=0><ACK=1><CTL=SYN,ACK,URG><UP=3>| ESTABLISHED signal:urgent <SEQ=1><ACK=1><CTL=ACK>    | rto-stop syn-sent-established urgent-signal
SYN alone: both opened at once                      | <SEQ=0><CTL=SYN>                     | SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>             | simultaneous-open
text of such a SYN waits                            | <SEQ=0><CTL=SYN><DATA=4>             | SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>             | simultaneous-open
an acceptable ACK alone is dropped                  | <SEQ=9><ACK=1><CTL=ACK>              | SYN-SENT                                             | syn-sent-drops-rest drop
text with an acceptable ACK is dropped              | <SEQ=9><ACK=1><CTL=ACK><DATA=3>      | SYN-SENT                                             | syn-sent-drops-rest drop
a FIN is dropped                                    | <SEQ=9><CTL=FIN>                     | SYN-SENT                                             | syn-sent-drops-rest drop
a FIN,ACK is dropped                                | <SEQ=9><ACK=1><CTL=FIN,ACK>          | SYN-SENT                                             | syn-sent-drops-rest drop
no bits at all: dropped                             | <SEQ=9><CTL=>                        | SYN-SENT                                             | syn-sent-drops-rest drop
`,
);

test.each(numberings)('SYN,ACK sets IRS, RCV.NXT, SND.UNA and the window, and stops the timer, $title', (numbering) => {
  const { tcb } = synSent(numbering).gets('<SEQ=0><ACK=1><CTL=SYN,ACK><WND=700>');
  const { iss, irs } = numbering;
  expect(tcb.irs).toBe(irs);
  expect(tcb.rcv.nxt).toBe((irs + 1) >>> 0);
  expect(tcb.snd).toMatchObject({ una: (iss + 1) >>> 0, nxt: (iss + 1) >>> 0, wnd: 700, wl1: irs, queue: [] });
  expect(tcb.snd.wl2).toBe((iss + 1) >>> 0);
  expect(tcb.timers.retransmission).toBeNull();
});

test.each(numberings)('a SYN that crossed ours keeps our SYN on the queue, and MUST-11 remembers why, $title', (n) => {
  const { tcb } = synSent(n).gets('<SEQ=0><CTL=SYN><WND=700>');
  expect(tcb.opened).toBe('actively');
  expect(tcb.snd).toMatchObject({ una: n.iss, nxt: (n.iss + 1) >>> 0, wnd: 700, wl1: n.irs });
  expect(tcb.snd.queue).toHaveLength(1);
  expect(tcb.timers.retransmission).not.toBeNull();
});

test('text and FIN of a SYN that crossed ours are taken when the connection is ESTABLISHED', () => {
  const crossed = synSent(numberings[0]).gets('<SEQ=0><CTL=SYN,FIN><DATA=4>');
  expect(crossed.gets('<SEQ=1><ACK=1><CTL=ACK>').did).toBe(
    'CLOSE-WAIT deliver:1+4 signal:closing <SEQ=1><ACK=6><CTL=ACK>',
  );
});

test('a SYN,ACK that meets a SYN of ours that has not left is reset: it acknowledges nothing', () => {
  const world = closed(numberings[0], { pacing: 'keeper' }).open().gets('<SEQ=0><ACK=1><CTL=SYN,ACK>');
  expect(world.tcb.state).toBe('SYN-SENT');
  expect(world.tcb.owed.resets).toHaveLength(1);
});
