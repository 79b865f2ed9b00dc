/** Help at a decision, in English. */
import type { HintTexts } from './hintTexts.ts';

export const hintsEn: HintTexts = {
  and: ', and ',
  arrived: (segment) => `${segment} has arrived`,
  called: {
    OPEN: () => 'your application called OPEN',
    SEND: (octets) => `your application wants to send ${octets} octets`,
    RECEIVE: () => 'your application has read what had arrived',
    CLOSE: () => 'your application called CLOSE',
    ABORT: () => 'your application called ABORT',
  },
  expired: {
    retransmission: 'the retransmission timer ran out',
    persist: 'the timer for window probes ran out',
    delayedAck: 'the time for a delayed ACK is up',
    timeWait: '2MSL are over',
    user: 'the application’s patience is over',
  },
  look: (what) => `Look: ${what}.`,
  thenLook: 'Now look at your state and at your numbers.',
  askState: (state) => `You are in ${state}. What may you send in this state?`,
  ask: {
    arrived: [
      'What did you just receive: which flags, which seq, how many octets?',
      'Which numbers does it use? Only octets, SYN and FIN use any.',
      'Did anything arrive that the other side must hear about now?',
    ],
    called: ['What did your application ask for?', 'Which number comes next on your own number line?'],
    expired: ['What did you send that nobody has acknowledged?', 'Which of its numbers change when it is sent again?'],
  },
  where: (section) => `RFC ${section.replace(' ', ', section ')}.`,
  partial: (flags) => `The flags are ${flags}.`,
  partialOctets: (octets) => `It carries ${octets === 1 ? 'one octet' : `${octets} octets`}.`,
  numbersLeft: 'The numbers are yours to find.',
  partialWait: 'No segment is owed now. What else can you do than send?',
  exampleSituation: (numbers) => `The same situation with other numbers: ${numbers}.`,
  exampleArrived: (segment) => `${segment} arrives.`,
  exampleSends: (segment) => `Right is: ${segment}.`,
  exampleWait: 'Nothing has come that must be answered, and nothing may be sent now. Right is: wait.',
  seqFrom: {
    ISS: (seq) => `seq = ${seq}: a SYN stands at the ISS, always.`,
    'SND.NXT': (seq) => `seq = ${seq}: that is SND.NXT, the next number of your own line.`,
    'SND.UNA': (seq) => `seq = ${seq}: a repetition keeps its number, and that is SND.UNA.`,
    'SEG.ACK': (seq) => `seq = ${seq}: a reset takes the ack of what it answers.`,
    zero: () => 'seq = 0: what arrived had no ack that the reset could take.',
  },
  ackCounted: (seq, uses, ack) => `ack = ${seq} + ${uses} = ${ack}: its seq, and the numbers that it used.`,
  ackUnmoved: (ack) => `ack = ${ack}: that is RCV.NXT, which has not moved.`,
  nowYou: 'Now the same with your numbers.',
  reasoning: 'Three tries: no points left to lose here. So here is the whole reasoning; enter it yourself.',
};
