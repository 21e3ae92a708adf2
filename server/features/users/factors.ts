import type { UserFactors } from '../../../contract/operations/userSchemas.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps, Reading } from '../../context.ts';
import { provenOf } from '../../domain/authenticators/factorStore.ts';
import { nameInAnswer } from '../../domain/authenticators/names.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import { userById } from '../../domain/people/store.ts';
import { factorsElsewhere } from '../../domain/systems/readFactors.ts';
import { lineFromThere } from '../../domain/systems/rules/names.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';

/** What a person holds, here and in linked systems as they answer now. Refuses with `not_found`. */
export async function userFactors(
  { db, systems }: Pick<Deps, 'db' | 'systems'>,
  id: string,
  { now, voice }: Reading,
): Promise<UserFactors> {
  if (!(await userById(db.kysely, id))) throw noSuchUser();
  const here = await provenOf(db.kysely, id);
  const { held, unavailable } = await factorsElsewhere(db.kysely, systems, { userId: id, now });
  return {
    items: [
      ...here.map((one) => ({
        systemId: null,
        id: one.id,
        kind: 'app' as const,
        name: voice.write(nameInAnswer(one.name)),
        createdAt: rfc3339(one.confirmed_at ?? one.created_at),
        lastUsedAt: rfc3339OrNull(one.last_used_at),
        stopped: one.stopped_at !== null,
      })),
      ...held.map(({ systemId, factor: { name, kind, createdAt, lastUsedAt, ...factor } }) => ({
        systemId,
        id: factor.id,
        kind,
        // SECURITY: a name from there is shown with what nobody sees in it (S-107).
        name:
          name === null
            ? voice.write(sentence('answers/systems', 'factorName', { kind }))
            : lineFromThere(name),
        createdAt: rfc3339OrNull(createdAt),
        lastUsedAt: rfc3339OrNull(lastUsedAt),
        stopped: factor.stopped,
      })),
    ],
    unavailable: unavailable.map(({ systemId, said }) => ({ systemId, sentence: voice.write(said) })),
  };
}
