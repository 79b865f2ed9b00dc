import { expect, test } from 'vitest';
import { arrivals } from './arrivals.ts';
import { numberings, timeWait } from './world.ts';

arrivals(
  '3.10.7.4, TIME-WAIT (SND.NXT 2, RCV.NXT 2)',
  'TIME-WAIT',
  `
the FIN again: ACK                                   | <SEQ=1><ACK=2><CTL=FIN,ACK>          | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | time-wait-restart unacceptable-segment drop
the FIN again, with text before it: ACK              | <SEQ=-4><ACK=2><CTL=FIN,ACK><DATA=5> | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | time-wait-restart unacceptable-segment drop
the FIN again without ACK is ignored                 | <SEQ=1><CTL=FIN>                     | TIME-WAIT                                          | unacceptable-segment drop
a pure ACK is not answered                           | <SEQ=2><ACK=2><CTL=ACK>              | TIME-WAIT                                          |
an old segment: ACK                                  | <SEQ=-5><ACK=1><CTL=ACK><DATA=5>     | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | unacceptable-segment drop
text is ignored                                      | <SEQ=2><ACK=2><CTL=ACK><DATA=5>      | TIME-WAIT                                          | text-after-fin drop
another FIN: ACK, and RCV.NXT stays                  | <SEQ=2><ACK=2><CTL=FIN,ACK>          | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | time-wait-restart another-fin drop
an urgent pointer is ignored                         | <SEQ=2><ACK=2><CTL=ACK,URG><UP=5>    | TIME-WAIT                                          |
ACK > SND.NXT: ACK                                   | <SEQ=2><ACK=3><CTL=ACK>              | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | ack-too-new drop
no ACK bit: dropped                                  | <SEQ=2><CTL=FIN>                     | TIME-WAIT                                          | ack-bit-off drop
RFC 1337: RST at RCV.NXT is ignored                  | <SEQ=2><CTL=RST>                     | TIME-WAIT                                          | time-wait-ignores-rst drop
RFC 1337: RST in the window is ignored               | <SEQ=9><CTL=RST>                     | TIME-WAIT                                          | time-wait-ignores-rst drop
RST outside the window is dropped                    | <SEQ=1><CTL=RST>                     | TIME-WAIT                                          | rst-outside-window drop
SYN in the window: challenge ACK                     | <SEQ=9><CTL=SYN>                     | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | syn-challenge drop
an old SYN: ACK                                      | <SEQ=0><CTL=SYN>                     | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | unacceptable-segment drop
a SYN beyond the window: ACK                         | <SEQ=5000><CTL=SYN>                  | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | unacceptable-segment drop
`,
);

arrivals(
  'TIME-WAIT without RFC 1337',
  'TIME-WAIT without RFC 1337',
  `
RST at RCV.NXT ends it                               | <SEQ=2><CTL=RST>                     | CLOSED                                             | rst-obeyed-closing
RST in the window: challenge ACK                     | <SEQ=9><CTL=RST>                     | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | rst-challenge drop
`,
);

arrivals(
  'TIME-WAIT without RFC 5961',
  'TIME-WAIT without RFC 1337',
  `
RST in the window ends it                            | <SEQ=9><CTL=RST>                     | CLOSED                                             | rst-obeyed-closing
SYN in the window resets                             | <SEQ=9><CTL=SYN>                     | CLOSED signal:reset <SEQ=none><ACK=10><CTL=RST,ACK> | syn-in-window-resets
`,
  false,
);

arrivals(
  'TIME-WAIT that a new SYN may end (MAY-2)',
  'TIME-WAIT that a new SYN may end',
  `
SYN beyond RCV.NXT: the next connection              | <SEQ=3><CTL=SYN>                     | CLOSED reopen:2                                    | time-wait-reopen
SYN far beyond the window as well                    | <SEQ=70000><CTL=SYN>                 | CLOSED reopen:2                                    | time-wait-reopen
SYN at RCV.NXT may be an old duplicate: ACK          | <SEQ=2><CTL=SYN>                     | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | syn-challenge drop
an older SYN is an old duplicate: ACK                | <SEQ=-50><CTL=SYN>                   | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | unacceptable-segment drop
SYN,ACK does not open anything                       | <SEQ=3><ACK=2><CTL=SYN,ACK>          | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | syn-challenge drop
SYN with RST does not open anything                  | <SEQ=3><CTL=SYN,RST>                 | TIME-WAIT                                          | time-wait-ignores-rst drop
a FIN is still acknowledged                          | <SEQ=1><ACK=2><CTL=FIN,ACK>          | TIME-WAIT <SEQ=2><ACK=2><CTL=ACK>                  | time-wait-restart unacceptable-segment drop
`,
);

test.each(numberings)('a repeated FIN starts 2MSL anew, other segments do not, $title', (numbering) => {
  const world = timeWait(numbering);
  expect(world.due('timeWait')).toBe(10_000);
  const later = world.after(700);
  expect(later.gets('<SEQ=1><ACK=2><CTL=FIN,ACK>').due('timeWait')).toBe(10_700);
  expect(later.gets('<SEQ=2><ACK=2><CTL=FIN,ACK>').due('timeWait')).toBe(10_700);
  expect(later.gets('<SEQ=1><CTL=FIN>').due('timeWait')).toBe(10_000);
  expect(later.gets('<SEQ=0><ACK=2><CTL=FIN,ACK>').due('timeWait')).toBe(10_000);
  expect(later.gets('<SEQ=-5><ACK=2><CTL=ACK><DATA=7>').due('timeWait')).toBe(10_000);
  expect(later.gets('<SEQ=2><ACK=2><CTL=ACK>').due('timeWait')).toBe(10_000);
});

test('the reopening SYN is handed out whole, and the number that the next ISS must pass is SND.MAX', () => {
  const { effects } = timeWait(numberings[0], { reopen: true }).gets('<SEQ=90><CTL=SYN><WND=77>');
  expect(effects.find(({ type }) => type === 'reopen')).toMatchObject({ segment: { wnd: 77 }, above: 10_002 });
});
