import type { Deps } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import type { AuditPerson } from '../../domain/audit/append.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import type { User } from '../../domain/people/people.ts';
import { insertSystemLink } from '../../domain/systems/linkStore.ts';
import type { SystemLink } from '../../domain/systems/linkStore.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';

export interface NewLink {
  user: Pick<User, 'id' | 'name'>;
  system: Pick<StoredSystem, 'id' | 'name'>;
  externalId: string;
  /** As people read it. */
  externalName: string;
  how: SystemLink['how'];
  /** Null where a rule made it. */
  by: AuditPerson | null;
  /** What else the log says of it. */
  data?: Record<string, unknown>;
  now: number;
}

const ACTIONS = {
  administrator: 'system.linked',
  rule: 'system.linked_by_rule',
  import: 'system.linked_by_file',
} as const;

/** Links somebody to their account there, with the event and the mail to them. Throws a unique violation where either is taken. */
export async function makeLink(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  { user, system, externalId, externalName, how, by, data = {}, now }: NewLink,
): Promise<void> {
  await insertSystemLink(tx, deps.keys, {
    id: uuidv7(now, deps.random),
    user_id: user.id,
    system_id: system.id,
    external_id: externalId,
    external_name: externalName,
    how,
    linked_by: by?.id ?? null,
    linked_at: now,
  });
  await appendAudit(tx, deps, {
    at: now,
    action: ACTIONS[how],
    actor: by && { id: by.id, name: by.name },
    target: { id: user.id, name: user.name },
    data: { system: system.name, account: externalName, externalId, by: how, ...data },
  });
  const params = { system: system.name, account: externalName };
  await mailUser(tx, deps, { userId: user.id, kind: 'system_linked', at: now, params });
}
