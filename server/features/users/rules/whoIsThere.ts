import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';

/** Somebody here, as far as it decides whose account there is theirs. */
export interface Here {
  id: string;
  username: string;
  name: string;
}

/** What is known here of an account there. */
export interface Around<H extends Here> {
  /** Whose it is, as it was read before or linked; null where nobody's. */
  known: H | null;
  /** What stands here of it isn't as a server wrote it. */
  isAltered: boolean;
  /** Another account there has the same username or address. */
  isTwice: boolean;
  /** Who has its username here, and what speaks against its being theirs: another address, or none that is proved. */
  named: { user: H; doubt: 'readOtherAddress' | 'readUnproven' | null } | null;
  /** Who has its address here. */
  addressed: readonly Here[];
  /** Who is called the same here, and isn't known to have another account there. */
  namesakes: readonly Here[];
  /** Whether somebody here is known to have another account there. */
  hasAnother(userId: string): boolean;
}

/**
 * Who an account there is: somebody here, nobody yet, or not to be told without a person who looks. SECURITY: nobody is guessed. A
 * username tells who somebody is only with their address here, verified there: people there may choose their username, their name,
 * and an address that nobody asked them to prove.
 */
export function whoIsThere<H extends Here>({
  known,
  isAltered,
  isTwice,
  named,
  addressed,
  namesakes,
  hasAnother,
}: Around<H>): { user: H } | { isNew: true } | { not: Sentence } {
  if (isAltered) return { not: sentence('answers/systems', 'readAltered') };
  if (known) return { user: known };
  if (isTwice) return { not: sentence('answers/systems', 'readTwice') };
  if (named) {
    const { user, doubt } = named;
    if (hasAnother(user.id)) return unclear('readOtherAccount', user);
    return doubt ? unclear(doubt, user) : { user };
  }
  const [addressee] = addressed;
  if (addressee) return unclear('readAddressHere', addressee);
  const [namesake] = namesakes;
  return namesake ? unclear('readNamesake', namesake) : { isNew: true };
}

const unclear = (
  why: 'readOtherAccount' | 'readOtherAddress' | 'readUnproven' | 'readAddressHere' | 'readNamesake',
  { name, username }: Here,
) => ({ not: sentence('answers/systems', why, { name, username }) });

/** So many are suspended in a day because they are gone in a system, of `known` people there; one always may. */
export const mostGoneAtOnce = (known: number): number => Math.min(20, Math.max(1, Math.floor(known / 10)));
