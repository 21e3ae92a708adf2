import type { Sentence } from '../../../contract/words/sentence.ts';

/** What a mail of each kind needs besides the names, the time and the links that every mail has. */
interface KindSpec {
  to: 'user' | 'staff';
  /** Without these the mail makes no sense. */
  needs?: readonly string[];
  /** A paragraph that speaks of one of these is left out where it isn't given. */
  may?: readonly string[];
  /** Hands over a secret and says nothing else: old addresses don't hear of it. */
  currentAddressOnly?: true;
  /** Whoever reads it may get into the account by it: it goes by no way that was just turned (mailRoute.ts). */
  letsIn?: true;
  /** To many at once, or a summary: goes after what somebody waits for or may have to object to. */
  bulk?: true;
}

/**
 * Every mail there is. Parameters that end in `At` are RFC 3339 times and are written in the organisation's time zone; what
 * else isn't somebody's own words is a `Sentence`. `token` and `activationCode` are secrets: masked in the preview, sent to the current
 * address only, erased after delivery. The texts are in contract/words (`mails.ts`).
 */
export const MAIL_KINDS = {
  mfa_set_up: { to: 'user' },
  mfa_moved: { to: 'user' },
  mfa_disabled: { to: 'user' },
  /** `authenticator` is what its owner calls it, or a sentence. */
  authenticator_added: { to: 'user', needs: ['authenticator'] },
  authenticator_removed: { to: 'user', needs: ['authenticator'] },
  authenticator_stopped: { to: 'user', needs: ['authenticator'] },
  mfa_now_required: { to: 'user', may: ['dueAt'], bulk: true },
  grace_reminder: { to: 'user', needs: ['dueAt'], bulk: true },
  reset_requested: { to: 'user' },
  /** `system` asks whether they are who they say. */
  identity_asked: { to: 'user', needs: ['system'] },
  identity_confirmed: { to: 'user', may: ['checks'] },
  reset_cancelled: { to: 'user' },
  reset_approved_holding: { to: 'user', needs: ['holdEndsAt'], may: ['checks'] },
  reset_denied: { to: 'user', may: ['reason'] },
  /** `checks`: a line for each check that was made in the person's name, by `checkLines`. */
  reset_done: { to: 'user', may: ['activationCode', 'checks'], letsIn: true },
  reset_done_in_person: { to: 'user', may: ['checks'] },
  /** Of a reset that left others: `authenticator` is what went. */
  reset_done_named: { to: 'user', needs: ['authenticator'], may: ['checks'] },
  /** `factors`: a line for each that went in `system`, a connected one. */
  reset_done_elsewhere: { to: 'user', needs: ['system', 'factors'], may: ['checks'] },
  /** The code that opens accounts in `systems`, connected ones, that a reset holds. */
  way_back_in: {
    to: 'user',
    needs: ['activationCode', 'systems'],
    currentAddressOnly: true,
    letsIn: true,
  },
  way_back_in_in_person: { to: 'user', needs: ['systems'] },
  activation_code: { to: 'user', needs: ['activationCode'], currentAddressOnly: true, letsIn: true },
  this_was_not_me_done: { to: 'user' },
  wrong_code: { to: 'user', may: ['address'] },
  wrong_activation_code: { to: 'user', may: ['address'] },
  locked: { to: 'user' },
  unlocked: { to: 'user', may: ['by', 'checks'] },
  /** The first one; `password_changed` is every later one. */
  password_set: { to: 'user' },
  password_changed: { to: 'user' },
  password_link: { to: 'user', needs: ['token', 'linkEndsAt'], currentAddressOnly: true, letsIn: true },
  /** Staff ended the old one; `by` is who did. */
  new_password_wanted: {
    to: 'user',
    needs: ['token', 'linkEndsAt', 'by'],
    currentAddressOnly: true,
    letsIn: true,
  },
  set_up_link: {
    to: 'user',
    needs: ['token', 'linkEndsAt'],
    currentAddressOnly: true,
    letsIn: true,
    bulk: true,
  },
  /** `source`: the connected system that they were read from. */
  contact_changed: { to: 'user', needs: ['contacts'], may: ['source'] },
  /** `mail` is the subject of one with a key that `by` read in the outbox. */
  mail_revealed: { to: 'user', needs: ['by', 'mail'] },
  account_suspended: { to: 'user' },
  sso_linked: { to: 'user', needs: ['provider'] },
  sso_unlinked: { to: 'user', needs: ['provider'] },
  system_linked: { to: 'user', needs: ['system', 'account'] },
  system_unlinked: { to: 'user', needs: ['system'] },
  /** Done there by hand; `what` is a sentence. */
  factor_changed_outside: { to: 'user', needs: ['system', 'what'] },
  sso_link_wrong_code: { to: 'user', needs: ['provider'], may: ['address', 'closed'] },
  change_touches_you: { to: 'user', needs: ['by', 'summary'], may: ['takesEffectAt', 'endsAt'] },
  test_mail: { to: 'user', currentAddressOnly: true },
  /** `person` is who it is about, `by` who did it. */
  new_request: { to: 'staff', needs: ['person'], may: ['tier'] },
  requests_unclaimed: { to: 'staff', needs: ['count', 'requests'], bulk: true },
  /** `month` and `figures` are sentences, the figures a line each. */
  reset_report: { to: 'staff', needs: ['month', 'count', 'figures', 'reportLink'], bulk: true },
  manager_confirmation_wanted: { to: 'staff', needs: ['person', 'requestedAt'] },
  attack_reported: { to: 'staff', needs: ['person', 'by', 'reason'] },
  decision_wanted: { to: 'staff', needs: ['person', 'by'], may: ['tier'] },
  suspected_attack: { to: 'staff', needs: ['person', 'by'], may: ['reason'] },
  reset_vetoed: { to: 'staff', needs: ['person'] },
  approval_pair: { to: 'staff', needs: ['person', 'by', 'count'] },
  policy_weakened: { to: 'staff', needs: ['by'], may: ['reason', 'changes'] },
  led_elsewhere: { to: 'staff', needs: ['by', 'changes'], may: ['reason'] },
  person_freed: { to: 'staff', needs: ['person', 'by', 'department'] },
  departments_merged: { to: 'staff', needs: ['by', 'from', 'into', 'version'] },
  policy_reaches_many: { to: 'staff', needs: ['by', 'count'], may: ['reason'] },
  roll_out_paused: { to: 'staff', needs: ['open', 'limit', 'waves'] },
  /** One of the owners is given: who answers for it, or who did and is no longer active staff. */
  exemption_ends: {
    to: 'staff',
    needs: ['person', 'reason', 'endsAt'],
    may: ['owner', 'formerOwner'],
    bulk: true,
  },
  role_granted: { to: 'staff', needs: ['person', 'by', 'role'] },
  recovery_used: { to: 'staff', needs: ['person'] },
  /** `what` is a sentence: the part of the account. */
  account_altered: { to: 'staff', needs: ['person', 'what'] },
  /** `replayed` says what was played again since; without it nothing was. */
  restored: { to: 'staff', needs: ['asOfAt'], may: ['replayed'] },
  /** `why` is a sentence; without `lastBackupAt` there never was one. */
  backup_failed: { to: 'staff', needs: ['why'], may: ['lastBackupAt'], bulk: true },
  /** `mails`: a line for each person, with what the mail server said. */
  mails_refused: { to: 'staff', needs: ['count', 'mails'], bulk: true },
  mail_route_changed: { to: 'staff', needs: ['by', 'changes'] },
  sso_provider_saved: { to: 'staff', needs: ['by', 'provider', 'issuer'] },
  system_saved: { to: 'staff', needs: ['by', 'system', 'url'] },
  system_removed: { to: 'staff', needs: ['by', 'system'] },
  attestor_saved: { to: 'staff', needs: ['by', 'system', 'url'] },
  attestor_removed: { to: 'staff', needs: ['by', 'system'] },
  /** `when` is a sentence. */
  system_secret_ends: { to: 'staff', needs: ['system', 'when'] },
  /** Its log; `why` is a sentence. */
  system_unread: { to: 'staff', needs: ['system', 'why', 'sinceAt'] },
  /** `readings`: a line for each thing that can't be read. */
  systems_unread: { to: 'staff', needs: ['readings'], bulk: true },
  /** Too many people would be suspended because a system doesn't list them any more. */
  people_gone: { to: 'staff', needs: ['system', 'count', 'most'] },
  /** `acts`: a line for each. */
  changed_outside: { to: 'staff', needs: ['system', 'count', 'acts'] },
  /** `why` is a sentence. */
  effect_failed: { to: 'staff', needs: ['person', 'system', 'why'] },
  request_altered: { to: 'staff', needs: ['person'] },
  outside_reported: { to: 'staff', needs: ['system', 'by', 'reason'], may: ['person'] },
  sso_staff_linked: { to: 'staff', needs: ['person', 'by', 'provider'] },
  /** A ceiling would have been passed by `by`; `why` is a sentence. */
  resets_frozen_above: { to: 'staff', needs: ['by', 'why'] },
  /** A pending change: `takesEffectAt` where nobody could agree to it, else `endsAt`. */
  change_proposed: { to: 'staff', needs: ['by', 'summary', 'requestedAt'], may: ['takesEffectAt', 'endsAt'] },
  /** `outcome` is a sentence. */
  change_ended: { to: 'staff', needs: ['by', 'summary', 'outcome'] },
  change_tampered: { to: 'staff', needs: ['summary'] },
  sso_link_guessed: { to: 'staff', needs: ['person', 'provider', 'count'], may: ['closed'] },
  /** `what` names the switches, from the beginning of a sentence. */
  resets_frozen: { to: 'staff', needs: ['by', 'what'], may: ['reason', 'thawsAt'] },
  resets_unfrozen: { to: 'staff', needs: ['by', 'what'] },
  resets_thawed: { to: 'staff', needs: ['by', 'what'] },
} as const satisfies Record<string, KindSpec>;

type Kinds = typeof MAIL_KINDS;
type KindsTo<A extends KindSpec['to']> = {
  [K in keyof Kinds]: Kinds[K]['to'] extends A ? K : never;
}[keyof Kinds];
type Names<K extends MailKind, P extends string> =
  Kinds[K] extends Record<P, readonly (infer N extends string)[]> ? N : never;

export type MailKind = keyof Kinds;
export type UserMailKind = KindsTo<'user'>;
export type StaffMailKind = KindsTo<'staff'>;

/**
 * Written for each recipient in their language: a sentence, several of which each is a line, a number, or what is the same in
 * every language.
 */
export type MailParam = string | number | Sentence | readonly (string | Sentence)[];

/** The parameters of a kind; nothing has to be given where it needs none. */
export type MailParams<K extends MailKind> = [Names<K, 'needs'>] extends [never]
  ? { params?: { [N in Names<K, 'may'>]?: MailParam } }
  : { params: { [N in Names<K, 'needs'>]: MailParam } & { [N in Names<K, 'may'>]?: MailParam } };

/** SECURITY: masked wherever it isn't sealed (S-52). */
export const SECRET_PARAMS: readonly string[] = ['token', 'activationCode'];

/** Of a kind as it is stored; one that there is no more lets nobody in. */
export function letsIn(kind: string): boolean {
  return kind in MAIL_KINDS && kindSpec(kind as MailKind).letsIn === true;
}

export function kindSpec(kind: MailKind): KindSpec {
  return MAIL_KINDS[kind];
}

/** Lower goes first: what lets somebody in at this moment, then what somebody may have to object to, then what can wait. */
export function urgencyOf(kind: MailKind): number {
  const { letsIn: isKey, bulk } = kindSpec(kind);
  if (bulk) return 2;
  return isKey ? 0 : 1;
}
