import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { rfc3339 } from '../../time.ts';
import { inEnglish } from '../../words.ts';
import { appendAudit } from '../audit/append.ts';
import type { AuditPerson } from '../audit/append.ts';
import { mailStaff, mailUser } from '../mail/enqueue.ts';
import { activeRecipients } from '../mail/recipientStore.ts';
import { auditPerson } from '../people/auditPerson.ts';
import type { Contents } from './contents.ts';
import { tokenOf } from './contents.ts';
import type { ChangeRow } from './store.ts';

type TellDeps = Pick<Deps, 'keys' | 'random' | 'config'>;

const DECIDERS = 'administrators_and_officers';

/** A change waits: to all administrators and officers, and to those it touches. */
export async function mailProposed(
  tx: Tx,
  deps: TellDeps,
  { change, contents, now }: { change: Omit<ChangeRow, 'mac'>; contents: Contents; now: number },
): Promise<void> {
  const by = (await auditPerson(tx, change.made_by)).name;
  const { takes_effect_at: date, ends_at: end } = change;
  const params = {
    by,
    summary: contents.summary,
    ...(date === null ? { endsAt: rfc3339(end) } : { takesEffectAt: rfc3339(date) }),
  };
  const mail = { at: now, withdrawToken: tokenOf(deps.keys, change) };
  await mailStaff(tx, deps, {
    ...mail,
    to: DECIDERS,
    kind: 'change_proposed',
    params: { ...params, requestedAt: rfc3339(change.made_at) },
  });
  const told = new Set((await activeRecipients(tx, DECIDERS)).map(({ id }) => id));
  for (const userId of contents.touches)
    if (!told.has(userId)) await mailUser(tx, deps, { ...mail, userId, kind: 'change_touches_you', params });
}

/** A change is over without effect. */
export async function mailEnded(
  tx: Tx,
  deps: TellDeps,
  {
    change,
    contents,
    outcome,
    now,
  }: { change: ChangeRow; contents: Contents; outcome: string | Sentence; now: number },
): Promise<void> {
  const by = (await auditPerson(tx, change.made_by)).name;
  const params = { by, summary: contents.summary, outcome };
  await mailStaff(tx, deps, { to: DECIDERS, kind: 'change_ended', at: now, params });
}

/** Somebody altered a change in the database. */
export async function mailTampered(
  tx: Tx,
  deps: TellDeps,
  { contents, now }: { contents: Contents; now: number },
): Promise<void> {
  const params = { summary: contents.summary };
  await mailStaff(tx, deps, { to: DECIDERS, kind: 'change_tampered', at: now, params });
}

type Act =
  'tampered' | 'proposed' | 'approved' | 'withdrawn' | 'took_effect' | 'expired' | 'failed' | 'needs_second';

/** The audit event of what happened to a change. */
export async function auditChange(
  tx: Tx,
  deps: TellDeps,
  {
    act,
    change,
    contents,
    actor,
    now,
    data = {},
  }: {
    act: Act;
    change: Pick<ChangeRow, 'id' | 'kind'>;
    contents: Contents;
    actor: AuditPerson | null;
    now: number;
    data?: Record<string, unknown>;
  },
): Promise<void> {
  const [only, another] = contents.touches;
  await appendAudit(tx, deps, {
    at: now,
    action: `pending_change.${act}`,
    actor,
    target: only !== undefined && another === undefined ? await auditPerson(tx, only) : null,
    data: {
      changeId: change.id,
      kind: change.kind,
      // For exports; whoever reads the log here is told it in their language.
      summary: inEnglish(contents.summary),
      ...(typeof contents.summary === 'string' ? {} : { words: contents.summary }),
      ...data,
    },
  });
}
