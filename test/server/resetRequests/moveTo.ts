import { createSuspension } from '../../../server/features/users/suspensions.ts';
import { updateUser } from '../../../server/features/users/update.ts';
import type { Actor, Desk } from './desk.ts';

/** An administrator puts somebody into another department, by the page of users. */
export async function moveTo(
  { deps, resets, clock }: Pick<Desk, 'deps' | 'resets' | 'clock'>,
  { userId, department, by }: { userId: string; department: string | null; by: Actor },
): Promise<void> {
  const roles = ['user', 'administrator'] as const;
  const session = { sessionId: '', permissions: new Set<never>(), via: 'password' } as const;
  const actor = { ...by, ...session, username: by.name, roles };
  const update = { actor, input: { id: userId, department }, now: clock.now() };
  const parts = { resets, suspension: createSuspension(deps, resets) };
  await deps.db.transaction((tx) => updateUser(tx, deps, parts, update));
}
