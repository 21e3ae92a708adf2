import type { OutputOf } from '../../../../contract/operations.ts';
import { ORGANISATION } from '../../../../resources/sample/people.ts';
import type { Role } from '../../../../contract/permissions.ts';
import type { Deps } from '../../../context.ts';
import type { RandomSource } from '../../../crypto/random.ts';
import { otpauthUri } from '../../../crypto/totp.ts';
import type { SamplePerson } from './rows.ts';

export type SampleAccount = OutputOf<'setup.openSample'>['accounts'][number];

/** Whom one can sign in as, by position in the plan. */
const ACCOUNTS: readonly { position: number; about: string }[] = [
  { position: 0, about: 'Administrator and security officer: sees and may do everything.' },
  { position: 1, about: 'Security officer: sets the policy, decides requests.' },
  { position: 2, about: 'Administrator: the second person that privileged resets need.' },
  { position: 3, about: 'Help desk: verifies requests.' },
  { position: 6, about: 'Auditor: reads everything, changes nothing.' },
  { position: 8, about: 'A user with MFA on.' },
  { position: 9, about: 'A user without MFA, in grace.' },
  { position: 10, about: 'A user whose grace is over: signing in leads into setup.' },
];

/** Gives the printed accounts passwords of their own: random, and shown once. */
export async function openAccounts(
  deps: Pick<Deps, 'random' | 'passwords'>,
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
  deps: Pick<Deps, 'random' | 'passwords'>,
  { user, plan, secret }: SamplePerson,
  about: string,
): Promise<SampleAccount> {
  const password = pronounceable(deps.random);
  user.password_hash = await deps.passwords.hash(password);
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
