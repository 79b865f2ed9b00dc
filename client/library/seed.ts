/** A seed for a deck: chance that nothing depends on. Never 0, which stands for the numbers of the papers. */
export function newSeed(): number {
  const [drawn = 1] = crypto.getRandomValues(new Uint32Array(1));
  return drawn === 0 ? 1 : drawn;
}
