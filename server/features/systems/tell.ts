import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import type { TakingEffect } from '../../domain/pendingChanges/kinds.ts';

type TellDeps = Pick<Deps, 'keys' | 'random' | 'config'>;

async function audit(
  tx: Tx,
  deps: TellDeps,
  { by, agreedBy, now }: TakingEffect,
  event: { action: 'system.saved' | 'system.removed'; data: Record<string, unknown> },
): Promise<void> {
  await appendAudit(tx, deps, {
    at: now,
    action: event.action,
    actor: { id: by.id, name: by.name },
    target: null,
    data: { ...event.data, ...(agreedBy ? { agreedBy: agreedBy.name } : {}) },
  });
}

/** The audit event and the mail to staff about a system that was connected or changed; `data` holds no secret. */
export async function tellOfSaved(
  tx: Tx,
  deps: TellDeps,
  how: TakingEffect,
  { name, url, data }: { name: string; url: string; data: Record<string, unknown> },
): Promise<void> {
  await audit(tx, deps, how, { action: 'system.saved', data: { system: name, url, ...data } });
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'system_saved',
    at: how.now,
    params: { by: how.by.name, system: name, url },
  });
}

/** The same of one that was removed, with how many links ended. */
export async function tellOfRemoved(
  tx: Tx,
  deps: TellDeps,
  how: TakingEffect,
  { name, url, links }: { name: string; url: string; links: number },
): Promise<void> {
  await audit(tx, deps, how, { action: 'system.removed', data: { system: name, url, links } });
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'system_removed',
    at: how.now,
    params: { by: how.by.name, system: name },
  });
}
