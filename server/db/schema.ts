import type { Generated } from 'kysely';
import type { CheckKind } from '../../contract/checks.ts';
import type { JobKindName, JobState } from '../../contract/jobs.ts';
import type {
  FactorKind,
  LinkRule,
  NotLinked,
  ReadingEvery,
  SystemKindName,
} from '../../contract/systems.ts';
import type { ViewList } from '../../contract/viewLists.ts';
import type { Language } from '../../contract/words/languages.ts';

/**
 * The tables, the same in SQLite and PostgreSQL: ids are UUIDv7 text, times UTC milliseconds, flags 0 or 1, JSON text.
 * Columns named `sealed_*` hold ciphertext (server/crypto/seal.ts), columns named `*_hash` a digest; nothing else in
 * here may hold a secret.
 */
export interface Schema {
  organisation: OrganisationTable;
  settings: SettingsTable;
  users: UsersTable;
  user_counts: UserCountsTable;
  user_search: UserSearchTable;
  user_search_rows: UserSearchRowsTable;
  imports: ImportsTable;
  departments: DepartmentsTable;
  saved_views: SavedViewsTable;
  user_roles: UserRolesTable;
  contact_changes: ContactChangesTable;
  authenticators: AuthenticatorsTable;
  sessions: SessionsTable;
  challenges: ChallengesTable;
  password_links: PasswordLinksTable;
  password_throttles: PasswordThrottlesTable;
  address_counts: AddressCountsTable;
  activation_codes: ActivationCodesTable;
  reset_requests: ResetRequestsTable;
  reset_checks: ResetChecksTable;
  reset_approvals: ResetApprovalsTable;
  manager_confirmations: ManagerConfirmationsTable;
  seen_networks: SeenNetworksTable;
  policy_versions: PolicyVersionsTable;
  exemption_reminders: ExemptionRemindersTable;
  audit_head: AuditHeadTable;
  audit_events: AuditEventsTable;
  audit_checkpoints: AuditCheckpointsTable;
  siem_destinations: SiemDestinationsTable;
  outbox: OutboxTable;
  mail_routes: MailRoutesTable;
  leases: LeasesTable;
  setup_links: SetupLinksTable;
  database_keys: DatabaseKeysTable;
  pending_changes: PendingChangesTable;
  jobs: JobsTable;
  job_slices: JobSlicesTable;
  adoption_days: AdoptionDaysTable;
  sso_providers: SsoProvidersTable;
  sso_links: SsoLinksTable;
  sso_flows: SsoFlowsTable;
  sso_refused: SsoRefusedTable;
  link_codes: LinkCodesTable;
  systems: SystemsTable;
  system_links: SystemLinksTable;
  reset_effects: ResetEffectsTable;
  held_accounts: HeldAccountsTable;
  attestors: AttestorsTable;
  attestor_flows: AttestorFlowsTable;
  attestations: AttestationsTable;
  outside_acts: OutsideActsTable;
  system_watches: SystemWatchesTable;
  system_snapshots: SystemSnapshotsTable;
  system_guards: SystemGuardsTable;
  system_notices: SystemNoticesTable;
  reported_months: ReportedMonthsTable;
  notices_seen: NoticesSeenTable;
  system_link_rules: SystemLinkRulesTable;
  system_unlinked: SystemUnlinkedTable;
  wanted_links: WantedLinksTable;
  people_readings: PeopleReadingsTable;
  system_people: SystemPeopleTable;
}

/** One row, id 1: an empty table is a server without its organisation. */
export interface OrganisationTable {
  id: number;
  name: string;
  kind: 'server' | 'local' | 'sample';
  created_at: number;
  frozen_at: number | null;
  frozen_by: string | null;
  freeze_reason: string | null;
  /** The session that froze resets without a step-up, until it made one. */
  freeze_session: string | null;
  setups_frozen_at: number | null;
  setups_frozen_by: string | null;
  setups_freeze_reason: string | null;
  setups_freeze_session: string | null;
  passwords_frozen_at: number | null;
  passwords_frozen_by: string | null;
  passwords_freeze_reason: string | null;
  passwords_freeze_session: string | null;
  /** Since when resets count towards their ceilings; null is as long as they are looked at. */
  ceilings_from: number | null;
}

/** Settings by name, JSON values; the SMTP password is sealed. */
export interface SettingsTable {
  name: string;
  value: string;
  updated_at: number;
  mac: string | null;
}

export interface UsersTable {
  id: string;
  /** Lower case; unique. */
  username: string;
  name: string;
  /** `searchKey(name)`: what lists are ordered by. */
  name_key: string;
  /** `searchText` of what they are found by. */
  search_text: string;
  email: string;
  department: string | null;
  phone: string | null;
  mobile: string | null;
  manager_id: string | null;
  status: 'active' | 'suspended';
  /** A role besides `user`; kept with user_roles in one transaction. */
  is_staff: number;
  password_hash: string | null;
  /** Of the hash and whose it is, by the server's key: without the right one there is no password (domain/people/macs.ts). */
  password_mac: string | null;
  /** That there is no MFA; null while there is (S-120). */
  off_mac: string | null;
  /** Of the address (S-120). */
  email_mac: string | null;
  password_changed_at: number | null;
  /** When a password was last set by a mailed link: for 30 days a reset is elevated. */
  password_mailed_at: number | null;
  mfa_state: 'off' | 'on' | 'reset_pending';
  mfa_since: number | null;
  /** Since when none of the authenticators is usable: all are stopped. Null while one is, and where there is none. */
  mfa_stopped_at: number | null;
  /** After a reset by staff every password sign-in leads into setup, whatever policy says. */
  setup_due: number;
  /** Until then the first enrolment of this account needs no activation code (set-up link, init, trial import). */
  activation_waived_until: number | null;
  /** Of that time (S-120); null where none is bound. */
  waiver_mac: string | null;
  /** First sign-in after the rule began plus the days of grace; null until that sign-in. */
  grace_ends_at: number | null;
  /** Which policy rule the grace belongs to: a later rule starts its own. */
  grace_policy_version: number | null;
  /** Can only sign in by SSO. */
  external: number;
  /** In a row; an unlock begins anew. */
  wrong_codes: number;
  /** Over any number of unlocks. */
  wrong_codes_since_right: number;
  /** No code is evaluated before then. */
  next_code_at: number;
  locked_at: number | null;
  wrong_code_mailed_at: number | null;
  wrong_activation_mailed_at: number | null;
  clock_drift_seconds: number | null;
  /** '' until the person chose one. */
  language: Language | '';
  sign_ins: number;
  last_sign_in_at: number | null;
  /** Of a file; null for whoever was added one by one. */
  import_id: string | null;
  /** `asked`: to be sent as soon as mail can work. Null where there is none. */
  invitation: 'draft' | 'asked' | 'waiting' | 'sent' | 'opened' | 'used' | null;
  created_at: number;
  version: number;
}

/** Files of people. Until somebody else confirmed that one is of the HR system, whoever sent it typed what it says. */
export interface ImportsTable {
  id: string;
  /** Null: the operator, on the server's machine. */
  by_id: string | null;
  at: number;
  hr_confirmed_at: number | null;
  hr_confirmed_by: string | null;
}

/** People by everything the dashboard counts; kept by triggers, no nulls: '' is no department, 0 no date. */
export interface UserCountsTable {
  department: string;
  mfa_state: UsersTable['mfa_state'];
  stopped: number;
  status: UsersTable['status'];
  is_staff: number;
  external: number;
  locked: number;
  setup_due: number;
  grace_ends_at: number;
  people: number;
}

export interface UserRolesTable {
  user_id: string;
  role: 'user' | 'auditor' | 'help_desk' | 'security_officer' | 'administrator';
  granted_at: number;
  granted_by: string | null;
  /** By the server's key: without the right one it is no role (domain/people/macs.ts). */
  mac: string | null;
}

/** Every real change of a contact: what changed in the last 30 days is no evidence, and the old address hears of it. */
export interface ContactChangesTable {
  id: string;
  user_id: string;
  field: 'email' | 'phone' | 'mobile' | 'manager';
  old_value: string | null;
  new_value: string | null;
  /** There was no value before. */
  first: number;
  at: number;
  by_id: string | null;
  /** The connected system that it was read from; null where somebody typed it. */
  system_id: string | null;
}

export interface AuthenticatorsTable {
  id: string;
  user_id: string;
  /** At most one pending a user (partial unique index), and five active. */
  status: 'pending' | 'active';
  /** What its owner calls it; null where they never said. */
  name: string | null;
  sealed_secret: string;
  /** The last accepted time step: only a later one counts (S-03). */
  last_step: number;
  wrong_tries: number;
  /** Of a pending one what its proof means, beside those that there are or in the place of one; null: it is the first. */
  purpose: 'add' | 'move' | null;
  /** Of a move the one whose code it was begun with, and which goes. */
  replaces_id: string | null;
  /** The activation code that the enrolment was begun with. */
  activation_id: string | null;
  created_at: number;
  expires_at: number | null;
  confirmed_at: number | null;
  last_used_at: number | null;
  last_used_address: string | null;
  /** Its codes count no more from then on (S-104). */
  stopped_at: number | null;
  /** Of the token that turns it on again, where its owner stopped it. */
  stop_link_hash: string | null;
}

export interface SessionsTable {
  id: string;
  user_id: string;
  token_hash: string;
  created_at: number;
  last_seen_at: number;
  /** Absolute end. */
  expires_at: number;
  idle_ms: number;
  stepped_up_until: number | null;
  via: 'password' | 'sso';
  /** The link that an SSO session was made by. */
  sso_link_id: string | null;
  /** Whether the identity provider asserted MFA; null for a password session. */
  mfa_asserted: number | null;
  address: string | null;
  user_agent: string | null;
  /** `Factor`s that it began with, parted by commas; null of one from before this was kept. */
  factors: string | null;
  /** By the server's key, as below (domain/sessions/macs.ts). */
  mac: string | null;
}

export interface ChallengesTable {
  id: string;
  user_id: string;
  token_hash: string;
  /** `link`: a code that proves a new link with a provider, and nothing else. */
  purpose: 'code' | 'setup' | 'link' | 'reset';
  created_at: number;
  expires_at: number;
  extended: number;
  used_at: number | null;
  address: string | null;
  user_agent: string | null;
  /** Of `link`: which one, and whether the provider asserted MFA. */
  sso_link_id: string | null;
  mfa_asserted: number | null;
  mac: string | null;
}

export interface PasswordLinksTable {
  id: string;
  user_id: string;
  token_hash: string;
  purpose: 'set_up' | 'forgotten';
  created_at: number;
  expires_at: number;
  used_at: number | null;
  mac: string | null;
}

/** Wrong passwords by username, known or not. */
export interface PasswordThrottlesTable {
  /** Of a username, or of a username and a network. */
  username_hash: string;
  failures: number;
  next_at: number;
  updated_at: number;
}

export interface ActivationCodesTable {
  id: string;
  user_id: string;
  code_hash: string;
  request_id: string | null;
  delivery: 'mail' | 'in_person';
  created_at: number;
  expires_at: number;
  used_at: number | null;
  void_at: number | null;
  wrong_tries: number;
  /** Of who used it when: by it, what was held for them in connected systems is opened. */
  used_mac: string | null;
  /** Of the code itself. */
  mac: string | null;
}

export interface ResetRequestsTable {
  id: string;
  /** By which staff speak of it, in the order in which they were opened; null of one that a server of before opened. */
  number: number | null;
  user_id: string;
  state:
    | 'open'
    | 'verified'
    | 'approved'
    | 'executing'
    | 'completed'
    | 'denied'
    | 'cancelled'
    | 'vetoed'
    | 'expired';
  /** 1 while open, verified or approved: at most one a user (partial unique index). */
  pending: number;
  tier: 'standard' | 'elevated' | 'privileged';
  /** JSON: TierReason[]. */
  reasons: string;
  source: 'sign_in' | 'session' | 'disable' | 'staff' | 'direct' | 'attestation';
  reason: string | null;
  user_note: string | null;
  staff_note: string;
  code_hash: string | null;
  code_wrong_tries: number;
  /** A second browser or network submitted too: a tier reason. */
  second_browser_at: number | null;
  opened_at: number;
  opened_by: string | null;
  expires_at: number;
  claimed_by: string | null;
  claimed_at: number | null;
  claim_ends_at: number | null;
  /** When somebody last asked those who may decide for a decision. */
  decision_asked_at: number | null;
  decision_asked_by: string | null;
  /** Whom a colleague gave the claim to, until somebody else takes it. */
  handed_to: string | null;
  handed_by: string | null;
  handed_at: number | null;
  hold_ends_at: number | null;
  paused_at: number | null;
  decided_by: string | null;
  decided_at: number | null;
  decision_note: string | null;
  suspected_attack: number;
  ended_at: number | null;
  veto_token_hash: string | null;
  /** JSON: Targets. Null: all that the person has, whatever it is by then. */
  targets: string | null;
  /** Of `targets`, by the server's key (domain/systems/macs.ts). */
  targets_mac: string | null;
  address: string | null;
  user_agent: string | null;
  version: number;
}

export interface ResetChecksTable {
  id: string;
  request_id: string;
  kind: CheckKind;
  outcome: 'pass' | 'fail' | 'no_answer';
  by_id: string | null;
  at: number;
  note: string | null;
  number_ending: string | null;
  /** Of a call: 1 where it may have gone to the mobile phone, null where nobody knows. */
  to_mobile: number | null;
  /** The verifier was suspended since. */
  void_at: number | null;
}

export interface ResetApprovalsTable {
  request_id: string;
  by_id: string;
  at: number;
  note: string | null;
  void_at: number | null;
}

/** A manager was asked to confirm a request; at most one question is open a request (partial unique index). */
export interface ManagerConfirmationsTable {
  id: string;
  request_id: string;
  manager_id: string;
  /** The manager's own manager, who may answer from `deputy_from` on. */
  deputy_id: string | null;
  deputy_from: number | null;
  /** When the deputy was told. */
  deputy_mailed_at: number | null;
  asked_by: string;
  asked_at: number;
  answered_by: string | null;
  answered_at: number | null;
  outcome: 'pass' | 'fail' | null;
}

/** Networks and browsers that a user signed in from, as keyed hashes. */
export interface SeenNetworksTable {
  user_id: string;
  network_hash: string;
  first_at: number;
  last_at: number;
}

export interface PolicyVersionsTable {
  version: number;
  /** JSON: PolicyDocument. */
  document: string;
  reason: string;
  saved_by: string | null;
  saved_at: number;
  mac: string | null;
}

/** Exemptions whose owner was told that they end: an end that is moved is told of again. */
export interface ExemptionRemindersTable {
  user_id: string;
  ends_at: number;
  mailed_at: number;
}

/** One row, id 1: locked by every append, so that the chain has one order. */
export interface AuditHeadTable {
  id: number;
  sequence: number;
  hash: string;
  /** How many checkpoints with numbers were signed. */
  checkpoints: number;
  /** `endMac` of the three; null in a database whose log no key has sealed yet. */
  mac: string | null;
}

export interface AuditEventsTable {
  sequence: number;
  id: string;
  at: number;
  action: string;
  actor_id: string | null;
  actor_name: string | null;
  target_id: string | null;
  target_name: string | null;
  /** JSON. */
  data: string;
  /** Where it came from; nulls where the server did it by itself, and in events of before this was kept. */
  address: string | null;
  user_agent: string | null;
  session_id: string | null;
  /** `Factor`s parted by commas. */
  factors: string | null;
  previous_hash: string;
  hash: string;
  /** `eventMac` of the hash. */
  mac: string | null;
}

export interface AuditCheckpointsTable {
  sequence: number;
  /** From 1 on without gaps; null for those of before there were numbers. */
  number: number | null;
  /** When the place that `--checkpoint-to` names had taken it. */
  sent_at: number | null;
  hash: string;
  at: number;
  key_version: number;
  signature: string;
}

/** How far a destination of the audit log has taken it. */
export interface SiemDestinationsTable {
  name: 'syslog' | 'https';
  /** All events up to this one, whose hash it is; 0 before the first. */
  sequence: number;
  hash: string;
  /** All checkpoints up to that number. */
  checkpoint: number;
  /** Where the last batch began: sent again after a failure where nothing was acknowledged. */
  window_sequence: number;
  window_hash: string;
  window_checkpoint: number;
  taken_at: number | null;
  failing_since: number | null;
  /** Why, in a few words of the network or the receiver. */
  failure: string | null;
}

export interface OutboxTable {
  id: string;
  kind: string;
  user_id: string | null;
  request_id: string | null;
  to_address: string;
  subject: string;
  /** Text and HTML, sealed; erased after delivery where it held a code or a link. */
  sealed_body: string | null;
  /** The text with codes and links masked. */
  preview: string;
  secret: number;
  state: 'waiting' | 'sent' | 'failed';
  attempts: number;
  next_attempt_at: number;
  leased_until: number;
  last_error: string | null;
  /** Since when it is refused for good: it isn't tried again by itself. */
  refused_at: number | null;
  /** 1 where staff were told of that. */
  refusal_told: Generated<number>;
  /** Lower goes first. */
  urgency: number;
  created_at: number;
  sent_at: number | null;
}

/** Every way that mails went by, as it was first seen; the highest number is the way of now. */
export interface MailRoutesTable {
  number: number;
  /** Keyed, of mail server, sender and public address together. */
  route_hash: string;
  has_server: number;
  /** 0 where it is how the organisation began: nothing waits for it. */
  is_change: number;
  /** Null: the environment of the server, or nobody knows. */
  by_id: string | null;
  at: number;
  /** When the mail server took a test mail by it. */
  tested_at: number | null;
}

/** Work for many people that the server does by itself, some at a time. */
export interface JobsTable {
  id: string;
  kind: JobKindName;
  state: JobState;
  by_id: string;
  /** What its kind needs, as JSON. */
  input: string;
  total: number;
  done: number;
  failed: number;
  /** Why it stopped: a sentence, as JSON. */
  reason: string | null;
  undoes: string | null;
  undone_by: string | null;
  /** The server that is at it, until then (UTC ms). */
  holder: string | null;
  leased_until: number;
  made_at: number;
  ended_at: number | null;
}

/** People whom a job does in one transaction, with what became of each; null until then. */
export interface JobSlicesTable {
  job_id: string;
  number: number;
  people: string;
  outcomes: string | null;
}

/** The versions of the key that values here are sealed with: a server with another key is refused (S-117). */
export interface DatabaseKeysTable {
  version: number;
  /** `fingerprintOf`, for people. */
  fingerprint: string;
  /** A value that this key alone opens. */
  sealed_proof: string;
  noted_at: number;
  /** From then on it seals, and every server needs it (UTC ms). */
  active_from: number;
  /** When nothing was left that it seals; null while something may be. */
  retired_at: number | null;
}

/** What does nothing until a second person agrees to it, or until its date. */
export interface PendingChangesTable {
  id: string;
  kind: string;
  /** What it does and in which words, for its id and kind only. */
  sealed: string;
  state: 'waiting' | 'in_effect' | 'withdrawn' | 'expired' | 'failed';
  made_by: string;
  made_at: number;
  /** Null where somebody can agree. */
  takes_effect_at: number | null;
  ends_at: number;
  /** Null where it was its date, or a link in a mail. */
  decided_by: string | null;
  decided_at: number | null;
  note: string | null;
  /** Why it could not take effect, in a sentence. */
  problem: string | null;
  /** Of the token that withdraws it. */
  link_hash: string;
  /** What it changes, as its kind names it; null of one from before it was kept. */
  about: string | null;
  /** Of all the others: a row without the right one is no change of ours. */
  mac: string | null;
}

/** Wrong codes at the first sign-ins by a link that no code has proven yet, by whose it is: a new link begins nothing anew. */
export interface LinkCodesTable {
  user_id: string;
  provider_id: string;
  wrong_codes: number;
  /** No code is evaluated there before then. */
  next_code_at: number;
  mailed_at: number | null;
  officers_told_at: number | null;
}

/** One row, id 1, while the database is empty. */
export interface SetupLinksTable {
  id: number;
  token_hash: string;
  sealed_token: string;
  made_at: number;
}

/** SQLite's index of search texts, by the number of its row. It answers no text. Kept by triggers. */
export interface UserSearchTable {
  rowid: number;
  text: string;
  facts: string;
}

/** SQLite's: the rows of that index, with what a search is ordered by. Kept by triggers. */
export interface UserSearchRowsTable {
  number: number;
  user_id: string;
  /** Minus the last sign-in. */
  recent: number;
  name_key: string;
}

/** Public requests of an address in a minute, of all servers together. Of one database server only: SQLite leaves it empty. */
export interface AddressCountsTable {
  address_hash: string;
  ends_at: number;
  taken: number;
  /** The last portion. */
  granted: number;
}

/** Work that one server at a time does. */
export interface LeasesTable {
  name: string;
  holder: string;
  until: number;
}

/** People with MFA at the end of each UTC day, kept by the transaction that changes a state. */
export interface AdoptionDaysTable {
  day: string;
  on_count: number;
}

export interface SsoProvidersTable {
  id: string;
  name: string;
  /** `searchKey(name)`; unique. */
  name_key: string;
  issuer: string;
  client_id: string;
  /** Null for a public client. */
  sealed_secret: string | null;
  /** Its verified e-mail addresses are believed: an account with that address is linked at the first sign-in. */
  link_by_email: number;
  created_at: number;
  version: number;
  /** By the server's key, as that of a link (features/sso/macs.ts). */
  mac: string | null;
}

/** One a user and provider. Without a subject it waits for a first sign-in with that verified e-mail. */
export interface SsoLinksTable {
  id: string;
  user_id: string;
  provider_id: string;
  subject: string | null;
  /** Lower case. */
  email: string | null;
  created_at: number;
  created_by: string | null;
  last_sign_in_at: number | null;
  mfa_asserted: number | null;
  /** JSON: string[], as the provider said at the last sign-in. */
  amr: string | null;
  acr: string | null;
  /** When its person gave their code at a sign-in by it; until then it is not known to be theirs. */
  proven_at: number | null;
  mac: string | null;
}

/** A sign-in at a provider that is under way; used once. */
/** Good sign-ins at a provider that belong to nobody here yet. */
export interface SsoRefusedTable {
  provider_id: string;
  subject: string;
  email: string | null;
  /** `preferred_username`, or `upn`: for people to know each other by; it proves nothing. */
  username: string | null;
  at: number;
}

export interface SsoFlowsTable {
  id: string;
  purpose: 'sign_in' | 'step_up' | 'test';
  provider_id: string;
  provider_version: number;
  /** Of the token that stays with the browser or desktop that began it. */
  flow_hash: string;
  /** JSON with state, nonce and PKCE verifier. */
  sealed_checks: string;
  redirect_uri: string;
  /** Whose session began it, where somebody was signed in. */
  session_id: string | null;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** Products in which people hold factors besides those here. One that was removed stays for what the past says of it. */
export interface SystemsTable {
  id: string;
  kind: SystemKindName;
  name: string;
  /** `searchKey(name)`; unique among those in force. */
  name_key: string;
  /** Its origin and path: nothing else is ever asked there. */
  url: string;
  realm: string | null;
  client_id: string | null;
  sealed_secret: string | null;
  /** When the secret or token ends, as far as somebody said. */
  secret_expires_on: number | null;
  created_at: number;
  changed_at: number;
  /** Null while it is in force. */
  removed_at: number | null;
  version: number;
  /** By the server's key (domain/systems/macs.ts), while it is in force. */
  mac: string | null;
}

/** Whose account in a system is whose here: at most one a user and system, and one a user for an account there. */
export interface SystemLinksTable {
  id: string;
  user_id: string;
  system_id: string;
  /** The account's own id there. */
  external_id: string;
  /** What the account is called there, for people. */
  external_name: string;
  how: 'administrator' | 'import' | 'rule';
  linked_by: string | null;
  linked_at: number;
  /** By the server's key (domain/systems/macs.ts); so are those below. */
  mac: string | null;
}

/** The rule that links people to their accounts in a system: none where there is no row. */
export interface SystemLinkRulesTable {
  system_id: string;
  rule: LinkRule;
  since: number;
  by_id: string;
  /** The last person who was looked at; empty where everybody is looked at again. */
  looked_to: string;
  /** Of this round. */
  looked: number;
  linked: number;
  /** When everybody had been looked at. */
  ended_at: number | null;
  /** Why the last look failed: a sentence as JSON. */
  sentence: string | null;
  /** Binds what it says to the server's key. */
  mac: string;
}

export interface PeopleReadingsTable {
  system_id: string;
  every: ReadingEvery;
  /** Days from when somebody is gone there until they are suspended here. */
  grace_days: number;
  since: number;
  by_id: string;
  /** When it is read next. */
  next_at: number;
  /** The reading that is under way, or that no server ended. */
  began_at: number | null;
  /** The last reading that came to its end. */
  read_at: number | null;
  /** What that one found: JSON. */
  outcome: string | null;
  /** Why the last one came to no end, or why nobody was suspended: a sentence as JSON. */
  sentence: string | null;
  /** When staff heard that too many are gone; null where they are not. */
  told_at: number | null;
  /** Binds what was agreed to to the server's key. */
  mac: string;
}

/** Whose account in a system is whose, as people are read: nothing is removed there by it. */
export interface SystemPeopleTable {
  system_id: string;
  external_id: string;
  user_id: string;
  gone_since: number | null;
  /** When this server suspended them because of it. */
  suspended_at: number | null;
  mac: string;
}

/** Links that two people agreed to, by what a file calls the account, until the system was asked. */
export interface WantedLinksTable {
  user_id: string;
  system_id: string;
  account: string;
  /** Who asked for it, and their name. */
  by_id: string;
  by_name: string;
  at: number;
  /** Why there is no link; null until the system was asked. */
  not_linked: NotLinked | null;
  mac: string;
}

/** Whose link somebody removed by hand: no rule makes it again. */
export interface SystemUnlinkedTable {
  user_id: string;
  system_id: string;
  at: number;
}

/** What a reset does in a system: kept before anything is sent, one a request and system. */
export interface ResetEffectsTable {
  /** Our key for it. */
  id: string;
  request_id: string;
  system_id: string;
  external_id: string;
  /** How many there are of its request: one that is missing is no effect that is done. */
  together: number;
  /** JSON: the factors that go, as they were listed. */
  factor_ids: string;
  state: 'planned' | 'sent' | 'done' | 'failed';
  step: 'hold' | 'remove' | 'end_sessions' | 'read_back';
  attempts: number;
  next_at: number;
  leased_until: number;
  sent_at: number | null;
  done_at: number | null;
  /** What became of the sessions there; null until they were asked to end. */
  sessions: 'ended' | 'asked' | 'none' | null;
  sessions_at: number | null;
  /** Whether the account was enabled before it was held, as 1 or 0; null where that wasn't read. */
  enabled_before: number | null;
  /** JSON: a stored sentence. What failed, or what is known. */
  sentence: string | null;
  mac: string | null;
}

/** Accounts in connected systems that a reset held (S-112), by the effect that did. */
export interface HeldAccountsTable {
  effect_id: string;
  request_id: string;
  user_id: string;
  system_id: string;
  external_id: string;
  /** `opening`, `closing`: what is to be done there next. */
  state: 'held' | 'opening' | 'open' | 'closing' | 'set_up';
  held_at: number;
  /** Until when a new factor has to be there. */
  open_until: number | null;
  attempts: number;
  next_at: number;
  leased_until: number;
  /** JSON: a stored sentence. Why the last attempt didn't work. */
  sentence: string | null;
  mac: string | null;
}

/** What was done to factors in a connected system without a request here (S-113). */
export interface OutsideActsTable {
  id: string;
  system_id: string;
  /** Which entry of the system's log, or which difference, it is. */
  event_key: string;
  act: 'removed' | 'added';
  external_id: string | null;
  external_name: string | null;
  /** Who was linked to that account when it was found. */
  user_id: string | null;
  factor_id: string;
  factor_kind: FactorKind | null;
  factor_name: string | null;
  /** How the system names who did it; null where it doesn't tell. */
  by_id: string | null;
  by_name: string | null;
  /** Who here was linked to that account when it was found. */
  by_user_id: string | null;
  /** 1: with the secret that is kept here. */
  by_ours: number;
  address: string | null;
  found_by: 'log' | 'comparison';
  /** It happened between these two; the same moment where a log tells. */
  not_before: number;
  at: number;
  found_at: number;
  /** `half_explained`: as break glass, by one of the two who have to. */
  state: 'open' | 'half_explained' | 'explained' | 'reported';
  /** JSON: `[{kind, by, at, note, breakGlass}]`, in order. */
  notes: string;
}

/** How far a connected system was watched. */
export interface SystemWatchesTable {
  system_id: string;
  since: number;
  read_to: number;
  /** 1: there was more than one read takes, and the next goes on from `read_to`. */
  behind: number;
  /** When it last worked. */
  read_at: number | null;
  /** JSON: a stored sentence. Why it didn't the last time. */
  sentence: string | null;
}

/** Whether somebody has MFA at a linked account, as it was read last. */
export interface SystemGuardsTable {
  link_id: string;
  user_id: string;
  system_id: string;
  /** 1: a sign-in with a password is asked for something there. */
  guarded: number;
  read_at: number;
}

/** What staff were told of a connected system, once each. */
export interface SystemNoticesTable {
  system_id: string;
  /** So many days before its secret ends, or that its log can't be read. */
  what: '30' | '7' | '1' | 'unread';
  /** The end, or the last time that it was read, UTC ms. */
  about: number;
  mailed_at: number;
}

/** What a linked account held when it was last listed, where a system keeps no log. */
export interface SystemSnapshotsTable {
  link_id: string;
  /** JSON: the factors. */
  factors: string;
  read_at: number;
}

/** A way to write a department. */
export interface SavedViewsTable {
  id: string;
  /** Whose it is; nobody else sees it. */
  user_id: string;
  list: ViewList;
  name: string;
  /** Whatever its case: of one list a person has one by it. */
  name_key: string;
  /** What stands behind the question mark of the list's address. */
  query: string;
  created_at: number;
}

export interface DepartmentsTable {
  name: string;
  /** Whatever its case and accents: rows with the same key are one department. */
  key: string;
  /** The name of the one that it was merged into. */
  merged_into: string | null;
  /** When it was first written. */
  at: number;
}

/** Months whose report of resets was made. */
export interface ReportedMonthsTable {
  /** `2026-10` */
  month: string;
  at: number;
}

/** Which notices somebody saw when they last looked. */
export interface NoticesSeenTable {
  user_id: string;
  /** JSON, a list of texts. */
  keys: string;
  at: number;
}

/** Who asks here whether somebody is who they say: one at most. */
export interface AttestorsTable {
  id: string;
  name: string;
  client_id: string;
  redirect_uri: string;
  sealed_secret: string;
  /** JSON: the private key as JWK, by which answers are signed. */
  sealed_key: string;
  changed_at: number;
  version: number;
  mac: string | null;
}

/** What is under way by OpenID Connect, each by the hash of what only the two sides know. */
export interface AttestorFlowsTable {
  key: string;
  sealed: string;
  grant_key: string | null;
  expires_at: number;
  consumed_at: number | null;
}

/** A question whether somebody is who they say, and what was answered. */
export interface AttestationsTable {
  id: string;
  flow_hash: string;
  pushed_hash: string;
  /** Null where nobody here is meant for certain, or nothing may be asked about them. */
  user_id: string | null;
  /** The request on which the evidence is gathered. */
  request_id: string | null;
  /** Who is meant, in the words of who asks. */
  subject: string;
  /** The code that the page which waits shows. */
  sealed_code: string;
  opened_at: number;
  ends_at: number;
  answer: 'verified' | 'failed' | null;
  answered_at: number | null;
  mac: string | null;
}
