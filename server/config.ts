/** How a server runs. Made once by the command line (or the desktop) and handed in. */
export interface Config {
  dataDir: string | null;
  databaseUrl: string | null;
  host: string;
  port: number;
  /** PEM. */
  tls: { cert: string; key: string } | null;
  /** Addresses or networks of proxies whose forwarded headers are believed (S-62); empty is none. */
  trustProxy: string[];
  /** Requests a minute that one address may make to public operations. */
  addressLimit: number;
  /** Fixed by the environment; settings of the organisation apply where null. */
  smtpUrl: string | null;
  mailFrom: string | null;
  publicUrl: string | null;
  /** What an organisation that is made here will be. */
  kind: 'server' | 'local' | 'sample';
  /** Sets up an empty server, once (S-64); null where it has its organisation. */
  setupToken: string | null;
}

/** Whether a host or address is this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.[0-9]{1,3}){3}$/.test(host);
}

/** Whether a host means every address that this machine has: one to listen on, and none to open. */
export function isEveryAddress(host: string): boolean {
  return /^([0:]*|0(\.0){1,3})$/.test(host);
}
