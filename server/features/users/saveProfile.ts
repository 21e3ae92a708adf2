import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import type { AuditPerson } from '../../domain/audit/append.ts';
import { voidActivationCodes } from '../../domain/authenticators/activationStore.ts';
import { mailStaff, mailUser } from '../../domain/mail/enqueue.ts';
import { sendOnRefused } from '../../domain/mail/refusedStore.ts';
import { endLinks } from '../../domain/passwordLinks/store.ts';
import { contactsSince, insertContactChanges } from '../../domain/people/contactStore.ts';
import { keepDepartment } from '../../domain/people/departmentStore.ts';
import { takeInvitationBack } from '../../domain/people/invitationStore.ts';
import { searchColumns } from '../../domain/people/createUser.ts';
import type { User } from '../../domain/people/people.ts';
import { writtenAddress } from '../../domain/people/writtenAddressStore.ts';
import { changeProfile } from '../../domain/people/store.ts';
import { forgetGraceOfFreed } from '../../domain/policy/forgetGrace.ts';
import { auditedChange, contactChanges } from './change.ts';
import type { ContactChange, ProfileColumns } from './change.ts';

interface ProfileUpdate {
  /** As the row is now, locked. */
  user: User;
  /** What really changes. */
  profile: Partial<ProfileColumns>;
  /** Null: the operator, on the server's machine. */
  by: AuditPerson | null;
  /** The connected system that it is read from, where it is, and who had it read. */
  source?: { systemId: string; name: string; byId: string } | null;
  /** Policy asks for MFA no longer. */
  frees: boolean;
  now: number;
}

/**
 * Changes what is kept of a person, with the event and the mails that belong to it: contacts are on record with their date, and the
 * old address hears of it, too (S-32, S-35).
 */
export async function saveProfile(tx: Tx, deps: Deps, update: ProfileUpdate): Promise<void> {
  const { user, profile, by, source = null, frees, now } = update;
  if (Object.keys(profile).length === 0) return;
  // SECURITY: what somebody wrote to the database never was their address. It is told nothing, and to call it right is to change it.
  const email = profile.email === undefined ? user.email : await writtenAddress(tx, deps.keys, user);
  const contacts = contactChanges({ ...user, email }, profile).filter(({ from, to }) => from !== to);
  if (typeof profile.department === 'string') await keepDepartment(tx, profile.department, now);
  await changeProfile(tx, deps.keys, user.id, { ...profile, ...searchColumns({ ...user, ...profile }) });
  if (profile.department !== undefined) await forgetGraceOfFreed(tx, user.id, now);
  await appendAudit(tx, deps, {
    at: now,
    action: 'user.updated',
    actor: by,
    target: { id: user.id, name: profile.name ?? user.name },
    data: {
      ...auditedChange(user, profile),
      ...(frees ? { frees } : {}),
      ...(source && { source: source.name }),
    },
  });
  if (frees) {
    const params = {
      person: user.name,
      by: by?.name ?? sentence('mail', 'operator'),
      department: profile.department ?? sentence('mail', 'noDepartment'),
    };
    await mailStaff(tx, deps, { to: 'officers', kind: 'person_freed', at: now, params });
  }
  if (contacts.length === 0) return;
  const before = await contactsSince(tx, user.id);
  await insertContactChanges(
    tx,
    contacts.map(({ field, from, to }) => ({
      id: uuidv7(now, deps.random),
      user_id: user.id,
      field,
      old_value: from,
      new_value: to,
      // SECURITY: taken off and put on anew is a change: in two steps nothing becomes a first value (S-32).
      first: from === null && field !== 'email' && before[field] === undefined ? 1 : 0,
      at: now,
      // SECURITY: whoever has people read is behind what comes by it, as if they had typed it (S-42).
      by_id: by?.id ?? source?.byId ?? null,
      system_id: source?.systemId ?? null,
    })),
  );
  if (contacts.some(({ field }) => field === 'email')) {
    // SECURITY: what was mailed to the old address makes no password and no enrolment any more, whoever reads it there.
    await endLinks(tx, user.id, now);
    await takeInvitationBack(tx, user.id);
    await voidActivationCodes(tx, user.id, now);
    await sendOnRefused(tx, { userId: user.id, from: user.email, to: profile.email ?? user.email, now });
  }
  // After the change is on record: the old address hears of it, too (S-35).
  await mailUser(tx, deps, {
    userId: user.id,
    kind: 'contact_changed',
    at: now,
    params: { contacts: contactsIn(contacts), ...(source && { source: source.name }) },
  });
}

function contactsIn(contacts: readonly ContactChange[]): Sentence {
  const each = contacts.map(({ field }) =>
    sentence('mail', 'contact', { field: field === 'manager' ? 'other' : field }),
  );
  return sentence('mail', 'contacts', { contacts: { each, by: 'and' } });
}
