/** The addresses at which another system asks whether somebody is who they say, below the public address. */
export const ATTESTOR_PATHS = {
  par: '/oauth2/par',
  authorize: '/oauth2/idv-authorize',
  token: '/oauth2/token',
  keys: '/oauth2/jwks',
  discovery: '/.well-known/openid-configuration',
  /** Where a browser comes from the other system, and goes back to it. */
  check: '/oauth2/check',
} as const;
