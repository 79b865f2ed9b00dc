/** Every way in which the server says no to a request. The sentence is for logs; screens translate the code. */
export const refusals = {
  'protocol/unknown-event': 'There is no such message.',
  'protocol/malformed': 'The message does not have the documented shape.',
  'protocol/no-callback': 'The message needs an acknowledgement callback to be answered.',
  'protocol/not-seated': 'This connection has no seat; create, join or resume first.',
  'room/unknown': 'There is no room with this code.',
  'room/full': 'Both seats of this room are taken.',
  'room/seat-taken': 'The seat that you asked for is taken.',
  'room/guessing': 'Too many codes of no room came from here; try again in a minute.',
  'room/closed': 'This room has ended.',
  'room/damaged': 'The record of this room is damaged; the room is closed.',
  'room/old-rules': 'The match of this room was begun under other rules of the game.',
  'seat/unknown': 'This seat does not exist any more, or its secret was used elsewhere.',
  'move/not-started': 'The match waits for the other player.',
  'move/finished': 'The match has ended.',
  'move/not-yours': 'This seat does not hold that end of the connection.',
  'move/other-command': 'This command id was used for another move.',
  'ghost/none': 'There is no refused move of this seat whose consequence could be shown.',
  'rematch/not-finished': 'A rematch can be asked for when the match has ended.',
  'recording/not-finished': 'A match can be looked at again when it has ended.',
  'recording/unknown': 'There is no such match in this room.',
  'level/unknown': 'There is no such level.',
  'attempt/unknown': 'This attempt was not handed out for this level, or longer than a day ago.',
  'attempt/used': 'This attempt has brought in its run already.',
  'run/version': 'The level, or the rules of the game, have changed since.',
  'run/seed': 'The seed is not the one that was given out for this attempt.',
  'run/too-long': 'The log is longer than a message may be.',
  'run/copied': 'This log was sent before.',
  'run/impossible': 'The match could not have gone like this.',
  'run/too-fast': 'The run is faster than a hand can move or a segment can sail.',
  'run/too-soon': 'The run claims to have lasted longer than the time since its seed was given out.',
  'run/not-won': 'The level is not won at the end of the log.',
  'run/edited': 'The claim does not fit the log.',
  'nickname/not-allowed': 'This nickname is not allowed.',
  'server/closing': 'The server is closing; reconnect in a moment.',
  'server/busy': 'Too many requests at once; try again in a moment.',
  'server/cannot-save': 'The server cannot save at the moment; ask again in a moment.',
  'server/failed': 'The server could not do this; nothing was changed.',
} as const;

export type RefusalCode = keyof typeof refusals;

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly message: string;
}

export const refuse = (code: RefusalCode): Refusal => ({ ok: false, code, message: refusals[code] });
