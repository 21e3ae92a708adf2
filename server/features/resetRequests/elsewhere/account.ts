import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import { SealBroken } from '../../../crypto/seal.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import { systemById, systemsNamed } from '../../../domain/systems/store.ts';
import type { Account } from './steps.ts';

/** The system was disconnected since: nobody can be asked any more. */
export class NotConnected extends Error {
  readonly code = 'not_connected';
  readonly retryAfter = null;
  readonly said: Sentence<'answers/systems'>;

  constructor(name: string) {
    super('not connected');
    this.said = sentence('answers/systems', 'notConnected', { name });
  }
}

/** Where something is done for an account. Throws `NotConnected`, and `SystemFailure` where its secret can't be opened. */
export async function accountOf(
  { db, systems, now }: Pick<Deps, 'db' | 'systems' | 'now'>,
  { system_id: systemId, external_id: externalId }: { system_id: string; external_id: string },
  what: Pick<Account, 'known' | 'factorIds'>,
): Promise<Account> {
  const system = await systemById(db.kysely, systemId);
  if (!system) {
    const [former] = await systemsNamed(db.kysely, [systemId]);
    throw new NotConnected(former?.name ?? systemId);
  }
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
