/** Seeds for decks: chance that nothing depends on. Never 0, which stands for the numbers of the papers. */
export function newSeed(): number {
  const [drawn = 1] = crypto.getRandomValues(new Uint32Array(1));
  return drawn === 0 ? 1 : drawn;
}

/** Papers have numbers that can be read out to a class. */
const papers = 9999;
export const newPaper = (): number => 1 + (newSeed() % papers);

/** `?paper=408`: the paper that a link asks for; null: none, or nonsense. */
export function askedPaper(search: string): number | null {
  const asked = new URLSearchParams(search).get('paper') ?? '';
  return /^\d{1,4}$/.test(asked) ? Number(asked) : null;
}
