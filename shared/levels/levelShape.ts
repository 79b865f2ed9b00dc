/** What a level must look like: `level.ts` as checks. What it must mean is in `meaning.ts`. */
import { roles } from '../game/role.ts';
import { flagNames } from '../tcp/segment.ts';
import { states } from '../tcp/state.ts';
import { segmentKinds } from '../net/fate.ts';
import { calls, errors, goalVariables, seeds, worlds } from './level.ts';
import { dictionary, flag, list, numberOr, object, oneOf, type Shape, text, union, whole } from './shape.ts';

const most32 = 0xffff_ffff;
const at = whole(0, 600_000);
const octets = whole(1, 65_535);
const role = oneOf(roles);
const state = oneOf(states);
const variable = /^[a-z][a-z0-9]{0,7}$/;
const id = text(/^[a-z0-9][a-z0-9-]{0,59}$/);
const value = numberOr(whole(0, most32), object({ var: text(variable) }, { plus: whole(-most32, most32) }));

const segment = { flags: list(oneOf(flagNames), 1, 8), seq: value } as const;
const maybe = { ack: value, octets, wnd: whole(0, 65_535), mss: octets, fastOpen: whole(0, most32) } as const;

const parStep = union({
  send: (type) => object({ ...type, at, host: role, ...segment }, maybe),
  wait: (type) => object({ ...type, at, host: role }),
});

const fate = union({
  lost: (type) => object(type),
  delayed: (type) => object({ ...type, takes: whole(1, 120_000) }),
  copied: (type) => object({ ...type, takes: whole(1, 120_000) }),
});

const goal = union({
  state: (type) => object({ ...type, host: role, is: state }),
  variable: (type) => object({ ...type, host: role, name: oneOf(goalVariables), is: value }),
  received: (type) => object({ ...type, host: role, octets: whole(0, 1_000_000) }),
  sent: (type) => object({ ...type, segments: whole(0, 1000) }),
  errors: (type) => object({ ...type, host: role, are: list(oneOf(errors), 0, 8) }),
});

const connection = object(
  { iss: value, sndNxt: value },
  {
    irs: value,
    rcvNxt: value,
    sndWnd: whole(0, 65_535),
    rcvWnd: whole(0, 65_535),
    closed: flag,
    synSentAt: whole(-60_000, -1),
    timeWaitSince: whole(-60_000, 0),
  },
);

const config = object(
  {},
  {
    mss: octets,
    rcvBuff: octets,
    autoReceive: flag,
    msl: whole(1, 120_000),
    initialRto: whole(1, 60_000),
    rfc1337: flag,
    relaxedOpen: flag,
    fastOpen: whole(0, most32),
    synCookies: flag,
  },
);

const host = object({ state, isns: list(value, 0, 8) }, { tcb: connection, config });

const scene = {
  players: list(role, 1, 2),
  hosts: object({ client: host, server: host }),
  calls: list(object({ at, host: role, call: oneOf(calls) }, { octets }), 0, 40),
  faults: list(object({ from: role, kind: oneOf(segmentKinds), nth: whole(1, 40), fate }), 0, 40),
  arrivals: list(object({ at, host: role, ...segment }, maybe), 0, 40),
  checks: list(object({ at, host: role, state }), 0, 40),
  win: list(goal, 1, 20),
} as const;

const par = list(parStep, 1, 80);
const seconds = whole(1, 7200);

export const levelShape: Shape = object({
  id,
  version: whole(1, 1_000_000),
  world: oneOf(worlds),
  mode: oneOf(['play', 'lab']),
  requires: list(id, 0, 8),
  again: oneOf(['redraw', 'same']),
  vars: dictionary(variable, value, 16),
  delay: whole(1, 10_000),
  ...scene,
  par,
  variants: list(object({ name: id, changes: object({}, scene), par }), 0, 8),
  stars: object({ three: seconds, two: seconds, one: seconds }),
  rfc: list(text(/^\d{3,4} [\dA][\d.-]{0,12}$/), 1, 12),
  seeds: list(oneOf(seeds), 1, seeds.length),
});
