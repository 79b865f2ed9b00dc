/** What an application says, as far as it fits: levels send hundreds of octets, and their number stands beside them. */
export function shortText(text: string, most = 24): string {
  const letters = Array.from(text);
  return letters.length <= most + 4 ? text : `${letters.slice(0, most).join('')}…`;
}
