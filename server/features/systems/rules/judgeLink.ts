import type { LinkRule, NotLinked } from '../../../../contract/systems.ts';
import { emailKey, usernameKey } from '../../../domain/people/rules/keys.ts';
import { CONTACT_TAINT } from '../../../domain/people/rules/contactTaint.ts';

/** An account there, as far as a rule goes by it. */
interface Account {
  externalId: string;
  username: string;
  email: string | null;
  emailVerified: boolean;
}

/** What is known here of somebody whom a rule may link. Times in UTC ms. */
export interface LinkFacts {
  username: string;
  email: string | null;
  isStaff: boolean;
  /** Now, or in the last 30 days. */
  isSensitive: boolean;
  /** Somebody took their link away by hand. */
  unlinked: boolean;
  /** Since when the address is what it is, where it was set after the account was made. */
  emailSince: number | null;
  /** Somebody else here has the address, too. */
  isShared: boolean;
}

/**
 * Why a rule links somebody to nothing, whatever there is; null where the system is to be asked. SECURITY: an address that is
 * younger than 30 days says nothing of whose account is whose, as for links to providers.
 */
export function notByRule(rule: LinkRule, facts: LinkFacts, now: number): NotLinked | null {
  if (facts.isStaff) return 'staff';
  if (facts.isSensitive) return 'sensitive';
  if (facts.unlinked) return 'unlinked';
  if (rule === 'username') return null;
  if (facts.email === null) return 'no_address';
  if (facts.emailSince !== null && facts.emailSince > now - CONTACT_TAINT) return 'address_new';
  return facts.isShared ? 'address_shared' : null;
}

/**
 * Which of the accounts there is theirs by the rule: exactly one, proven there, and nobody else's. SECURITY: a username can be chosen by
 * whoever adds a person here, so that by it alone a made-up person got the account of somebody who has none here (S-111).
 */
export function accountByRule<A extends Account>(
  rule: LinkRule,
  { username, email }: Pick<LinkFacts, 'username' | 'email'>,
  { accounts, taken }: { accounts: readonly A[]; taken: ReadonlySet<string> },
): { account: A } | { not: NotLinked } {
  const wanted = rule === 'username' ? usernameKey(username) : emailKey(email ?? '');
  const of = (account: A) =>
    rule === 'username' ? usernameKey(account.username) : emailKey(account.email ?? '');
  const same = accounts.filter((account) => of(account) === wanted);
  const [account] = same;
  if (!account || wanted === '') return { not: 'nobody_there' };
  if (same.length > 1) return { not: 'ambiguous' };
  if (rule === 'email' && !account.emailVerified) return { not: 'not_verified' };
  if (taken.has(account.externalId)) return { not: 'taken' };
  const isOther = email && account.email && emailKey(email) !== emailKey(account.email);
  return isOther ? { not: 'address_differs' } : { account };
}
