/**
 * Who knows what after which segment: the table of source text 004 (reason 1). A segment that arrives shows that its
 * sender can send and its receiver can receive; one that answers shows the same of the way back.
 */
export const abilities = ['client-sends', 'client-receives', 'server-sends', 'server-receives'] as const;
export type Ability = (typeof abilities)[number];

/** Who has seen a proof of it. */
export const knowers = ['nobody', 'client', 'server', 'both'] as const;
export type Knower = (typeof knowers)[number];

/** Of each segment of the handshake, when it has arrived: who sent it, and whether it answers one. */
const handshake = [
  { from: 'client', answers: false },
  { from: 'server', answers: true },
  { from: 'client', answers: true },
] as const;

export type KnowledgeRow = { readonly [ability in Ability]: Knower };

/** Three rows: after the first, the second, the third segment has arrived. */
export function whoKnows(): readonly KnowledgeRow[] {
  const known: { readonly client: Set<Ability>; readonly server: Set<Ability> } = {
    client: new Set(),
    server: new Set(),
  };
  return handshake.map(({ from, answers }) => {
    const to = from === 'client' ? 'server' : 'client';
    known[to].add(`${from}-sends`).add(`${to}-receives`);
    // The answer shows that the receiver's own segment got through.
    if (answers) known[to].add(`${to}-sends`).add(`${from}-receives`);
    const knower = (ability: Ability): Knower => {
      const [client, server] = [known.client.has(ability), known.server.has(ability)];
      return client && server ? 'both' : client ? 'client' : server ? 'server' : 'nobody';
    };
    return {
      'client-sends': knower('client-sends'),
      'client-receives': knower('client-receives'),
      'server-sends': knower('server-sends'),
      'server-receives': knower('server-receives'),
    };
  });
}

export type KnowledgeMark = 'right' | 'wrong' | 'empty';

/** Cell by cell; null: not filled in yet. */
export const checkKnowledge = (
  filled: readonly { readonly [ability in Ability]?: Knower | null }[],
): readonly { readonly [ability in Ability]: KnowledgeMark }[] =>
  whoKnows().map((row, n) => {
    const mark = (ability: Ability): KnowledgeMark => {
      const said = filled[n]?.[ability] ?? null;
      return said === null ? 'empty' : said === row[ability] ? 'right' : 'wrong';
    };
    return {
      'client-sends': mark('client-sends'),
      'client-receives': mark('client-receives'),
      'server-sends': mark('server-sends'),
      'server-receives': mark('server-receives'),
    };
  });
