import { sentence } from '../../../../contract/words/sentence.ts';
import { bindPassword } from '../../../domain/people/macs.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import { ORGANISATION } from '../../../../resources/sample/people.ts';
import type { Role } from '../../../../contract/permissions.ts';
import type { Deps } from '../../../context.ts';
import type { RandomSource } from '../../../crypto/random.ts';
import { otpauthUri } from '../../../crypto/totp.ts';
import type { SamplePerson } from './rows.ts';

/** What is said of it, still without a language. */
export type SampleAccount = Omit<OutputOf<'setup.openSample'>['accounts'][number], 'about'> & {
  about: Sentence;
};

/** Whom one can sign in as, by position in the plan. */
const ACCOUNTS = [
  { position: 0, about: sentence('answers/signIn', 'sampleAll') },
  { position: 1, about: sentence('answers/signIn', 'sampleOfficer') },
  { position: 2, about: sentence('answers/signIn', 'sampleAdministrator') },
  { position: 3, about: sentence('answers/signIn', 'sampleDesk') },
  { position: 6, about: sentence('answers/signIn', 'sampleAuditor') },
  { position: 8, about: sentence('answers/signIn', 'sampleUserOn') },
  { position: 9, about: sentence('answers/signIn', 'sampleUserGrace') },
  { position: 10, about: sentence('answers/signIn', 'sampleUserBlocked') },
] as const;

/** Gives the printed accounts passwords of their own: random, and shown once. */
export async function openAccounts(
  deps: Pick<Deps, 'keys' | 'random' | 'passwords'>,
  people: readonly SamplePerson[],
): Promise<SampleAccount[]> {
  return Promise.all(
    ACCOUNTS.flatMap(({ position, about }) => {
      const person = people[position];
      return person ? [openAccount(deps, person, about)] : [];
    }),
  );
}

async function openAccount(
  deps: Pick<Deps, 'keys' | 'random' | 'passwords'>,
  { user, plan, secret }: SamplePerson,
  about: Sentence,
): Promise<SampleAccount> {
  const password = pronounceable(deps.random);
  Object.assign(user, bindPassword(deps.keys, user.id, await deps.passwords.hash(password)));
  const roles: Role[] = ['user', ...plan.roles];
  const { username, name } = user;
  const uri = secret === null ? undefined : otpauthUri({ issuer: ORGANISATION, label: username, secret });
  return { username, name, roles, password, otpauthUri: uri, about };
}

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aeiou';

/** Five words of two syllables, some 60 bits: to be typed from another window. */
function pronounceable(random: RandomSource): string {
  const syllable = () => {
    const [first = 0, second = 0] = random.bytes(2);
    // 16 consonants divide 256; 5 vowels leave a remainder of one, which changes nothing that matters for a sample.
    return CONSONANTS.charAt(first % CONSONANTS.length) + VOWELS.charAt(second % VOWELS.length);
  };
  return Array.from({ length: 5 }, () => syllable() + syllable()).join('-');
}
