import type { UserFactors } from '../../../contract/operations/userSchemas.ts';
import type { Voice } from '../../../contract/words/write.ts';
import type { Reader } from '../../db/connection.ts';
import { provenOf } from '../../domain/authenticators/factorStore.ts';
import { nameInAnswer } from '../../domain/authenticators/names.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import { userById } from '../../domain/people/store.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';

/** What a person holds, here. Refuses with `not_found`. */
export async function userFactors(reader: Reader, id: string, voice: Voice): Promise<UserFactors> {
  if (!(await userById(reader, id))) throw noSuchUser();
  const held = await provenOf(reader, id);
  return {
    items: held.map((one) => ({
      systemId: null,
      id: one.id,
      kind: 'app',
      name: voice.write(nameInAnswer(one.name)),
      createdAt: rfc3339(one.confirmed_at ?? one.created_at),
      lastUsedAt: rfc3339OrNull(one.last_used_at),
      stopped: one.stopped_at !== null,
    })),
    unavailable: [],
  };
}
