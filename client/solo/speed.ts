/** `?speed=4`: boats cross four times as fast. Thinking time stays what it is, and 10 is what a run may claim. */
export function wantedSpeed(): number {
  const wanted = Number(new URLSearchParams(location.search).get('speed') ?? 1);
  return wanted >= 0.1 && wanted <= 10 ? wanted : 1;
}
