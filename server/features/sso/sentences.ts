import { withMarks } from '../../../contract/text.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { claimFault } from './rules/identity.ts';
import type { Choice } from './rules/identity.ts';

type Why = Extract<Choice, { kind: 'refused' }>['why'];

/** After too many wrong codes at the first sign-ins by a link. */
export const closedSentence = (name: string): Sentence => sentence('answers/sso', 'tooManyWrong', { name });

interface SignedInThere {
  provider: { name: string };
  identity: { email: string | null; subject: string };
  addressFault: Sentence | null;
}

/** Why a good sign-in at a provider signs nobody in here, and what to do. Names what failed on the way to the address. */
export function nobodySentence(why: Why, { provider, identity, addressFault }: SignedInThere): Sentence {
  if (addressFault !== null && (why === 'nobody' || why === 'no_email')) {
    return sentence('answers/sso', 'orAskToLink', {
      fault: addressFault,
      subject: withMarks(identity.subject),
    });
  }
  const { name } = provider;
  const { email, subject } = identity;
  const who = withMarks(email ?? subject);
  switch (why) {
    case 'hidden_character': {
      const fault = claimFault({ subject, email });
      const claim = fault?.claim === 'email' ? 'email' : 'other';
      const holds = fault?.holds ?? sentence('answers/sso', 'unseenCharacter');
      return sentence('answers/sso', 'hiddenCharacter', { name, claim, holds });
    }
    case 'no_email':
      return sentence('answers/sso', 'noEmail', { name });
    case 'unverified':
      return sentence('answers/sso', 'unverified', { name, who });
    case 'nobody':
      return sentence('answers/sso', 'nobodyLinked', { name, who });
    case 'ambiguous':
      return sentence('answers/sso', 'ambiguous', { who });
    case 'linked_elsewhere':
      return sentence('answers/sso', 'linkedElsewhere', { who, name });
    case 'email_is_new':
      return sentence('answers/sso', 'emailIsNew', { who });
    case 'guarded':
      return sentence('answers/sso', 'guarded', { who, subject: withMarks(subject) });
    case 'setup_due':
      return sentence('answers/sso', 'setupDue', { name });
    case 'closed':
      return closedSentence(name);
    case 'suspended':
      return sentence('answers/sso', 'suspended');
  }
}
