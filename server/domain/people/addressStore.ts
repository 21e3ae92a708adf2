import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { bindEmail } from './macs.ts';
import { storeUserMacs } from './userMacStore.ts';

const AT_ONCE = 200;

/** Binds the addresses of before there were MACs to the server's key. */
export async function bindAddresses(tx: Tx, keys: Keyring): Promise<void> {
  for (let after = ''; ;) {
    const rows = await tx
      .selectFrom('users')
      .select(['id', 'email'])
      .where('email_mac', 'is', null)
      .$if(after !== '', (query) => query.where('id', '>', after))
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    const macs = rows.map(({ id, email }) => ({ id, mac: bindEmail(keys, id, email).email_mac }));
    await storeUserMacs(tx, 'email_mac', macs);
    after = last.id;
  }
}
