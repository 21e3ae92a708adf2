import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { LiveEvent } from '../../../contract/events.ts';
import { permissionsOf } from '../../../contract/permissions.ts';
import type { Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/errors.ts';
import { Refusal } from '../../refusal.ts';
import { inEnglish } from '../../words.ts';
import type { AuditPerson } from '../audit/append.ts';
import { askedByNobody } from '../audit/origin.ts';
import { rolesOf } from '../people/roleStore.ts';
import { holdUser, userById } from '../people/store.ts';
import { openContents } from './contents.ts';
import type { AnyChangeKind } from './kinds.ts';
import type { ChangeRow } from './store.ts';
import { auditChange } from './tell.ts';

/** A change that can't take effect any more, with why: whatever was begun of it is rolled back. */
export class CannotTakeEffect extends Error {
  readonly why: Sentence | string;

  constructor(why: Sentence | string, options?: ErrorOptions) {
    super(inEnglish(why), options);
    this.why = why;
  }
}

/**
 * Does what a change says, in the transaction that has ended its waiting. It is judged again as of now: whoever asked for it is
 * still there and still may, and its kind has its own eyes. Throws `CannotTakeEffect`.
 */
export async function takeEffect(
  tx: Tx,
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>,
  kinds: readonly AnyChangeKind[],
  { change, agreedBy, now }: { change: ChangeRow; agreedBy: AuditPerson | null; now: number },
): Promise<LiveEvent[]> {
  const kind = kinds.find(({ name }) => name === change.kind);
  if (!kind) throw new CannotTakeEffect(sentence('answers/settings', 'unknownChange'));
  const by = await requireMaker(tx, deps.keys, { id: change.made_by, kind });
  const contents = openContents(deps.keys, change);
  try {
    // Its maker is named as who did it: the address and the session here are those of whoever agrees.
    const events = await askedByNobody(() => kind.apply(tx, contents.input as never, { by, agreedBy, now }));
    const data =
      agreedBy === null ? { requestedBy: by.name } : { requestedBy: by.name, agreedBy: agreedBy.name };
    await auditChange(tx, deps, { act: 'took_effect', change, contents, actor: agreedBy, now, data });
    return events;
  } catch (error) {
    if (error instanceof Refusal)
      throw new CannotTakeEffect(error.options.detail ?? error.message, { cause: error });
    if (isUniqueViolation(error))
      throw new CannotTakeEffect(sentence('answers/settings', 'addedMeanwhile'), {
        cause: error,
      });
    throw error;
  }
}

/** SECURITY: a change outlives neither the account nor the role of whoever asked for it. */
async function requireMaker(
  tx: Tx,
  keys: Keyring,
  { id, kind }: { id: string; kind: AnyChangeKind },
): Promise<AuditPerson> {
  const maker = await userById(tx, id);
  const roles = maker?.status === 'active' ? await rolesOf(tx, keys, id) : [];
  if (!maker || !permissionsOf(roles, false).has(kind.permission))
    throw new CannotTakeEffect(sentence('answers/settings', 'askerMayNot'));
  return maker;
}

/** Keeps who asked and who agrees as they are until the commit, before anything is read of them and before the change is. */
export async function holdPeople(tx: Tx, deps: Pick<Deps, 'db'>, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].toSorted()) await holdUser(tx, deps, id);
}
