import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import type { AuditPerson } from '../../domain/audit/append.ts';
import { limitSessions } from '../../domain/sessions/store.ts';
import type { CurrentPolicy } from '../../domain/policy/current.ts';
import { differenceOf } from './difference.ts';
import { forgetOldGrace } from '../../domain/policy/forgetGrace.ts';
import { insertVersion, replaceInForce } from '../../domain/policy/store.ts';
import type { Weakening } from './weakeningType.ts';

interface Version {
  before: CurrentPolicy;
  after: PolicyDocument;
  reason: string;
  /** Null where the server saves by itself. */
  by: AuditPerson | null;
  weakened: readonly Weakening[];
  /** How many people it asks to set up at their next sign-in. */
  reach: number;
  now: number;
}

/** Puts the version after `before` in force, with its audit event. Refuses with `stale_version` where another one came first. */
export async function putVersion(
  tx: Tx,
  deps: Pick<Deps, 'db' | 'random' | 'keys'>,
  saving: Version,
): Promise<void> {
  const { before, after, reason, by, weakened, reach, now } = saving;
  const version = before.version + 1;
  // Grace that a sign-in begins under the old version is there to be forgotten, or begins under this one.
  await replaceInForce(tx, deps, before.version);
  const inserted = await insertVersion(tx, deps.keys, {
    version,
    document: after,
    reason,
    savedBy: by?.id ?? null,
    now,
  });
  if (!inserted) throw stale(version);
  await forgetOldGrace(tx, before.document, after, now);
  await limitSessions(tx, { before: before.document.sessions, after: after.sessions, now });
  await appendAudit(tx, deps, {
    at: now,
    action: 'policy.saved',
    actor: by,
    target: null,
    data: {
      version,
      reason,
      changes: differenceOf(before.document, after),
      weakens: [...new Set(weakened.map(({ field }) => field))],
      reach,
    },
  });
}

export function stale(version: number) {
  return refuse('stale_version', {
    detail: sentence('answers/policy', 'savedMeanwhile'),
    extra: { version },
  });
}
