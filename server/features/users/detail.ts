import type { Reading } from '../../context.ts';
import type { UserDetail } from '../../../contract/operations/userSchemas.ts';
import { isStaff } from '../../../contract/permissions.ts';
import type { Role } from '../../../contract/permissions.ts';
import { CONTACT_TAINT } from '../../domain/people/rules/contactTaint.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import { isFirstEnrolment } from '../../domain/authenticators/activation.ts';
import { triesAtNewestCode } from '../../domain/authenticators/activationStore.ts';
import { refusedAt } from '../../domain/mail/refusedStore.ts';
import { setUpMailState } from '../../domain/mail/store.ts';
import { newestSetUpLink } from '../../domain/passwordLinks/store.ts';
import { boundWaiver, isAddressBound } from '../../domain/people/macs.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import { roleDates, rolesOf } from '../../domain/people/roleStore.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import type { CurrentPolicy } from '../../domain/policy/current.ts';
import { exemptionOf } from '../../domain/policy/exemptions.ts';
import { accountOf } from '../../domain/sessions/account.ts';
import { ssoLinksOf } from '../../domain/sessions/ssoLinkStore.ts';
import { contactSources, contactsSince } from '../../domain/people/contactStore.ts';
import { contactsBegun } from '../../domain/secondPerson/store.ts';
import { personOf } from '../../domain/people/people.ts';
import { userById } from '../../domain/people/store.ts';
import type { User } from '../../domain/people/people.ts';
import { standingOfUser, toUserRow } from '../../domain/people/rows.ts';
import { requiredBecause } from './requiredBecause.ts';
import { pendingRequestOf } from './store.ts';
import { systemsOf } from './systemsOf.ts';

/** A user's page. Refuses with `not_found`. */
export async function userDetail(
  reader: Reader,
  keys: Keyring,
  id: string,
  { now, voice }: Reading,
): Promise<UserDetail> {
  const user = await userById(reader, id);
  if (!user) throw noSuchUser();
  const policy = await currentPolicy(reader);
  const roles = await rolesOf(reader, keys, id);
  const manager = user.manager_id === null ? undefined : await userById(reader, user.manager_id);
  const since = await contactsSince(reader, id);
  const sources = await contactSources(reader, id);
  const roleSince = await roleDates(reader, id);
  const link = await newestSetUpLink(reader, id);
  const linkAt = link?.created_at ?? null;
  const systems = await systemsOf(reader, keys, user, now);
  const [refused, ...alsoRefused] = await refusedAt(reader, { userId: id, address: user.email });
  const due = await activationDue(reader, keys, { user, roles, policy, now });
  return {
    ...toUserRow(user, roles, policy, now),
    phone: { ...contact(user, user.phone, since.phone, now), ...readFrom(sources.phone) },
    mobile: { ...contact(user, user.mobile, since.mobile, now), ...readFrom(sources.mobile) },
    emailSince: rfc3339(since.email ?? user.created_at),
    ...(!isAddressBound(keys, user) && { emailAltered: true as const }),
    manager: manager ? personOf(manager) : null,
    contactsEnteredBy: await contactsEnteredBy(reader, id, now),
    hasPassword: user.password_hash !== null,
    setUpLinkSentAt: rfc3339OrNull(linkAt),
    ...(link && link.used_at === null ? { setUpLinkEndsAt: rfc3339(link.expires_at) } : {}),
    setUpLinkMail: linkAt === null ? null : await setUpMailState(reader, id, linkAt),
    requiredBecause: await requiredBecause(
      reader,
      user,
      { roles, policy, staffSince: roleSince.oldest },
      { now, voice },
    ),
    exemption: await exemptionInForce(reader, user, roles, policy, now),
    clockDriftMinutes: driftMinutes(user.clock_drift_seconds),
    openRequestId: await pendingRequestOf(reader, id),
    lockedAt: rfc3339OrNull(user.locked_at),
    activationDue: due,
    activationTries: (due && (await triesAtNewestCode(reader, id))) || null,
    ssoLinks: await ssoLinksOf(reader, id),
    ...(systems.length > 0 ? { systems } : {}),
    ...(refused && {
      refusedMails: {
        count: 1 + alsoRefused.length,
        newestId: refused.id,
        serverSaid: refused.last_error ?? '',
      },
    }),
  };
}

async function contactsEnteredBy(
  reader: Reader,
  id: string,
  now: number,
): Promise<UserDetail['contactsEnteredBy']> {
  const [begun] = await contactsBegun(reader, id, now - CONTACT_TAINT);
  const by = begun?.by_id ? await userById(reader, begun.by_id) : undefined;
  return by ? personOf(by) : null;
}

const readFrom = (system: string | undefined) => (system === undefined ? {} : { readFrom: system });

function contact(
  user: User,
  value: string | null,
  since: number | undefined,
  now: number,
): UserDetail['phone'] {
  const at = since ?? (value === null ? null : user.created_at);
  return {
    value,
    since: rfc3339OrNull(at),
    changedRecently: since !== undefined && since > now - CONTACT_TAINT,
  };
}

/** "About 4 min slow": minutes, negative is slow. A clock that is off by seconds is right. */
function driftMinutes(seconds: number | null): number | null {
  const minutes = seconds === null ? 0 : Math.round(seconds / 60);
  return minutes === 0 ? null : minutes;
}

async function activationDue(
  reader: Reader,
  keys: Keyring,
  { user, roles, policy, now }: { user: User; roles: Role[]; policy: CurrentPolicy; now: number },
): Promise<boolean> {
  if (user.mfa_state !== 'off') return false;
  const firstEnrolment = await isFirstEnrolment(reader, { ...user, isStaff: isStaff(roles) });
  const facts = { roles, firstEnrolment, waivedUntil: boundWaiver(keys, user) };
  return accountOf(user, facts, policy, now).activationRequired;
}

/** Null for whom MFA is asked all the same: staff, and after a reset by staff. */
async function exemptionInForce(
  reader: Reader,
  user: User,
  roles: readonly Role[],
  policy: CurrentPolicy,
  now: number,
): Promise<UserDetail['exemption']> {
  const exemption = exemptionOf(policy.document, user.id, now);
  if (!exemption || standingOfUser(user, roles, policy, now).required) return null;
  const owner = await userById(reader, exemption.ownerId);
  const { reason, endsAt } = exemption;
  return { reason, owner: owner ? personOf(owner) : null, endsAt, policyVersion: policy.version };
}
