/** The one-time token of an empty server, from the link that it printed: after the #, which no server log sees (S-64). */
export function setUpToken(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
}
