/** Parts of a story to test with: headers, events, views, built on each other. */
import type { Header, Told } from '../../shared/game/event.ts';
import type { Role } from '../../shared/game/role.ts';
import type { EndView, FlightView, TcbView, View } from '../../shared/game/view.ts';
import type { RoomView, Snapshot } from '../../shared/protocol/answer.ts';

export const ISS = 4_294_967_290;
export const IRS = 5000;

export const header = (parts: Partial<Header> = {}): Header => ({
  flags: ['SYN'],
  seq: ISS,
  ack: null,
  wnd: 4096,
  options: '',
  len: 0,
  text: '',
  ...parts,
});

export const sent = (n: number, id: number, at: number, parts: Partial<Header> = {}): Told => ({
  n,
  at,
  type: 'sent',
  host: parts.ack === undefined ? 'client' : 'server',
  flight: id,
  header: header(parts),
  retransmission: false,
  delay: 100,
  ghost: false,
});

export const arrived = (n: number, flight: number, at: number, host: Role = 'server'): Told => ({
  n,
  at,
  type: 'arrived',
  host,
  flight,
  header: header(),
});

export const lost = (n: number, flight: number, at: number): Told => ({ n, at, type: 'lost', host: 'client', flight });

export const flight = (id: number, parts: Partial<FlightView> = {}): FlightView => ({
  id,
  from: 'client',
  header: header(),
  sentAt: 0,
  delay: 100,
  copyOf: null,
  ...parts,
});

export const tcb = (parts: Partial<TcbView> = {}): TcbView => ({
  state: 'SYN-SENT',
  iss: ISS,
  sndUna: ISS,
  sndNxt: ISS,
  sndWnd: null,
  irs: null,
  rcvNxt: null,
  rcvWnd: 4096,
  ...parts,
});

export const end = (role: Role, parts: Partial<TcbView> = {}): EndView => ({
  role,
  tcb: tcb(parts),
  timers: [],
  decision: [],
  calls: [],
  payloads: [],
  received: '',
  refused: 0,
});

export const view = (parts: Partial<View> = {}): View => ({
  role: 'client',
  phase: 'playing',
  now: 0,
  clock: 'study',
  judging: 'strict',
  weather: 'calm',
  pace: 'sailing',
  ends: { client: { keeper: 'human', deciding: false }, server: { keeper: 'bot', deciding: false } },
  flights: [],
  own: end('client'),
  peer: null,
  ...parts,
});

const seat = { keeper: 'human', present: true, standIn: false } as const;
export const room: RoomView = { code: 'ABC234', ends: { client: seat, server: seat }, rematch: [], standIn: 60 };

export const snapshot = (parts: Partial<Snapshot> = {}): Snapshot => ({
  match: 'match-01',
  version: 3,
  rate: 0.05,
  view: view(),
  history: [],
  room,
  ...parts,
});
