/** What goes wrong between the page and its server. */
export const words = {
  unreachable: 'The server can’t be reached. Check the network and try again.',
  unavailable: 'The server can’t answer just now ({status}). Try again in a moment.',

  // Signing in at a provider
  signInEnded: 'This sign-in is over. Begin it again.',
  beganElsewhere: 'This sign-in began in another browser, or is over. Begin it again here.',
  signInLeft: 'You left the sign-in. Begin it again.',
  windowBlocked: 'The browser blocked the window. Allow this page to open windows, then try again.',
} as const;
