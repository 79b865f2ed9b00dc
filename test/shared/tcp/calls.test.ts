/** The user calls of 3.10.1 to 3.10.6 in every state: `did` tells state, segments, signals and errors. */
import { describe, expect, test } from 'vitest';
import {
  type Builder,
  closed,
  closeWait,
  closing,
  established,
  finWait1,
  finWait2,
  lastAck,
  listening,
  numberings,
  synCrossed,
  synReceived,
  synSent,
  timeWait,
  type World,
} from './world.ts';

const exists = 'error:connection-already-exists';
const none = 'error:connection-does-not-exist';
const ending = 'error:connection-closing';
const full = 'error:insufficient-resources';
const [plain] = numberings;

type Row = readonly [title: string, build: Builder, does: string, clause: string];

/** Each row at both numberings. */
function calls(title: string, act: (world: World) => World, rows: readonly Row[]): void {
  describe.each(numberings)(`${title}, $title`, (numbering) => {
    test.each(rows)('%s', (_title, build, does, clause) => {
      const world = act(build(numbering));
      expect(world.did).toBe(does);
      const own = new Set(world.clauses.filter((each) => each !== 'rto-start'));
      expect([...own].join(' ')).toBe(clause);
    });
  });
}

calls('3.10.1, active OPEN', (world) => world.open(), [
  ['CLOSED: a SYN leaves', closed, 'SYN-SENT <SEQ=0><CTL=SYN>', 'open-active'],
  ['LISTEN: it becomes active', listening, 'SYN-SENT <SEQ=0><CTL=SYN>', 'open-active'],
  ['SYN-SENT: it exists', synSent, `SYN-SENT ${exists}`, 'open-exists'],
  ['SYN-RECEIVED: it exists', synReceived, `SYN-RECEIVED ${exists}`, 'open-exists'],
  ['ESTABLISHED: it exists', established, `ESTABLISHED ${exists}`, 'open-exists'],
  ['FIN-WAIT-1: it exists', finWait1, `FIN-WAIT-1 ${exists}`, 'open-exists'],
  ['FIN-WAIT-2: it exists', finWait2, `FIN-WAIT-2 ${exists}`, 'open-exists'],
  ['CLOSE-WAIT: it exists', closeWait, `CLOSE-WAIT ${exists}`, 'open-exists'],
  ['CLOSING: it exists', closing, `CLOSING ${exists}`, 'open-exists'],
  ['LAST-ACK: it exists', lastAck, `LAST-ACK ${exists}`, 'open-exists'],
  ['TIME-WAIT: it exists', timeWait, `TIME-WAIT ${exists}`, 'open-exists'],
]);

calls('3.10.1, passive OPEN', (world) => world.listen(), [
  ['CLOSED: LISTEN, and nothing is sent', closed, 'LISTEN', 'open-passive'],
  ['LISTEN: it exists', listening, `LISTEN ${exists}`, 'open-exists'],
  ['ESTABLISHED: it exists', established, `ESTABLISHED ${exists}`, 'open-exists'],
]);

calls('3.10.2, SEND', (world) => world.send(5), [
  ['CLOSED: no connection', closed, `CLOSED ${none}`, 'call-no-connection'],
  ['LISTEN: to whom?', listening, 'LISTEN error:remote-socket-unspecified', 'send-listen'],
  ['SYN-SENT: it is queued', synSent, 'SYN-SENT', ''],
  ['SYN-RECEIVED: it is queued', synReceived, 'SYN-RECEIVED', ''],
  ['ESTABLISHED: it leaves with an ACK', established, 'ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=5>', 'send-text'],
  ['CLOSE-WAIT: it leaves with an ACK', closeWait, 'CLOSE-WAIT <SEQ=1><ACK=2><CTL=ACK><DATA=5>', 'send-text'],
  ['FIN-WAIT-1: closing', finWait1, `FIN-WAIT-1 ${ending}`, 'send-closing'],
  ['FIN-WAIT-2: closing', finWait2, `FIN-WAIT-2 ${ending}`, 'send-closing'],
  ['CLOSING: closing', closing, `CLOSING ${ending}`, 'send-closing'],
  ['LAST-ACK: closing', lastAck, `LAST-ACK ${ending}`, 'send-closing'],
  ['TIME-WAIT: closing', timeWait, `TIME-WAIT ${ending}`, 'send-closing'],
]);

calls('3.10.3, RECEIVE with nothing on hand', (world) => world.receive(), [
  ['CLOSED: no connection', closed, `CLOSED ${none}`, 'call-no-connection'],
  ['LISTEN: not remembered', listening, `LISTEN ${full}`, 'receive-not-queued'],
  ['SYN-SENT: not remembered', synSent, `SYN-SENT ${full}`, 'receive-not-queued'],
  ['SYN-RECEIVED: not remembered', synReceived, `SYN-RECEIVED ${full}`, 'receive-not-queued'],
  ['ESTABLISHED: not remembered', established, `ESTABLISHED ${full}`, 'receive-not-queued'],
  ['FIN-WAIT-1: not remembered', finWait1, `FIN-WAIT-1 ${full}`, 'receive-not-queued'],
  ['FIN-WAIT-2: not remembered', finWait2, `FIN-WAIT-2 ${full}`, 'receive-not-queued'],
  ['CLOSE-WAIT: closing', closeWait, `CLOSE-WAIT ${ending}`, 'receive-closing'],
  ['CLOSING: closing', closing, `CLOSING ${ending}`, 'receive-closing'],
  ['LAST-ACK: closing', lastAck, `LAST-ACK ${ending}`, 'receive-closing'],
  ['TIME-WAIT: closing', timeWait, `TIME-WAIT ${ending}`, 'receive-closing'],
]);

calls('3.10.4, CLOSE', (world) => world.close(), [
  ['CLOSED: no connection', closed, `CLOSED ${none}`, 'call-no-connection'],
  ['LISTEN: deleted, and nothing is sent', listening, 'CLOSED', 'close-before-open'],
  ['SYN-SENT: deleted, and nothing is sent', synSent, 'CLOSED', 'close-before-open'],
  ['SYN-RECEIVED: FIN', synReceived, 'FIN-WAIT-1 <SEQ=1><ACK=1><CTL=FIN,ACK>', 'close-sends-fin'],
  ['ESTABLISHED: FIN', established, 'FIN-WAIT-1 <SEQ=1><ACK=1><CTL=FIN,ACK>', 'close-sends-fin'],
  ['CLOSE-WAIT: FIN, LAST-ACK', closeWait, 'LAST-ACK <SEQ=1><ACK=2><CTL=FIN,ACK>', 'close-sends-fin close-wait-fin'],
  ['FIN-WAIT-1: closing', finWait1, `FIN-WAIT-1 ${ending}`, 'close-again'],
  ['FIN-WAIT-2: closing', finWait2, `FIN-WAIT-2 ${ending}`, 'close-again'],
  ['CLOSING: closing', closing, `CLOSING ${ending}`, 'close-again'],
  ['LAST-ACK: closing', lastAck, `LAST-ACK ${ending}`, 'close-again'],
  ['TIME-WAIT: closing', timeWait, `TIME-WAIT ${ending}`, 'close-again'],
]);

calls('3.10.5, ABORT', (world) => world.abort(), [
  ['CLOSED: no connection', closed, `CLOSED ${none}`, 'call-no-connection'],
  ['LISTEN: nothing is sent', listening, 'CLOSED signal:reset', 'abort-silent'],
  ['SYN-SENT: nothing is sent', synSent, 'CLOSED signal:reset', 'abort-silent'],
  ['SYN-RECEIVED: RST', synReceived, 'CLOSED signal:reset <SEQ=1><CTL=RST>', 'abort-resets'],
  ['ESTABLISHED: RST', established, 'CLOSED signal:reset <SEQ=1><CTL=RST>', 'abort-resets'],
  ['FIN-WAIT-1: RST beyond the FIN', finWait1, 'CLOSED signal:reset <SEQ=2><CTL=RST>', 'abort-resets'],
  ['FIN-WAIT-2: RST', finWait2, 'CLOSED signal:reset <SEQ=2><CTL=RST>', 'abort-resets'],
  ['CLOSE-WAIT: RST', closeWait, 'CLOSED signal:reset <SEQ=1><CTL=RST>', 'abort-resets'],
  ['CLOSING: nothing is sent', closing, 'CLOSED', 'abort-silent'],
  ['LAST-ACK: nothing is sent', lastAck, 'CLOSED', 'abort-silent'],
  ['TIME-WAIT: nothing is sent', timeWait, 'CLOSED', 'abort-silent'],
]);

calls('3.10.6, STATUS', (world) => world.status(), [
  ['CLOSED: no connection', closed, `CLOSED ${none}`, 'call-no-connection'],
  ['LISTEN', listening, 'LISTEN status:LISTEN/0', 'status'],
  ['SYN-SENT', synSent, 'SYN-SENT status:SYN-SENT/0', 'status'],
  ['SYN-RECEIVED', synReceived, 'SYN-RECEIVED status:SYN-RECEIVED/0', 'status'],
  ['ESTABLISHED', established, 'ESTABLISHED status:ESTABLISHED/0', 'status'],
  ['TIME-WAIT', timeWait, 'TIME-WAIT status:TIME-WAIT/0', 'status'],
]);

describe('OPEN', () => {
  test('sets SND.UNA to ISS and SND.NXT to ISS+1', () => {
    expect(synSent(plain).tcb.snd).toMatchObject({ una: 10_000, nxt: 10_001, max: 10_001, textSeq: 10_001 });
    expect(synSent(plain).tcb).toMatchObject({ iss: 10_000, opened: 'actively' });
  });
  test('forgets what an earlier connection left unread', () => {
    const world = lastAck(plain, { autoReceive: false });
    const read = established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=FIN,ACK><DATA=5>');
    const gone = read.shutdown('send').gets('<SEQ=7><ACK=2><CTL=ACK>');
    expect(world.tcb.state).toBe('LAST-ACK');
    expect(gone.did).toBe('CLOSED');
    expect(gone.receive().did).toBe('CLOSED deliver:1+5');
    expect(gone.open().receive().did).toBe(`SYN-SENT ${full}`);
  });
});

describe('SEND', () => {
  test('what was queued leaves in the first segment after the SYN,ACK', () => {
    const world = synSent(plain).send(5).send(3).gets('<SEQ=0><ACK=1><CTL=SYN,ACK>');
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=8>');
  });
  test('what was queued in SYN-RECEIVED leaves when the ACK comes', () => {
    expect(synReceived(plain).send(5).gets('<SEQ=1><ACK=1><CTL=ACK>').did).toBe(
      'ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=5>',
    );
  });
  test('no octet, no segment', () => {
    expect(established(plain).send(0).did).toBe('ESTABLISHED');
  });
  test('is refused whole where the send buffer has no room', () => {
    const world = synSent(plain, { sndBuff: 10 }).send(6);
    expect(world.send(5).did).toBe(`SYN-SENT ${full}`);
    expect(world.send(5).clauses).toContain('send-no-room');
    expect(world.send(4).did).toBe('SYN-SENT');
    expect(world.send(5).tcb.snd.text.length).toBe(6);
  });
  test('is refused after a CLOSE that waits in SYN-RECEIVED', () => {
    expect(synReceived(plain).send(5).close().send(5).did).toBe(`SYN-RECEIVED ${ending}`);
  });
});

const holding = (): World => established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=10>');

describe('RECEIVE', () => {
  test('gives out what is on hand, at most what was asked for', () => {
    expect(holding().did).toBe('ESTABLISHED <SEQ=1><ACK=11><CTL=ACK>');
    expect(holding().receive(4).did).toBe('ESTABLISHED deliver:1+4');
    expect(holding().receive(4).receive().did).toBe('ESTABLISHED deliver:5+6');
    expect(holding().receive(4).receive().receive().did).toBe(`ESTABLISHED ${full}`);
  });
  test('gives out what is on hand after the FIN, and then says: closing', () => {
    const world = holding().gets('<SEQ=11><ACK=1><CTL=FIN,ACK>');
    expect(world.receive().did).toBe('CLOSE-WAIT deliver:1+10');
    expect(world.receive().receive().did).toBe(`CLOSE-WAIT ${ending}`);
  });
  test('tells of urgent octets that are still to be read, and how many: MUST-33', () => {
    const urgent = established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=ACK,URG><UP=8><DATA=10>');
    expect(urgent.did).toBe('ESTABLISHED signal:urgent <SEQ=1><ACK=11><CTL=ACK>');
    expect(urgent.status().did).toBe('ESTABLISHED status:ESTABLISHED/8');
    expect(urgent.receive(3).did).toBe('ESTABLISHED deliver:1+3 signal:urgent');
    expect(urgent.receive(3).clauses).toContain('receive-urgent');
    expect(urgent.receive(3).status().did).toBe('ESTABLISHED status:ESTABLISHED/5');
    expect(urgent.receive(8).did).toBe('ESTABLISHED deliver:1+8');
    expect(urgent.receive(9).status().did).toBe('ESTABLISHED status:ESTABLISHED/0');
  });
});

describe('CLOSE', () => {
  test('sends the queued text before the FIN', () => {
    const world = synReceived(plain).send(5).close();
    expect(world.did).toBe('SYN-RECEIVED');
    const both = world.gets('<SEQ=1><ACK=1><CTL=ACK>');
    expect(both.did).toBe('FIN-WAIT-1 <SEQ=1><ACK=1><CTL=FIN,ACK><DATA=5>');
    expect(both.clauses).toContain('close-queued');
  });
  test('said twice while it waits in SYN-RECEIVED is an error', () => {
    expect(synReceived(plain).send(5).close().close().did).toBe(`SYN-RECEIVED ${ending}`);
  });
  test('in SYN-RECEIVED waits while the SYN,ACK has not left', () => {
    const world = synReceived(plain, { pacing: 'keeper' }).close();
    expect(world.tcb).toMatchObject({ state: 'SYN-RECEIVED', snd: { closing: true } });
  });
  test('with octets unread resets: SHLD-3', () => {
    const world = established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5>').close();
    expect(world.did).toBe('CLOSED <SEQ=1><CTL=RST>');
    expect(world.clauses).toContain('close-unread-resets');
    expect(world.tcb.rcv.unread.length).toBe(0);
    const after = established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=FIN,ACK><DATA=5>').close();
    expect(after.did).toBe('CLOSED <SEQ=1><CTL=RST>');
  });
  test('with octets unread resets after a SHUTDOWN of sending too, but not in TIME-WAIT: SHLD-3, MUST-13', () => {
    const unread = established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5>').shutdown('send');
    const states = {
      'FIN-WAIT-1': unread,
      'FIN-WAIT-2': unread.gets('<SEQ=6><ACK=2><CTL=ACK>'),
      CLOSING: unread.gets('<SEQ=6><ACK=1><CTL=FIN,ACK>'),
      'LAST-ACK': established(plain, { autoReceive: false })
        .gets('<SEQ=1><ACK=1><CTL=FIN,ACK><DATA=5>')
        .shutdown('send'),
    };
    for (const [state, world] of Object.entries(states)) {
      expect(world.tcb.state).toBe(state);
      expect(world.close().did).toBe('CLOSED <SEQ=2><CTL=RST>');
    }
    const timeWaiting = unread.gets('<SEQ=6><ACK=2><CTL=FIN,ACK>');
    expect(timeWaiting.close().did).toBe(`TIME-WAIT ${ending}`);
  });
  test('takes no second FIN: the first may only go again', () => {
    expect(lastAck(plain).tcb.snd.nxt).toBe(10_002);
    expect(finWait1(plain).expire('retransmission').did).toBe('FIN-WAIT-1 <SEQ=1><ACK=1><CTL=FIN,ACK>');
  });
  test('CLOSE in CLOSE-WAIT that waits for the window is said only once', () => {
    const world = closeWait(plain).gets('<SEQ=2><ACK=1><CTL=ACK><WND=0>').send(5).close();
    expect(world.did).toBe('CLOSE-WAIT');
    expect(world.close().did).toBe(`CLOSE-WAIT ${ending}`);
  });
});

describe('SHUTDOWN', () => {
  test('of sending is a CLOSE after which RECEIVE goes on: half-closed (3.6)', () => {
    const world = established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5>').shutdown('send');
    expect(world.did).toBe('FIN-WAIT-1 <SEQ=1><ACK=6><CTL=FIN,ACK>');
    expect(world.receive().did).toBe('FIN-WAIT-1 deliver:1+5');
    expect(world.shutdown('send').did).toBe(`FIN-WAIT-1 ${ending}`);
  });
  test('of receiving throws away what is there and what comes, but acknowledges it', () => {
    const world = established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=500>');
    const shut = world.shutdown('receive');
    expect(shut.sent).toBe('<SEQ=1><ACK=501><CTL=ACK><WND=1000>');
    expect(shut.receive().did).toBe(`ESTABLISHED ${ending}`);
    const more = shut.gets('<SEQ=501><ACK=1><CTL=ACK><DATA=7>');
    expect(more.did).toBe('ESTABLISHED <SEQ=1><ACK=508><CTL=ACK>');
    expect(more.clauses).toContain('text-unread');
    expect(more.tcb.rcv.unread.length).toBe(0);
    expect(more.gets('<SEQ=508><ACK=1><CTL=FIN,ACK>').did).toBe('CLOSE-WAIT signal:closing <SEQ=1><ACK=509><CTL=ACK>');
  });
  test('of receiving is silent where there is no window to open', () => {
    expect(established(plain).shutdown('receive').did).toBe('ESTABLISHED');
    expect(closeWait(plain).shutdown('receive').did).toBe('CLOSE-WAIT');
    expect(closed(plain).shutdown('receive').did).toBe(`CLOSED ${none}`);
  });
  test('of both: text that still comes is lost, and the peer is told by a RST', () => {
    const world = established(plain).shutdown('send').shutdown('receive').gets('<SEQ=1><ACK=2><CTL=ACK><DATA=5>');
    expect(world.did).toBe('CLOSED <SEQ=2><CTL=RST>');
    expect(world.clauses).toContain('late-text-resets');
    const quiet = established(plain).shutdown('send').shutdown('receive').gets('<SEQ=1><ACK=2><CTL=FIN,ACK>');
    expect(quiet.did).toBe('TIME-WAIT signal:closing <SEQ=2><ACK=2><CTL=ACK>');
  });
  test.each(numberings)('of both: the FIN behind text that came too late is nobody’s any more, $title', (numbering) => {
    const both = established(numbering).shutdown('send').shutdown('receive');
    // With the second numbering the FIN has number 0, which is what RCV.NXT says in CLOSED.
    const world = both.gets('<SEQ=1><ACK=2><CTL=FIN,ACK><DATA=2>');
    expect(world.did).toBe('CLOSED <SEQ=2><CTL=RST>');
    expect(world.tcb).toEqual({ ...closed(numbering).tcb, opened: 'actively' });
  });
});

describe('ABORT', () => {
  test('flushes what was not read, too', () => {
    const world = established(plain, { autoReceive: false }).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5>').abort();
    expect(world.tcb.rcv.unread.length).toBe(0);
    const late = closing(plain, { autoReceive: false }).abort();
    expect(late.tcb.rcv.unread.length).toBe(0);
  });
  test('turns all timers off', () => {
    const world = established(plain, { userTimeout: 5000 }).send(5).abort();
    expect(world.effects.flatMap((effect) => (effect.type === 'stopTimer' ? [effect.timer] : []))).toEqual([
      'retransmission',
      'user',
    ]);
    expect(world.tcb.timers).toEqual(closed(plain).tcb.timers);
  });
  test('goes past a window probe: the peer may have taken its octet', () => {
    const probing = established(plain).gets('<SEQ=1><ACK=1><CTL=ACK><WND=0>').send(5).expire('persist');
    expect(probing.did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=1>');
    expect(probing.abort().did).toBe('CLOSED signal:reset <SEQ=2><CTL=RST>');
  });
});

test('after a refused connection a new OPEN works', () => {
  expect(synCrossed(plain).gets('<SEQ=1><CTL=RST>').open().did).toBe('SYN-SENT <SEQ=0><CTL=SYN>');
});
