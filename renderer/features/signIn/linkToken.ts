/** The token of a link, from a mail or as an empty server printed it: after the #, which no server log sees (S-64). */
export function linkToken(): string {
  return window.location.hash.slice(1);
}
