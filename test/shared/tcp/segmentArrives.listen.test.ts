import { expect, test } from 'vitest';
import { arrivals } from './arrivals.ts';
import { listening, numberings } from './world.ts';

arrivals(
  '3.10.7.2, LISTEN',
  'LISTEN',
  `
a RST is ignored                                 | <SEQ=5><CTL=RST>                       | LISTEN                                             | listen-ignores-rst drop
a RST,ACK is ignored, not answered               | <SEQ=5><ACK=7><CTL=RST,ACK>            | LISTEN                                             | listen-ignores-rst drop
a SYN,RST is ignored                             | <SEQ=5><CTL=SYN,RST>                   | LISTEN                                             | listen-ignores-rst drop
an ACK is answered by RST                        | <SEQ=5><ACK=7><CTL=ACK>                | LISTEN <SEQ=7><CTL=RST>                            | listen-resets-ack drop
text with ACK is answered by RST                 | <SEQ=5><ACK=7><CTL=ACK><DATA=3>        | LISTEN <SEQ=7><CTL=RST>                            | listen-resets-ack drop
a SYN,ACK is answered by RST                     | <SEQ=5><ACK=7><CTL=SYN,ACK>            | LISTEN <SEQ=7><CTL=RST>                            | listen-resets-ack drop
a FIN,ACK is answered by RST                     | <SEQ=5><ACK=7><CTL=FIN,ACK>            | LISTEN <SEQ=7><CTL=RST>                            | listen-resets-ack drop
a SYN is answered by SYN,ACK                     | <SEQ=0><CTL=SYN>                       | SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>           | listen-answers-syn rto-start
text on a SYN is not acknowledged yet            | <SEQ=0><CTL=SYN><DATA=5>               | SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>           | listen-answers-syn rto-start
a SYN with FIN is answered as a SYN              | <SEQ=0><CTL=SYN,FIN>                   | SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>           | listen-answers-syn rto-start
ECN bits of a SYN change nothing                 | <SEQ=0><CTL=SYN,ECE,CWR>               | SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>           | listen-answers-syn rto-start
an unknown option of a SYN changes nothing       | <SEQ=0><CTL=SYN><KIND=253>             | SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>           | listen-answers-syn rto-start
a FIN without ACK is dropped                     | <SEQ=5><CTL=FIN>                       | LISTEN                                             | listen-drops-rest drop
text without ACK is dropped                      | <SEQ=5><CTL=PSH><DATA=3>               | LISTEN                                             | listen-drops-rest drop
no bits at all: dropped                          | <SEQ=5><CTL=>                          | LISTEN                                             | listen-drops-rest drop
`,
);

test.each(numberings)('the SYN sets IRS, RCV.NXT, ISS, SND.UNA, SND.NXT and the window, $title', (numbering) => {
  const { tcb } = listening(numbering).gets('<SEQ=0><CTL=SYN><WND=700>');
  const { iss, irs } = numbering;
  expect(tcb).toMatchObject({ irs, iss, opened: 'passively' });
  expect(tcb.rcv).toMatchObject({ nxt: (irs + 1) >>> 0, wnd: 1000 });
  expect(tcb.snd).toMatchObject({ una: iss, nxt: (iss + 1) >>> 0, wnd: 700, maxWnd: 700, wl1: irs });
});

test.each(numberings)('text and FIN of the SYN are taken when the connection is ESTABLISHED, $title', (numbering) => {
  const world = listening(numbering).gets('<SEQ=0><CTL=SYN,FIN><DATA=5>').gets('<SEQ=1><ACK=1><CTL=ACK>');
  expect(world.did).toBe('CLOSE-WAIT deliver:1+5 signal:closing <SEQ=1><ACK=7><CTL=ACK>');
  expect(world.clauses).toContain('text-acknowledged');
});
