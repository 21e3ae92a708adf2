import type { LiveEvent } from '../../../contract/events.ts';
import type { KeptForSecond } from '../../../contract/schemas.ts';
import type { Voice } from '../../../contract/words/write.ts';
import type { Actor, Deps } from '../../context.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { actorPerson } from '../people/people.ts';
import { DAY, rfc3339, rfc3339OrNull } from '../../time.ts';
import { sealContents, withdrawToken } from './contents.ts';
import type { ChangeKind, InWords } from './kinds.ts';
import { ALONE, hasSecondPerson, isNobodyHereYet } from './secondPeople.ts';
import { requireRoomFor } from './room.ts';
import { insertChange } from './store.ts';
import type { ChangeRow } from './store.ts';
import { auditChange, mailProposed } from './tell.ts';

/** A change that nobody has decided about is over then. */
const KEPT = 30 * DAY;

type Brief = KeptForSecond['pendingChange'];

/** What waits, before it is said to whoever asked. */
export interface Kept {
  pendingChange: Omit<Brief, 'summary'> & Pick<InWords, 'summary'>;
}

export const keptAs = ({ write }: Voice, { pendingChange }: Kept): KeptForSecond => ({
  pendingChange: { ...pendingChange, summary: write(pendingChange.summary) },
});

/** What became of it: kept for a second person or a date, or in effect already, with what consoles look at again. */
export type Proposal = { kept: Kept } | { kept: null; events: readonly LiveEvent[] };

/**
 * Asks for a change that needs a second person (S-114). It does nothing yet; who could agree to it and whom it touches are
 * mailed. Where nobody could agree, its date is in 7 days. In an organisation where nobody has come in yet it takes effect at
 * once, and what `apply` refuses is thrown. Refuses with `change_waits`, `too_many_changes` and `too_many_attempts`.
 */
export async function propose<I>(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  kind: ChangeKind<I>,
  { input, actor, now }: { input: I; actor: Actor; now: number },
): Promise<Proposal> {
  const person = actorPerson(actor);
  if (await isNobodyHereYet(tx, actor.userId, now))
    return { kept: null, events: await kind.apply(tx, input, { by: person, agreedBy: null, now }) };

  const id = uuidv7(now, deps.random);
  const contents = { ...(await kind.describe(tx, input)), input };
  const takesEffectAt = (await hasSecondPerson(tx, actor.userId, now)) ? null : now + ALONE;
  const change: Omit<ChangeRow, 'mac'> = {
    id,
    kind: kind.name,
    sealed: sealContents(deps, { id, kind: kind.name, made_by: actor.userId }, contents),
    state: 'waiting',
    made_by: actor.userId,
    made_at: now,
    takes_effect_at: takesEffectAt,
    ends_at: now + KEPT,
    decided_by: null,
    decided_at: null,
    note: null,
    problem: null,
    link_hash: sha256Hex(withdrawToken(deps.keys, id)),
    about: kind.about(input),
  };
  await insertChange(tx, deps.keys, change);
  const data = { takesEffectAt: rfc3339OrNull(takesEffectAt), endsAt: rfc3339(change.ends_at) };
  await auditChange(tx, deps, { act: 'proposed', change, contents, actor: person, now, data });
  await requireRoomFor(tx, change, now);
  await mailProposed(tx, deps, { change, contents, now });
  return {
    kept: {
      pendingChange: {
        id,
        kind: kind.name,
        summary: contents.summary,
        requestedBy: person,
        takesEffectAt: rfc3339OrNull(takesEffectAt),
      },
    },
  };
}
