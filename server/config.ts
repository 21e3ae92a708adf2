/** How a server runs. Made once by the command line (or the desktop) and handed in. */
export interface Config {
  dataDir: string | null;
  databaseUrl: string | null;
  /** A standby of that, for lists, searches, reports and exports; null: all is read from the one that takes writes. */
  databaseReplica: string | null;
  /** The same database without a pool between that shares connections, to hear of events; null: by `databaseUrl`. */
  listenUrl: string | null;
  host: string;
  port: number;
  /** PEM. */
  tls: { cert: string; key: string } | null;
  /** Addresses or networks of proxies whose forwarded headers are believed (S-62); empty is none. */
  trustProxy: string[];
  /** Requests a minute that one address may make to public operations. */
  addressLimit: number;
  /** Open connections that are served; who comes beyond is told to come back. */
  mostConnections: number;
  /** Live streams at once, of everybody. */
  mostStreams: number;
  /** Milliseconds that a connection may take for something. */
  timeouts: {
    /** For a TLS handshake, and for the headers of a request. */
    headers: number;
    /** For an ordinary body, and for a large file of who may send one. */
    body: number;
    upload: number;
    /** Between two requests. */
    keepAlive: number;
    /** Without a byte in either direction, e.g. where an answer isn't read. */
    idle: number;
    /** How often headers and bodies are looked at. */
    check: number;
  };
  /** Fixed by the environment; settings of the organisation apply where null. */
  smtpUrl: string | null;
  mailFrom: string | null;
  /** What mails are signed with (RFC 6376), for the domain of their sender; the key as PEM. */
  dkim: { selector: string; key: string } | null;
  publicUrl: string | null;
  /** Where checkpoints of the audit log go besides the data folder: a file, syslog://… or https://… */
  checkpointTo: string | null;
  /** Where every event and checkpoint of the audit log is pushed to; null pushes none. */
  siem: SiemConfig | null;
  /** Where metrics are given besides, and to whom; without either to this machine, on the server's own port. */
  metricsPort: number | null;
  metricsToken: string | null;
  /** A backup a day, from that minute of the organisation's day on; the newest `keep` stay. */
  backups: { folder: string; minuteOfDay: number; keep: number } | null;
  /** What an organisation that is made here will be. */
  kind: 'server' | 'local' | 'sample';
  /** Sets up an empty server, once (S-64); null where it has its organisation. */
  setupToken: string | null;
  /** How long a server that is told to stop goes on while it says that it isn't ready, so that load balancers notice. */
  drainSeconds: number;
}

export interface SiemConfig {
  /** `syslog+tls://host:port` */
  syslog: string | null;
  /** Takes batches, which are signed with the secret. */
  https: { url: string; secret: string } | null;
  /** PEM: the one authority that is believed; null is the system's. */
  ca: string | null;
  /** PEM: whom this server shows itself as, where a destination asks. */
  identity: { cert: string; key: string } | null;
}

export const DEFAULT_TIMEOUTS: Config['timeouts'] = {
  headers: 10_000,
  body: 15_000,
  upload: 300_000,
  // Longer than the 60 s after which load balancers close theirs, or they would send into a closed one.
  keepAlive: 65_000,
  idle: 300_000,
  check: 5_000,
};

export const DEFAULT_MOST_STREAMS = 2_000;

/** Whether a host or address is this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.[0-9]{1,3}){3}$/.test(host);
}

/** Whether a host means every address that this machine has: one to listen on, and none to open. */
export function isEveryAddress(host: string): boolean {
  return /^([0:]*|0(\.0){1,3})$/.test(host);
}
