import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { bindWaiver } from './macs.ts';

/** Binds waivers of before there were MACs to the server's key: those of the last hours, few. */
export async function bindWaivers(tx: Tx, keys: Keyring): Promise<void> {
  const rows = await tx
    .selectFrom('users')
    .select(['id', 'activation_waived_until'])
    .where('activation_waived_until', 'is not', null)
    .where('waiver_mac', 'is', null)
    .execute();
  for (const { id, activation_waived_until: until } of rows)
    await tx
      .updateTable('users')
      .set(bindWaiver(keys, id, until))
      .where('id', '=', id)
      .execute();
}
