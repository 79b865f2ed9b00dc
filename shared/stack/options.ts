/** What a stack is made of: the switches that its maker may set, and what they come to. */
import type { Octets } from '../octets.ts';
import { parseAddress } from '../packet/address.ts';
import { type Config, defaults } from '../tcp/config.ts';
import type { Millis } from '../time.ts';
import type { ChooseIsn } from './isn.ts';
import { faultOf } from './optionRules.ts';

export interface StackOptions {
  /** Our only IPv4 address: 'a.b.c.d'. */
  readonly address: string;
  /** 16 secret octets: initial sequence numbers, SYN cookies and ephemeral ports cannot be foretold without them. */
  readonly key: Octets;
  /** Chooses initial sequence numbers instead of RFC 6528: for scenes, and for tests near 2^32. */
  readonly isn?: ChooseIsn;
  /** Octets that wait for `recv` at most; the window that the SYN offers. 65,535. */
  readonly receiveBuffer?: number;
  /** Octets of one connection that `send` takes before the peer acknowledges some. 262,144. */
  readonly sendBuffer?: number;
  /** RFC 5961 (challenge ACKs); off: RFC 793. On. */
  readonly rfc5961?: boolean;
  /** RFC 1337 (a RST does not end TIME-WAIT). On. */
  readonly rfc1337?: boolean;
  /** Answers SYNs by cookies while the backlog is full; off: drops them. On. */
  readonly cookies?: boolean;
  /** Maximum Segment Lifetime. 120,000. */
  readonly msl?: Millis;
  /** The first retransmission time-out. 1000. */
  readonly initialRto?: Millis;
  /** What our SYNs offer as MSS; null: no option. 1460. */
  readonly mss?: number | null;
  /** The instant at which the stack's time begins. 0. */
  readonly now?: Millis;
  /** Every other switch of the engine: delayed ACKs, Nagle, R2, user timeout... */
  readonly tcp?: Partial<Omit<Config, 'pacing' | 'autoReceive'>>;
}

export interface Settings {
  readonly address: number;
  readonly key: Octets;
  readonly isn: ChooseIsn | null;
  readonly sendBuffer: number;
  readonly cookies: boolean;
  readonly config: Config;
}

/** What is thrown: an Error whose `code` is 'EINVAL', and whose message says what would make sense. */
const invalid = (sentence: string): Error => Object.assign(new Error(`EINVAL: ${sentence}`), { code: 'EINVAL' });

/** Throws where an option makes no sense: a bug of the caller. */
export function settle(options: StackOptions): Settings {
  const address = parseAddress(options.address);
  if (address === null || !isUnicast(address)) throw invalid(`address ${options.address} is not that of one host`);
  if (options.key.length !== 16) throw invalid(`a key has 16 octets, not ${options.key.length}`);
  const config: Config = {
    ...defaults,
    // 3.8.3 asks for at least 100 s; a host that gives up its data only after 15 minutes outlives most storms.
    r2: { data: 900_000, syn: 180_000 },
    ...options.tcp,
    pacing: 'engine',
    autoReceive: false,
    rcvBuff: options.receiveBuffer ?? options.tcp?.rcvBuff ?? defaults.rcvBuff,
    rfc5961: options.rfc5961 ?? options.tcp?.rfc5961 ?? defaults.rfc5961,
    rfc1337: options.rfc1337 ?? options.tcp?.rfc1337 ?? defaults.rfc1337,
    msl: options.msl ?? options.tcp?.msl ?? defaults.msl,
    initialRto: options.initialRto ?? options.tcp?.initialRto ?? defaults.initialRto,
    mss: options.mss === undefined ? (options.tcp?.mss ?? defaults.mss) : options.mss,
  };
  const sendBuffer = options.sendBuffer ?? 262_144;
  const fault = faultOf(config, sendBuffer, options.now ?? 0);
  if (fault !== null) throw invalid(fault);
  const { key, isn = null, cookies = true } = options;
  return { address, key: key.slice(), isn, sendBuffer, cookies, config };
}

/** Whether one host can have this address: not 0.x.x.x, multicast, reserved or broadcast (MUST-46, MUST-57). */
export const isUnicast = (address: number): boolean => address >= 0x0100_0000 && address < 0xe000_0000;

const isLoopback = (address: number): boolean => address >>> 24 === 127;

/**
 * Whether `address` may be at the other end of a connection of `own` (MUST-46, MUST-63; RFC 1122 3.2.1.3): 127.x never
 * leaves a host, and what comes with our own address does not come from us. On a host at 127.x both are right.
 */
export const isPeer = (address: number, own: number): boolean =>
  isUnicast(address) && (isLoopback(own) || (!isLoopback(address) && address !== own));
