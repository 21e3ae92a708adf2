import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import { SealBroken } from '../../../crypto/seal.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import { linkedAccounts } from '../../../domain/systems/linkStore.ts';
import { systemById, systemsNamed } from '../../../domain/systems/store.ts';
import type { Account } from './steps.ts';

/** Nobody can be asked any more: the system was disconnected since, or whose account it is isn't said any more. */
export class NotConnected extends Error {
  readonly code = 'not_connected';
  readonly retryAfter = null;
  readonly said: Sentence<'answers/systems'>;

  constructor(key: 'notConnected' | 'notLinked', name: string) {
    super('not connected');
    this.said = sentence('answers/systems', key, { name });
  }
}

/** An account that something is done for, and whose it is. */
interface Whose {
  user_id: string;
  system_id: string;
  external_id: string;
  /** When it was held (UTC ms): it is looked after also where only its link was taken away since. */
  held_at?: number;
}

/**
 * Where something is done for an account. Throws `NotConnected`, and `SystemFailure` where its secret can't be opened, or its link
 * isn't as a server wrote it. SECURITY: of a
 * system that is elsewhere since, the same id is somebody else's (S-111).
 */
export async function accountOf(
  { db, systems, now }: Pick<Deps, 'db' | 'systems' | 'now'>,
  { user_id: userId, system_id: systemId, external_id: externalId, held_at: heldAt }: Whose,
  what: Pick<Account, 'known' | 'factorIds'>,
): Promise<Account> {
  const system = await systemById(db.kysely, systemId);
  if (!system) {
    const [former] = await systemsNamed(db.kysely, [systemId]);
    throw new NotConnected('notConnected', former?.name ?? systemId);
  }
  const linked = (await linkedAccounts(db.kysely, userId)).find(({ link }) => link.system_id === systemId);
  const isLinked = linked?.link.external_id === externalId;
  const isAsItWasHeld = heldAt !== undefined && system.changed_at <= heldAt;
  if (!isLinked && !isAsItWasHeld) throw new NotConnected('notLinked', system.name);
  if (isLinked && !isAsItWasHeld) systems.accountBy(linked.link, system);
  try {
    const access = systems.accessTo(system, { now: now() });
    return { kind: systems.kindOf(system.kind), access, externalId, ...what };
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new SystemFailure(
      'not_allowed',
      sentence('answers/systems', 'secretUnreadable', { name: system.name }),
    );
  }
}
