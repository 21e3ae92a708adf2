import { withMarks } from '../../../contract/text.ts';
import { inEnglish } from '../../words.ts';
import { claimFault } from './rules/identity.ts';
import type { Choice } from './rules/identity.ts';

type Why = Extract<Choice, { kind: 'refused' }>['why'];

/** After too many wrong codes at the first sign-ins by a link. */
export function closedSentence(provider: string): string {
  return `Too many wrong codes were entered after a sign-in at ${provider}, so no code is taken there any more. Sign in with your password; to sign in by ${provider}, ask an administrator to remove the link and to link you anew.`;
}

interface SignedInThere {
  provider: { name: string };
  identity: { email: string | null; subject: string };
  addressFault: string | null;
}

/** Why a good sign-in at a provider signs nobody in here, and what to do. Names what failed on the way to the address. */
export function nobodySentence(why: Why, { provider, identity, addressFault }: SignedInThere): string {
  if (addressFault !== null && (why === 'nobody' || why === 'no_email')) {
    return `${addressFault} Or ask an administrator to link your account there, ${withMarks(identity.subject)}.`;
  }
  const { name } = provider;
  const { email, subject } = identity;
  const who = withMarks(email ?? subject);
  switch (why) {
    case 'hidden_character': {
      const fault = claimFault({ subject, email });
      const what = fault?.claim === 'email' ? 'an e-mail address' : 'a subject';
      const holds = fault ? inEnglish(fault.holds) : 'a character that nobody sees';
      return `${name} sent ${what} that holds ${holds}. Have it put right there, or nobody can tell whose it is.`;
    }
    case 'no_email':
      return `${name} sent no e-mail address, so no account here can be found by it. Have it send the claims email and email_verified, or ask an administrator to link the account.`;
    case 'unverified':
      return `${name} does not say that ${who} is verified, so it proves nothing. Verify the address there, or ask an administrator to link the account.`;
    case 'nobody':
      return `You are signed in at ${name} as ${who}, but no account here is linked to that. Ask an administrator to link yours.`;
    case 'ambiguous':
      return `More than one account here has the address ${who}. Ask an administrator to link yours.`;
    case 'linked_elsewhere':
      return `The account here with the address ${who} is linked to another account at ${name}. Ask an administrator.`;
    case 'email_is_new':
      return `The address ${who} is on record here for less than 30 days, which is too new to link an account by. Ask an administrator to link yours.`;
    case 'guarded':
      return `The account here with the address ${who} is not linked by e-mail, because it needs more than that. Ask an administrator to link yours to ${withMarks(subject)}.`;
    case 'setup_due':
      return `The account that belongs to this sign-in was reset, and ${name} has not been proven to be its owner’s. Sign in with your password, set up MFA, and sign in by ${name} after that. If your password is not allowed, ask an administrator.`;
    case 'closed':
      return closedSentence(name);
    case 'suspended':
      return 'This account is suspended. Ask an administrator.';
  }
}
