import { sentence } from '../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import type { Access, SystemKind, SystemPerson } from '../../../domain/systems/kind.ts';

/** In memory at once, some 60 MB; more than that is another kind of directory. */
const MOST_PEOPLE = 100_000;
const MOST_PAGES = 10_000;

export interface Everybody {
  people: SystemPerson[];
  /** Whether those are all; who isn't among them is gone only then. */
  isWhole: boolean;
}

/**
 * Who exists in a system, page by page, each once (S-116). Throws `SystemFailure` where it fails in between: half of them are
 * nobody's word that the others are gone.
 *
 * @param mayEnd whether what was read until `access.signal` is good for something
 */
export async function readEverybody(
  readPeople: NonNullable<SystemKind['readPeople']>,
  access: Access,
  { mayEnd = false }: { mayEnd?: boolean } = {},
): Promise<Everybody> {
  const { name } = access;
  const people = new Map<string, SystemPerson>();
  const pages = new Set<string>();
  let page: string | null = null;
  do {
    try {
      const read = await readPeople(access, page);
      for (const one of read.people) people.set(one.externalId, one);
      page = read.next;
    } catch (error) {
      if (mayEnd && access.signal.aborted && people.size > 0 && error instanceof SystemFailure)
        return { people: [...people.values()], isWhole: false };
      throw error;
    }
    if (people.size > MOST_PEOPLE || pages.size > MOST_PAGES)
      throw new SystemFailure(
        'too_large',
        sentence('answers/systems', 'tooManyPeople', { name, most: MOST_PEOPLE }),
      );
    if (page !== null && pages.has(page))
      throw new SystemFailure('odd_answer', sentence('answers/systems', 'pagesInACircle', { name }));
    if (page !== null) pages.add(page);
  } while (page !== null);
  // SECURITY: who may list nobody is answered an empty list by some, and everybody would be gone.
  if (people.size === 0)
    throw new SystemFailure('odd_answer', sentence('answers/systems', 'nobodyListed', { name }));
  return { people: [...people.values()], isWhole: true };
}
