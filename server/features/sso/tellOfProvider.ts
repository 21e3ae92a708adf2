import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import type { TakingEffect } from '../../domain/pendingChanges/kinds.ts';

type TellDeps = Pick<Deps, 'keys' | 'random' | 'config'>;
interface Named {
  name: string;
  issuer: string;
}

/** The audit event of what was done to a provider. */
export async function auditProvider(
  tx: Tx,
  deps: TellDeps,
  { by, agreedBy, now }: TakingEffect,
  {
    action,
    provider: { name, issuer },
    data,
  }: {
    action: 'sso.provider_saved' | 'sso.provider_removed';
    provider: Named;
    data: Record<string, unknown>;
  },
): Promise<void> {
  await appendAudit(tx, deps, {
    at: now,
    action,
    actor: { id: by.id, name: by.name },
    target: null,
    data: { provider: name, issuer, ...data, ...(agreedBy ? { agreedBy: agreedBy.name } : {}) },
  });
}

/** The same of one that was added or changed, and a mail to those who have to know who lets people in. */
export async function tellOfSaved(
  tx: Tx,
  deps: TellDeps,
  how: TakingEffect,
  { provider, data }: { provider: Named; data: Record<string, unknown> },
): Promise<void> {
  await auditProvider(tx, deps, how, { action: 'sso.provider_saved', provider, data });
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'sso_provider_saved',
    at: how.now,
    params: { by: how.by.name, provider: provider.name, issuer: provider.issuer },
  });
}
