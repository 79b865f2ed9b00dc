/** The levels in English. */
import type { LevelTexts } from './levelTexts.ts';

export const en: LevelTexts = {
  worlds: {
    1: 'Establish',
    2: 'Lossy wires',
    3: 'Data and numbers',
    4: 'Close',
    5: 'Odd cases',
    6: 'Attack and defence',
    7: 'Wireshark lab',
    8: 'Exam',
  },
  levels: {
    'est-01-first-syn': {
      title: 'Knock first',
      task: 'Your application wants to talk to a server that has never heard of you. Send the segment that opens the connection and tells the server where your numbers begin.',
      teaches:
        'SYN alone, seq = your ISN x, ack blank: nothing has come yet that could be acknowledged. The SYN uses up number x, so SND.NXT is now x+1.',
    },
    'est-02-syn-ack': {
      title: 'Answer and ask in one breath',
      task: 'You listen, and a SYN knocks. Confirm the client’s number and tell it yours, in a single segment.',
      teaches:
        'SYN,ACK does two jobs: ack = x+1 confirms the client’s SYN, seq = y announces your own ISN. The two numbers have nothing to do with each other.',
    },
    'est-03-third-ack': {
      title: 'The third word',
      task: 'The server has answered your SYN. It still does not know that you heard it: say so, and the connection stands.',
      teaches:
        'ACK with seq = x+1, because the SYN used x, and ack = y+1. A pure ACK uses no number, so SND.NXT stays x+1. You are ESTABLISHED on sending, the server when it arrives.',
    },
    'est-04-full-3whs': {
      title: 'Handshake duet (Figure 6)',
      task: 'Play the three-way handshake of RFC 9293 from both ends, and then send the first ten octets.',
      teaches:
        'The first data has the same seq as the third ACK, because that ACK used no number. After three segments both ends know both ISNs, and know that the other one knows.',
    },
    'est-05-mss-window': {
      title: 'Pack the right suitcase',
      task: 'The server takes small segments only: its SYN,ACK says how small. Open, and then send 600 octets so that each segment fits.',
      teaches:
        'MSS travels on SYN segments only and says what its sender can receive, 536 if it is missing. 600 octets go as 536 + 64, and one cumulative ACK may cover both.',
    },
    'est-06-ack-carries-data': {
      title: 'The third ACK with luggage',
      task: 'Your application already has five octets to say. Open the connection and deliver them with four segments in all.',
      teaches:
        'The third segment may carry data: seq = x+1, five octets, and the answer is ack = x+6. A SYN may carry data too; it is only kept back until the connection stands.',
    },
    'loss-01-syn-backoff': {
      title: 'Echo in an empty hall',
      task: 'Nobody answers your SYN. Repeat it at the right moments and with the right number, neither sooner nor with a new one.',
      teaches:
        'The same SYN with the same ISN goes again when the timer runs out: after 1 s, then after 2 s more. The pause doubles, so that a crowded network can recover.',
    },
    'loss-02-synack-lost': {
      title: 'The answer that never came',
      task: 'Your SYN,ACK drowns on its way to the client. You are the only one who can repair that: what do you send, and when?',
      teaches:
        'A SYN is yours to repeat until it is acknowledged, also when it travels with an ACK: the same y, the same ack = x+1, when your own timer runs out.',
    },
    'loss-03-third-ack-lost': {
      title: 'Who repeats the ACK?',
      task: 'You finished the handshake, but your last ACK got lost and the server still waits. See who notices, and answer what comes.',
      teaches:
        'No timer repeats a pure ACK. The server repeats its SYN,ACK; its number is old, so you answer with an ACK and never with a new SYN.',
    },
    'loss-04-dup-syn': {
      title: 'Double ring',
      task: 'The network delivered the same SYN twice. One client, one connection: answer the copy without starting a second handshake.',
      teaches:
        'The copy lies one number before RCV.NXT, so it is old: an ACK is the answer, and many systems repeat the SYN,ACK instead. No new ISN, no second connection.',
    },
    'loss-05-data-rescues': {
      title: 'Data to the rescue',
      task: 'The third ACK gets lost, but your client has data to send right after it. Find out whether the connection comes to be after all.',
      teaches:
        'Every segment after the first SYN carries the current ack. So the data says ack = y+1 once more, and completes the handshake by itself.',
    },
    'num-01-count-octets': {
      title: 'Count octets, not packets',
      task: 'Two segments with 300 and 500 octets arrive at the same moment. Acknowledge them all with one number.',
      teaches:
        'ack names the next octet you expect: the first seq + 300 + 500. It is cumulative, so one ACK covers both segments, and the number of segments plays no part.',
    },
    'num-02-swap': {
      title: 'His ack is my seq',
      task: 'A segment with data comes in just when your application has something to send. Answer and acknowledge with one segment, and find both numbers in what you received.',
      teaches:
        'Your seq is what the peer expects: its ack. Your ack is its seq plus its length. The acknowledgment rides on your data and costs no segment of its own.',
    },
    'num-03-hole': {
      title: 'The hole in the middle',
      task: 'Three segments leave, the middle one is lost. Acknowledge honestly at the server, and fill the hole at the client when its timer says so.',
      teaches:
        'A cumulative ACK cannot step over a hole: the same number twice, and the later octets are kept. When the gap is filled, one ACK jumps to the end.',
    },
    'num-04-silence': {
      title: 'Silence is a move',
      task: 'Send ten octets, twice. In between, decide each time whether what has arrived needs an answer at all.',
      teaches:
        'A pure ACK is never acknowledged, or two hosts would acknowledge each other for ever. It uses no number, and the right answer to it is to wait.',
    },
    'num-05-wrap': {
      title: 'Over the edge of 2³²',
      task: 'Your ISN lies just below 4294967296. Open, send five octets and close, while the numbers run over the edge.',
      teaches:
        'Sequence numbers have 32 bits and go round: ...4294967295, 0, 1. All sums and comparisons are modulo 2³², and nobody notices the edge.',
    },
    'num-06-zero-window': {
      title: 'Knock on the closed window',
      task: 'The server’s buffer is full and its window is 0. Stop in time, ask again in the right way, and go on when it opens.',
      teaches:
        'wnd=0 stops data, not ACKs. After one RTO the sender tries a single octet, and the refusal repeats ack and window. Without that probe, a lost window update would block both ends for ever.',
    },
    'close-01-first-fin': {
      title: 'The first wave',
      task: 'Your application has called CLOSE. Tell the server that no more data will come from you.',
      teaches:
        'A real FIN is FIN,ACK: after the handshake every segment carries ACK. The FIN uses number u. It ends your direction only; the server may go on.',
    },
    'close-02-four-way': {
      title: 'Four waves (Figure 12)',
      task: 'Play the normal close from both ends: each direction is ended by its own FIN, and each FIN is acknowledged.',
      teaches:
        'Two FINs and two ACKs, because each direction closes by itself. Without data in between, the second and third wave have the same seq. Whoever closes first waits 2MSL in TIME-WAIT.',
    },
    'close-03-half-close': {
      title: 'One last parcel',
      task: 'The client is done, the server has 20 octets left. Deliver them on the half-closed connection, and then close the other half.',
      teaches:
        'After the first FIN the connection is half-closed: in CLOSE-WAIT the server still sends, in FIN-WAIT-2 the client still acknowledges. The server’s FIN comes after its data: w = v+20.',
    },
    'close-04-three-segments': {
      title: 'Three waves are enough',
      task: 'The server closes, and at once the client’s application closes as well. End both directions with three segments.',
      teaches:
        'When nothing is left to send, ACK and FIN travel together, and FIN-WAIT-1 goes straight to TIME-WAIT. Either side may begin; whoever begins, waits.',
    },
    'close-05-fin-with-data': {
      title: 'FIN rides last',
      task: 'Send the last thousand octets and close with the same segment. Then count: which number does the FIN have?',
      teaches:
        'The FIN takes the number after the last octet, so the ack is seq + 1000 + 1. FIN’s number minus the ISN minus 1 is the count of all octets that were ever sent.',
    },
    'close-06-last-ack-lost': {
      title: 'Why we wait',
      task: 'You acknowledge the server’s FIN, and that ACK gets lost. You sit in TIME-WAIT: what is it good for?',
      teaches:
        'Only TIME-WAIT can answer the repeated FIN; the answer starts 2MSL again. Had you left, the FIN would have met nobody, and a RST would have ended what should close in peace.',
    },
    'close-07-fin-overtakes': {
      title: 'The FIN that overtook the data',
      task: 'A FIN arrives, but 50 octets before it are still on their way. Do not hang up on them.',
      teaches:
        'A FIN beyond a gap is kept, not obeyed: ack stays at the gap, the state stays ESTABLISHED. When the data comes, one ACK covers both, and CLOSE-WAIT begins.',
    },
    'odd-01-refused-new-isn': {
      title: 'Nobody home, try again',
      task: 'The client knocks where nobody listens yet. Refuse as TCP does, and let it succeed with a second attempt two seconds later.',
      teaches:
        'No listener: RST,ACK with seq = 0 and ack = seq + 1. A new attempt takes a new ISN: the clock ticks every 4 µs, so two seconds later it is 500000 further.',
    },
    'odd-02-simultaneous-open': {
      title: 'Both knock at once (Figure 7)',
      task: 'Both ends open actively and their SYNs cross. Bring it to one connection.',
      teaches:
        'A SYN in SYN-SENT leads to SYN-RECEIVED; the answer is SYN,ACK with the same ISN as before. Four segments, one connection, and nobody was the server.',
    },
    'odd-03-old-duplicate-syn': {
      title: 'A ghost SYN (Figure 8)',
      task: 'A SYN of long ago reaches the server before the real one. Play both ends, and find out who can expose the ghost.',
      teaches:
        'This is why there are three segments. The server cannot tell that the SYN is old; the client sees an ack for a number it never sent, answers RST, and the server is free for the real SYN.',
    },
    'odd-04-half-open-syn': {
      title: 'Amnesia (Figure 9)',
      task: 'The client has crashed and forgotten everything; the server still believes in the old connection. Now the client opens anew.',
      teaches:
        'The server answers the strange SYN with its old numbers. They mean nothing to the client, so it resets; the server gives up the dead connection, and the repeated SYN finds a listener.',
    },
    'odd-05-half-open-data': {
      title: 'Mail to a ghost (Figure 10)',
      task: 'The server sends data on a connection that you lost in a crash. Tell it, in a way that it believes.',
      teaches:
        'CLOSED answers a segment that has ACK with RST, seq = its ack, and no ACK flag: exactly the number the sender expects next, so the reset counts.',
    },
    'odd-06-simultaneous-close': {
      title: 'Both hang up (Figure 13)',
      task: 'Both applications close at the same moment, and the FINs cross. Bring both ends to CLOSED.',
      teaches:
        'CLOSING means: your FIN is here, mine is not acknowledged yet. Each end acknowledges the other’s FIN, and this time both wait in TIME-WAIT.',
    },
    'odd-07-close-in-syn-sent': {
      title: 'Changed my mind',
      task: 'You have sent a SYN, and your application closes before any answer has come. What do you send now, and what when the answer comes late?',
      teaches:
        'CLOSE in SYN-SENT deletes the connection and sends nothing. The late SYN,ACK finds nobody and is answered by RST, seq = its ack; the server goes back to LISTEN.',
    },
    'atk-01-syn-cookies': {
      title: 'Flood gate',
      task: 'Forged SYNs have filled your backlog. Answer without keeping any state: put all you need into your sequence number, and believe only whoever brings it back.',
      teaches:
        'A SYN cookie is an ISN that can be computed again. ack - 1 must be that number; then the connection is rebuilt from the ACK alone. A forged ACK fails the test and gets a RST.',
    },
    'atk-02-blind-reset': {
      title: 'Three resets at the door',
      task: 'Three RSTs arrive; two are guesses of an attacker. Decide for each whether to ignore it, to ask, or to obey.',
      teaches:
        'Outside the window: drop it silently. Inside, but not exactly RCV.NXT: answer with a challenge ACK. Exactly RCV.NXT: obey, and answer nothing.',
    },
    'atk-03-blind-syn-and-data': {
      title: 'Forged SYN, forged data',
      task: 'Somebody who cannot see your traffic forges a SYN and then data. Keep the true connection alive.',
      teaches:
        'A SYN on a standing connection brings a challenge ACK, whatever its number. Data whose ack nobody can have sent is thrown away and answered with an ACK.',
    },
    'atk-04-time-wait-assassin': {
      title: 'The TIME-WAIT assassin',
      task: 'You sit in TIME-WAIT, and an old duplicate turns up. Answer it at the client, answer the answer at the server, and see whether TIME-WAIT survives.',
      teaches:
        'The ACK for the old segment finds no connection and provokes a RST with the right number. By RFC 9293 alone it would end TIME-WAIT; RFC 1337 lets you ignore it.',
    },
    'atk-05-fast-open': {
      title: 'The express cookie',
      task: 'The client has a cookie from an earlier visit. Use it to deliver 20 octets with the SYN, and answer before the handshake is over.',
      teaches:
        'With a valid cookie the server takes data from the SYN, ack = x+21, and may answer at once. Without one it acknowledges the SYN only: x+1. The cookie keeps forged SYNs from costing anything.',
    },
    'lab-01-two-tables': {
      title: 'The two record tables',
      task: 'Find the eleven segments of one connection in a capture, follow the stream, and fill in the tables of the three-way handshake and of the four waves with absolute numbers.',
      teaches:
        'Handshake: SYN 1/1/0, ACK 0/1/1, and no ack in the first row. Close: ACK is 1 in all four rows. Follow Stream shows the payload; the headers are in the details pane.',
    },
    'lab-02-hex-and-relative': {
      title: 'Bytes on the table',
      task: 'Decode three raw headers: ports, numbers, offset, flags, window. Then turn the absolute numbers into the relative ones that Wireshark shows.',
      teaches:
        'seq is in octets 4 to 7, ack in 8 to 11, the flags in 13: 0x02 SYN, 0x12 SYN,ACK, 0x10 ACK, 0x11 FIN,ACK. Relative numbers are the absolute ones minus the ISN.',
    },
    'exam-01-408-close-timing': {
      title: '408 stopwatch',
      task: 'RTT 50 ms, MSL 800 ms. The client closes, and the server closes as soon as it hears of it. How soon can each end be CLOSED? Play it.',
      teaches:
        'Three segments. The server is CLOSED after 1.5 RTT, 75 ms; the client after 1 RTT + 2MSL = 50 + 1600 = 1650 ms.',
    },
    'exam-02-seven-losses': {
      title: 'Seven losses',
      task: 'Each of the seven segments of opening and closing gets lost once. Bring the connection home with nothing but timers and the right answers.',
      teaches:
        'Only SYN, data and FIN have a timer; a lost ACK is repaired by the peer’s repeat. After a lost SYN the RTO starts again at 3 s, and doubles to 6 s.',
    },
  },
  variants: {
    'syn-ack-again': {
      title: 'As many systems do',
      task: 'The same SYN arrives twice. This time answer the copy as Linux does: with your SYN,ACK once more.',
      teaches:
        'The repeated SYN,ACK says everything that the ACK says, and your number again. The client answers it with one more ACK; nothing else changes.',
    },
    'data-twice': {
      title: 'The same data, twice',
      task: 'The sea doubles the segment with data. Its sender cannot know that you have the octets already: answer the copy too.',
      teaches:
        'The copy lies before RCV.NXT, so nothing of it is taken, and the ACK repeats the number. Your seq has moved on meanwhile: 50 octets have left.',
    },
    'server-first': {
      title: 'The server hangs up first',
      task: 'The same four waves with the roles exchanged: now the server closes first. Who has to wait this time?',
      teaches:
        'Either side may close first, and whoever does so waits 2MSL in TIME-WAIT. Client and server differ in nothing else.',
    },
    'fin-by-itself': {
      title: 'FIN in a segment of its own',
      task: 'Send the thousand octets first, and the FIN in a segment of its own. Which number does it have now?',
      teaches:
        'The same number as before: the one after the last octet. A FIN that rides on data saves a segment and changes nothing else.',
    },
    'left-early': {
      title: 'Left too early',
      task: 'Your application aborts while you sit in TIME-WAIT, and the lost ACK is still owed to somebody. What does the repeated FIN meet now?',
      teaches:
        'Nobody is there any more: the repeated FIN gets a RST, seq = its ack. The server is closed by force where four waves in peace were possible.',
    },
    strict: {
      title: 'Both knock, by the letter',
      task: 'The same crossing SYNs, without the short cut of RFC 9293, appendix A.2. How many segments does it take now?',
      teaches:
        'By the letter the SYN,ACK fails the sequence test, because its SYN is old, and gets an ACK of its own. Six segments instead of four; A.2 lets its ACK count.',
    },
    'both-listening': {
      title: 'Two listeners and a ghost (Figure 11)',
      task: 'Both ends only listen when the old SYN turns up. Answer it at the server, and the answer at the client.',
      teaches:
        'A LISTEN never sent a SYN, so the SYN,ACK gets a RST with seq = its ack, and the server goes back to LISTEN. Nobody is harmed.',
    },
    'fifty-ms-apart': {
      title: 'Fifty milliseconds apart',
      task: 'The two CLOSE calls come 50 ms apart, and the FINs cross all the same. Do the segments differ from before?',
      teaches:
        'The same four segments: what counts is that each FIN left before the other one came, not that they left together.',
    },
    'without-rfc-1337': {
      title: 'TIME-WAIT without its guard',
      task: 'The same old duplicate, but this client obeys a RST in TIME-WAIT. Watch what becomes of the 2MSL.',
      teaches:
        'The RST has the right number and ends TIME-WAIT after 200 ms. Old segments are still about, and a new connection could take them for its own: RFC 1337.',
    },
    'bad-cookie': {
      title: 'A cookie that went stale',
      task: 'The client’s Fast Open cookie is not the server’s any more. Deliver the 20 octets all the same.',
      teaches:
        'The server acknowledges the SYN only, ack = x+1, and hands out a good cookie. The client sends its octets again after the handshake: one round trip is lost, nothing else.',
    },
  },
};
