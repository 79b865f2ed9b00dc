import { arrivals } from './arrivals.ts';

arrivals(
  '3.10.7.1, CLOSED',
  'CLOSED',
  `
a RST is discarded                                  | <SEQ=0><CTL=RST>                  | CLOSED                                   | closed-ignores-rst drop
a RST,ACK is discarded                              | <SEQ=0><ACK=5><CTL=RST,ACK>       | CLOSED                                   | closed-ignores-rst drop
a RST with SYN is discarded                         | <SEQ=0><CTL=SYN,RST>              | CLOSED                                   | closed-ignores-rst drop
a SYN is answered by RST,ACK: 0, SEQ+1              | <SEQ=0><CTL=SYN>                  | CLOSED <SEQ=none><ACK=1><CTL=RST,ACK>    | closed-answers-rst drop
a FIN takes a number as well                        | <SEQ=7><CTL=FIN>                  | CLOSED <SEQ=none><ACK=8><CTL=RST,ACK>    | closed-answers-rst drop
a SYN with text: all of SEG.LEN is counted          | <SEQ=0><CTL=SYN><DATA=10>         | CLOSED <SEQ=none><ACK=11><CTL=RST,ACK>   | closed-answers-rst drop
text without ACK is answered by RST,ACK             | <SEQ=5><CTL=PSH><DATA=10>         | CLOSED <SEQ=none><ACK=15><CTL=RST,ACK>   | closed-answers-rst drop
no bits at all: ACK = SEQ                           | <SEQ=5><CTL=>                     | CLOSED <SEQ=none><ACK=5><CTL=RST,ACK>    | closed-answers-rst drop
an ACK is answered by RST with its number           | <SEQ=5><ACK=7><CTL=ACK>           | CLOSED <SEQ=7><CTL=RST>                  | closed-answers-rst drop
a SYN,ACK is answered by RST with its number        | <SEQ=5><ACK=7><CTL=SYN,ACK>       | CLOSED <SEQ=7><CTL=RST>                  | closed-answers-rst drop
a FIN,ACK is answered by RST with its number        | <SEQ=5><ACK=7><CTL=FIN,ACK>       | CLOSED <SEQ=7><CTL=RST>                  | closed-answers-rst drop
text with ACK is answered by RST with its number    | <SEQ=5><ACK=7><CTL=ACK><DATA=10>  | CLOSED <SEQ=7><CTL=RST>                  | closed-answers-rst drop
`,
);
