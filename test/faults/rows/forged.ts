/**
 * Seats that are not one's own: forged secrets, moves for the other end, frames of others sent again, and every
 * message from whoever may not send it. None of it has an effect.
 */
import { type Dice, diceFrom, rngFrom } from '../../../shared/rng.ts';
import { forbids } from '../../../server/guard/rights.ts';
import { type RequestName, requests } from '../../../shared/protocol/request.ts';
import { examplesFor } from '../../server/examples.ts';
import { type Answer, type Line, joinedLine } from '../lib/line.ts';
import { botRoom } from '../lib/player.ts';
import { each, upTo } from '../lib/numbers.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { startProgram } from '../lib/server.ts';
import { oneOf } from '../lib/traffic.ts';
import { type Witnesses, callWitnesses } from '../lib/witnesses.ts';

const sizes: { readonly [size in Size]: number } = { quick: 2000, ci: 100_000, nightly: 1_000_000 };
/** Tries on one connection, before it is cut. */
const atOnce = 60;
/** Attackers at the same time. */
const attackers = 20;

/** One try: what to ask, and whether the answer is the no that it should get. */
interface Try {
  readonly name: string;
  readonly content: unknown;
  readonly isNo: (answer: Answer) => boolean;
}

const code =
  (...codes: readonly string[]) =>
  (answer: Answer): boolean =>
    !answer.ok && codes.includes(answer.code);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');
const drawn = (dice: Dice, length: number): string => Array.from({ length }, () => oneOf(dice, letters)).join('');

/** A secret of chance, or the right one with one letter changed, shortened, or of another room. */
function forgedSecret(dice: Dice, right: string, other: string): string {
  const at = dice.below(right.length);
  const letter = oneOf(
    dice,
    letters.filter((one) => one !== right[at]),
  );
  const changed = right.slice(0, at) + letter + right.slice(at + 1);
  return oneOf(dice, [drawn(dice, 43), changed, changed, right.slice(1), `${right}A`, other]);
}

function forgedSeat(dice: Dice, { players }: Witnesses): Try {
  const [victim, other] = [players[0]?.seat(), players[2]?.seat()];
  const secret = forgedSecret(dice, victim?.secret ?? '', other?.secret ?? '');
  // A letter at the end of base64url has bits that stand for nothing: only the text is the secret, not what it encodes.
  return { name: 'resume', content: { code: victim?.code, secret }, isNo: code('seat/unknown', 'protocol/malformed') };
}

function otherSeatsMove(dice: Dice, { players, matches }: Witnesses): Try {
  const match = oneOf(dice, matches);
  const move = dice.chance(0.5)
    ? { type: 'wait' }
    : { type: 'send', flags: ['SYN'], seq: dice.below(2 ** 32), ack: null, payload: null };
  const role = oneOf(dice, ['client', 'server']);
  const basedOn = players[0]?.standing()?.version ?? 0;
  const content = { id: drawn(dice, 12), match, basedOn, role, move };
  return { name: 'command', content, isNo: code('protocol/not-seated', 'move/not-yours', 'move/finished') };
}

/** Commands that were really made, said again by somebody else. */
function replayed(dice: Dice, { players }: Witnesses): Try {
  const player = oneOf(dice, players);
  const { id, move } = oneOf(dice, player.acknowledged);
  const { match, version, view } = player.standing() ?? { match: '', version: 0, view: { role: null } };
  const content = { id, match, basedOn: version, role: view.role ?? 'client', move };
  return { name: 'command', content, isNo: code('protocol/not-seated', 'move/not-yours', 'move/finished') };
}

/** Right messages from somebody without a seat: those that need one get the no of the table. */
function withoutSeat(dice: Dice, { codes, matches }: Witnesses): Try {
  const names = Object.keys(requests) as RequestName[];
  const name = oneOf(
    dice,
    names.filter((one) => forbids(one, { seat: null }) !== null),
  );
  const content = examplesFor({ code: oneOf(dice, codes), match: oneOf(dice, matches) })[name];
  return { name, content, isNo: code(forbids(name, { seat: null }) ?? '') };
}

interface Attack {
  readonly title: string;
  readonly seated: boolean;
  readonly draw: (dice: Dice, witnesses: Witnesses) => Try;
}

const attacks: readonly Attack[] = [
  { title: 'forged seats', seated: false, draw: forgedSeat },
  { title: "moves of other seats, with a seat of one's own", seated: true, draw: otherSeatsMove },
  { title: 'frames of others sent again', seated: true, draw: replayed },
  { title: 'messages that need a seat, without one', seated: false, draw: withoutSeat },
];

interface Total {
  /** Tries that were answered, and not by `server/busy`: they were looked at. */
  looked: number;
  wrong: number;
}

/** Tries on one connection, as many at a time as the server looks at. */
async function connection(line: Line, tries: readonly Try[], total: Total): Promise<void> {
  await each(tries, 12, async ({ name, content, isNo }) => {
    const answer = await line.ask(name, content);
    if (answer === null || answer.code === 'server/busy') return;
    total.looked += 1;
    if (!isNo(answer)) total.wrong += 1;
  });
}

async function tryOut(port: number, { seated, draw }: Attack, wanted: number, witnesses: Witnesses): Promise<Total> {
  const total: Total = { looked: 0, wrong: 0 };
  let n = 0;
  const attacker = async (): Promise<void> => {
    if (total.looked >= wanted) return;
    n += 1;
    const dice = diceFrom(rngFrom(n));
    const line = await joinedLine({ port, from: `127.0.1.${1 + (n % 250)}` });
    if (seated) await line.ask('create', botRoom);
    await connection(
      line,
      upTo(atOnce).map(() => draw(dice, witnesses)),
      total,
    );
    line.close();
    await attacker();
  };
  await Promise.all(upTo(attackers).map(attacker));
  return total;
}

/** The own frames, sent again on the own line: answered as before, and nothing happens twice. */
async function ownReplays(witnesses: Witnesses, wanted: number): Promise<number> {
  let wrong = 0;
  const [player] = witnesses.players;
  const standing = player?.standing();
  if (player === undefined || standing === null || standing === undefined) return wanted;
  const [first] = player.acknowledged;
  for (const n of upTo(wanted)) {
    const { match, version, view } = standing;
    const command = {
      id: first?.id ?? '',
      match,
      basedOn: version + n,
      role: view.role ?? 'client',
      move: { type: 'wait' },
    } as const;
    const answer = await player.ask('command', command);
    if (!answer.ok || answer.version !== first?.version) wrong += 1;
  }
  return wrong;
}

async function run(size: Size, report: Report): Promise<void> {
  const program = await startProgram();
  const witnesses = await callWitnesses(program.port, 5);
  for (const _ of upTo(3)) await witnesses.play();
  const before = await witnesses.testimony();
  for (const attack of attacks) {
    const { looked, wrong } = await tryOut(program.port, attack, sizes[size], witnesses);
    report.check(`${attack.title}: each answer is no`, wrong === 0, `${wrong} of ${looked} are not`);
  }
  report.check('own frames sent again have the old answer', (await ownReplays(witnesses, 100)) === 0);
  report.check('nothing of others has changed', (await witnesses.testimony()) === before);
  report.check('nobody lost a seat', witnesses.thrownOff() === 0);
  report.check('the others play on', await witnesses.play());
  report.check('the program lives', program.lives());
}

export const scenario: Scenario = { title: 'Forged seats, moves of others, replays, rights', missing: null, run };
