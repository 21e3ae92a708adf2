import type { Keyring } from '../../server/crypto/keyring.ts';
import type { Reader, Tx } from '../../server/db/connection.ts';
import { ROLE_MACS } from '../../server/domain/people/macs.ts';
import { bindWithoutMfa as bindUnbound } from '../../server/domain/people/mfaStore.ts';
import { SESSION_MACS } from '../../server/domain/sessions/macs.ts';

/** What a test wrote past the product into a person's sessions stands there as a server would have written it. */
export async function bindSessions(reader: Reader, keys: Keyring, userId: string): Promise<void> {
  for (const session of await reader
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .execute())
    await reader
      .updateTable('sessions')
      .set({ mac: SESSION_MACS.of(keys, session) })
      .where('id', '=', session.id)
      .execute();
}

/** The same of everybody's roles. */
export async function bindRoles(reader: Reader, keys: Keyring): Promise<void> {
  for (const role of await reader.selectFrom('user_roles').selectAll().execute())
    await reader
      .updateTable('user_roles')
      .set({ mac: ROLE_MACS.of(keys, role) })
      .where('user_id', '=', role.user_id)
      .where('role', '=', role.role)
      .execute();
}

/** The same of everybody who has no MFA. */
export async function bindWithoutMfa(tx: Tx, keys: Keyring): Promise<void> {
  await tx.updateTable('users').set({ off_mac: null }).execute();
  await bindUnbound(tx, keys);
}
