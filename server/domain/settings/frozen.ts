import type { FreezeSwitch } from '../../../contract/freeze.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { lockFreeze } from './freezeStore.ts';
import { FROZEN_SENTENCES } from './rules/frozenSentences.ts';

export const frozenRefusal = (name: FreezeSwitch): Refusal =>
  refuse('frozen', { detail: FROZEN_SENTENCES[name] });

/** Refuses with `frozen`. Before any other lock of the transaction, as `lockFreeze`. */
export async function requireNotFrozen(tx: Tx, deps: Pick<Deps, 'db'>, name: FreezeSwitch): Promise<void> {
  if (await lockFreeze(tx, deps, name)) throw frozenRefusal(name);
}
