/** Nobody gets in by an account in one of these. */
const CLOSED = ['SUSPENDED', 'DEPROVISIONED', 'STAGED'];

/** Whether its owner gets in by an account in that state. */
export const isOpenIn = (status: string): boolean => !CLOSED.includes(status);

/** Okta's own: its API takes a login name for an id, too. */
export const OKTA_ID = /^00u[A-Za-z0-9]{17}$/;
