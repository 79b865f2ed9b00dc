/** The two ends of the connection. `client` opens actively, `server` listens. */
export const roles = ['client', 'server'] as const;
export type Role = (typeof roles)[number];

export const otherRole = (role: Role): Role => (role === 'client' ? 'server' : 'client');

/** Who keeps an end: a human player, or the perfect bot (the engine itself). */
export const keepers = ['human', 'bot'] as const;
export type Keeper = (typeof keepers)[number];
