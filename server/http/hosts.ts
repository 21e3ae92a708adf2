import { isIP } from 'node:net';

/** The name in a Host header, without the port; null where there is none. */
export function hostName(header: string | undefined): string | null {
  const [, bracketed, plain] =
    /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::[0-9]{1,5})?$/i.exec(header ?? '') ?? [];
  return (bracketed ?? plain)?.toLowerCase() ?? null;
}

/**
 * Whether this server answers by that Host. DNS rebinding needs a name, so that any address may be used, but names only
 * where they are this server's own (S-64).
 */
export function isOwnHost(header: string | undefined, ownNames: readonly string[]): boolean {
  const name = hostName(header);
  return name !== null && (isIP(name) !== 0 || name === 'localhost' || ownNames.includes(name));
}
