import type { RequestName } from '../../shared/protocol/request.ts';

const secret = 'a'.repeat(43);

/** A well-formed message of each name, about the room and the match of somebody else where it can be. */
export const examplesFor = ({ code, match }: { readonly code: string; readonly match: string }) =>
  ({
    create: { opponent: 'bot', role: 'client', closer: 'client', weather: 'calm', clock: 'study', locale: 'en' },
    join: { code },
    resume: { code, secret },
    command: { id: 'an-example', match, basedOn: 1, role: 'client', move: { type: 'wait' } },
    ghost: { match },
    rematch: { match },
    recording: { match },
    leave: {},
    attempt: { level: 'est-03-third-ack' },
    run: {
      attempt: 'a'.repeat(46),
      player: secret,
      nickname: null,
      level: 'est-03-third-ack',
      version: 1,
      seed: 1,
      log: [],
      claim: { points: 0, stars: 0, thinking: 0, refused: 0, hint: 0 },
    },
    board: { level: 'est-03-third-ack', player: null },
    rename: { player: secret, nickname: null },
    forget: { player: secret },
  }) satisfies { readonly [name in RequestName]: object };
