import type { OutputOf } from '../../contract/operations.ts';
import type { Role } from '../../contract/permissions.ts';
import { bindRoles } from './bind.ts';
import type { Answer, TestApp, TestPerson } from './app.ts';

/** Somebody of staff who has had their role since the organisation began: a second person from the first day on. */
export async function personOfOld(
  test: TestApp,
  username: string,
  roles: Role[] = ['security_officer'],
): Promise<TestPerson> {
  const person = await test.person({ username, roles });
  await test.deps.db.kysely
    .updateTable('user_roles')
    .set({ granted_at: 0 })
    .where('user_id', '=', person.id)
    .execute();
  await bindRoles(test.deps.db.kysely, test.deps.keys);
  return person;
}

/** The id of the change that an answer says is kept. */
export function changeIn({ status, body, text }: Answer<unknown>): string {
  const { pendingChange } = Object(body) as { pendingChange?: { id: string } };
  if (status !== 202 || !pendingChange) throw new Error(`${status} ${text}`);
  return pendingChange.id;
}

/** Agrees to a change that waits. */
export async function agree(
  test: TestApp,
  second: TestPerson,
  changeId: string,
): Promise<Answer<OutputOf<'pendingChanges.approve'>>> {
  const token = await second.signIn({ stepUp: true });
  return test.call('pendingChanges.approve', { id: changeId }, { token });
}
