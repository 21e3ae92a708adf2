import { textFault } from '../../../../contract/text.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';

/** `auth_time` has whole seconds, and two clocks are never the same. */
const CLOCK_SKEW_MS = 10_000;

/** Authentication methods (RFC 8176 §2) by the factor that they prove. */
const KNOWLEDGE = ['pwd', 'pin', 'kba'];
const POSSESSION = ['otp', 'hwk', 'swk', 'sc', 'sms', 'tel', 'pop'];
const INHERENCE = ['face', 'fpt', 'iris', 'retina', 'vbm'];

/** Context classes that mean more than one factor: PAPE, OpenID EAP ACR values, REFEDS MFA. */
const MFA_CLASSES = new Set([
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'phr',
  'phrh',
  'https://refeds.org/profile/mfa',
]);

/** Whether a provider asserted that it asked for more than one factor, by `amr` or `acr` (OpenID Connect Core §2). */
export function mfaAsserted(amr: readonly string[], acr: string | null): boolean {
  if (amr.includes('mfa') || (acr !== null && MFA_CLASSES.has(acr))) return true;
  const factors = [KNOWLEDGE, POSSESSION, INHERENCE].filter((kind) =>
    kind.some((name) => amr.includes(name)),
  );
  return factors.length > 1;
}

/**
 * Whether the person was asked to sign in after the step-up began.
 *
 * @param authTime seconds since 1970 as the provider says, null where it doesn't
 * @param beganAt UTC milliseconds by our clock
 */
export function isFresh(authTime: number | null, beganAt: number, now: number): boolean {
  if (authTime === null) return false;
  const at = authTime * 1000;
  // A second is cut off by the provider: 10:00:00.9 is said to be 10:00:00.
  return at + 999 >= beganAt - CLOCK_SKEW_MS && at <= now + CLOCK_SKEW_MS;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** https, or http to this machine, where nobody listens in. */
export function isSafeUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

/** What a person pasted as issuer, as issuers are written; null where it can't be one. */
export function issuerOf(typed: string): string | null {
  const issuer = typed.trim().replace(/\/\.well-known\/openid-configuration\/?$/, '');
  if (!isSafeUrl(issuer)) return null;
  const { username, search, hash } = new URL(issuer);
  return username === '' && search === '' && hash === '' ? issuer : null;
}

/** What is known of a sign-in before an account is chosen for it. */
export interface Claimed {
  subject: string;
  email: string | null;
  emailVerified: boolean;
}

/** What nobody sees in a claim; null where there is nothing. */
export function claimFault({
  subject,
  email,
}: Pick<Claimed, 'subject' | 'email'>): { claim: 'subject' | 'email'; holds: Sentence } | null {
  const inSubject = textFault(subject, 'address');
  if (inSubject) return { claim: 'subject', holds: inSubject };
  const inEmail = email === null ? null : textFault(email, 'address');
  return inEmail && { claim: 'email', holds: inEmail };
}

export interface Candidate {
  userId: string;
  status: 'active' | 'suspended';
}

/** What the database has for a sign-in. */
export interface Found {
  /** The link with that subject. */
  linked: (Candidate & { linkId: string }) | null;
  /** The link that waits for that e-mail. */
  waiting: (Candidate & { linkId: string; guarded: boolean }) | null;
  /**
   * Accounts with that e-mail: whether one is linked to another subject, whether the address is new on the record, whether it is
   * staff's or a sensitive person's.
   */
  withEmail: (Candidate & { linkedElsewhere: boolean; emailIsNew: boolean; guarded: boolean })[];
}

export type Choice =
  | { kind: 'linked' | 'waiting'; userId: string; linkId: string }
  | { kind: 'by_email'; userId: string }
  | {
      kind: 'refused';
      why:
        | 'hidden_character'
        | 'no_email'
        | 'unverified'
        | 'nobody'
        | 'ambiguous'
        | 'linked_elsewhere'
        | 'email_is_new'
        | 'guarded'
        | 'setup_due'
        | 'closed'
        | 'suspended';
    };

/** Which account a sign-in belongs to. Only a verified address counts, and only where it can't be somebody else's. */
export function chooseAccount(
  { subject, email, emailVerified }: Claimed,
  { linked, waiting, withEmail }: Found,
  linkByEmail: boolean,
): Choice {
  if (linked) return settle(linked, { kind: 'linked', userId: linked.userId, linkId: linked.linkId });
  // SECURITY: before anything is linked by it or shown, so that no two of them look alike (S-107).
  if (claimFault({ subject, email }) !== null) return { kind: 'refused', why: 'hidden_character' };
  if (waiting) {
    if (!emailVerified) return { kind: 'refused', why: 'unverified' };
    // Who waited may have become staff since.
    if (waiting.guarded) return { kind: 'refused', why: 'guarded' };
    return settle(waiting, { kind: 'waiting', userId: waiting.userId, linkId: waiting.linkId });
  }
  if (!linkByEmail) return { kind: 'refused', why: 'nobody' };
  if (email === null) return { kind: 'refused', why: 'no_email' };
  if (!emailVerified) return { kind: 'refused', why: 'unverified' };
  const [only, another] = withEmail;
  if (!only) return { kind: 'refused', why: 'nobody' };
  if (another) return { kind: 'refused', why: 'ambiguous' };
  // SECURITY: whoever runs the provider says what addresses are whose: they would be administrator here by writing so.
  if (only.guarded) return { kind: 'refused', why: 'guarded' };
  if (only.linkedElsewhere) return { kind: 'refused', why: 'linked_elsewhere' };
  if (only.emailIsNew) return { kind: 'refused', why: 'email_is_new' };
  return settle(only, { kind: 'by_email', userId: only.userId });
}

function settle(candidate: Candidate, choice: Choice): Choice {
  return candidate.status === 'active' ? choice : { kind: 'refused', why: 'suspended' };
}
