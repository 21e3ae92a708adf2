import type { FactorKind, SystemKindName } from '../../../contract/systems.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { SystemLink } from './linkStore.ts';
import type { StoredSystem } from './store.ts';
import type { SystemFetch } from './fetch.ts';

/** A factor that somebody holds in a system; times in UTC ms, null where the system doesn't tell. */
export interface SystemFactor {
  /** How the system names it. */
  id: string;
  kind: FactorKind;
  name: string | null;
  createdAt: number | null;
  lastUsedAt: number | null;
  /** It is kept there, and lets nobody in. */
  stopped: boolean;
  /** It lets in by itself, and a sign-in with a password doesn't ask for it. */
  alone?: boolean;
}

/** Somebody's account in a system. */
export interface SystemAccount {
  externalId: string;
  username: string;
  email: string | null;
  emailVerified: boolean;
  enabled: boolean;
}

/** Somebody as a system tells them; null is what it doesn't tell. Nothing of it is judged. */
export interface SystemPerson {
  externalId: string;
  username: string;
  name: string | null;
  email: string | null;
  /** Whether they proved that it is theirs, or nobody but administrators there writes it; null where that can't be told. */
  emailVerified: boolean | null;
  department: string | null;
  phone: string | null;
  mobile: string | null;
  /** Their manager: by the id of an account there, or as somebody wrote it down. */
  manager: { externalId: string } | { called: string } | null;
  enabled: boolean;
}

/** A page of people. `next`: what the next one is asked by; null at the end. */
export interface PeopleRead {
  people: SystemPerson[];
  next: string | null;
}

/** What can be done in a kind of system, so that pages can say beforehand what can't. */
export interface Abilities {
  /** Each factor by itself; else all or nothing. */
  namesFactors: boolean;
  /** A factor can be stopped without being removed. */
  disablesFactors: boolean;
  /** Nobody gets in until its owner may set up again (S-112). */
  holdsAccount: boolean;
  /** Whether sessions there end, and whether that can be read back. */
  endsSessions: 'read_back' | 'asked' | 'none';
  /** Who changed a factor there is in its log, or only when, by comparing what was listed. */
  log: 'own' | 'snapshots';
}

/** A way into one system, for one piece of work: `fetch` asks that system alone and ends with `signal`. */
export interface Access {
  /** What it is called here, for sentences. */
  name: string;
  url: string;
  realm: string | null;
  clientId: string | null;
  secret: string | null;
  /** When the secret ends (UTC ms), as far as somebody said. */
  secretExpiresOn: number | null;
  fetch: SystemFetch;
  now: number;
  signal: AbortSignal;
}

/** What a test of a system found. `wrong`: it can't be used so. `warning`: it can, and somebody should know. */
export interface Finding {
  code: string;
  weight: 'wrong' | 'warning' | 'good';
  sentence: Sentence<'answers/systems'>;
}

/** What the log of a system says of one factor; times in UTC ms, by the system's clock. */
export interface LogEntry {
  /** The same at each read, and no other entry's. */
  key: string;
  at: number;
  act: 'removed' | 'added';
  /** Whose factor; null where the log doesn't say. */
  account: { id: string; name: string | null } | null;
  /** Null where the log doesn't say which. */
  factorId: string | null;
  /** How the system names who did it. */
  by: { id: string; name: string | null };
  /** Whether it was done with the secret that is kept here; null where that can't be told. */
  isOurs: boolean | null;
  address: string | null;
}

/** What was read of a log, oldest first. `readTo`: there is more, from then on. */
export interface LogRead {
  entries: LogEntry[];
  readTo: number | null;
}

/** A kind of system: one small module each. Everything throws `SystemFailure`, and nothing else that a system causes. */
export interface SystemKind {
  kind: SystemKindName;
  abilities: Abilities;
  /** Where a system at that address gives tokens, if elsewhere; null of an address that isn't this kind's. */
  tokenUrl?(url: string): string | null;
  /** What is missing, right by right; what is too much; whether it keeps a log. */
  test(access: Access): Promise<Finding[]>;
  /** Accounts whose username or address is exactly that. */
  findAccounts(access: Access, who: { username: string; email: string | null }): Promise<SystemAccount[]>;
  /** The factors of an account; nothing of an account that has none. Passwords are none. */
  factorsOf(access: Access, externalId: string): Promise<SystemFactor[]>;
  /** What is gone already is removed. */
  removeFactor(access: Access, externalId: string, factorId: string): Promise<void>;
  endSessions?(access: Access, externalId: string): Promise<void>;
  /** How many sessions the account has. */
  sessionsOf?(access: Access, externalId: string): Promise<number>;
  /** Whether its owner gets in by this account as it is. */
  isEnabled?(access: Access, externalId: string): Promise<boolean>;
  /** Nobody gets in by this account from then on; read back. */
  hold?(access: Access, externalId: string): Promise<void>;
  /** Its owner gets in again, and straight into setup; read back. */
  openForSetup?(access: Access, externalId: string): Promise<void>;
  /** What administrators removed and added since then (UTC ms); where `abilities.log` is `own`. */
  readLog?(access: Access, since: number): Promise<LogRead>;
  /** Who exists there, in an order that stays; the first page by null. Only a kind that says so where it can't list everybody. */
  readPeople?(access: Access, page: string | null): Promise<PeopleRead>;
  /** What somebody whom the log names by an id is called; null where nobody tells. */
  whoIs?(access: Access, id: string): Promise<string | null>;
}

/** What features reach systems by; handed in, so that a test can put others in their place. */
export interface Systems {
  kindOf(name: SystemKindName): SystemKind;
  /** `signal` ends what is under way; each call there has its own limit of time besides. */
  accessTo(system: StoredSystem, at: { now: number; signal?: AbortSignal }): Access;
  /** The id there of a linked account. Throws `SystemFailure` where its row isn't as a server wrote it. */
  accountBy(link: SystemLink, system: Pick<StoredSystem, 'name'>): string;
}
