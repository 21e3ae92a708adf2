import type { Reader } from '../../../db/connection.ts';
import type { User } from '../../../domain/people/people.ts';

/*
 * The rows that tiers are decided from, of any number of people at once. `since` in UTC ms.
 */

export function subjectsById(reader: Reader, userIds: readonly string[]): Promise<User[]> {
  return reader.selectFrom('users').selectAll().where('id', 'in', userIds).execute();
}

/** Contacts that were changed, or set for the first time after the account was made. */
export function contactChangesSince(reader: Reader, userIds: readonly string[], since: number) {
  return reader
    .selectFrom('contact_changes')
    .select(['user_id', 'field', 'at', 'first'])
    .where('user_id', 'in', userIds)
    .where('at', '>', since)
    .execute();
}

/** Requests opened or ended since then. */
export function requestsSince(reader: Reader, userIds: readonly string[], since: number) {
  return reader
    .selectFrom('reset_requests')
    .select(['id', 'user_id', 'opened_at', 'ended_at', 'state'])
    .where('user_id', 'in', userIds)
    .where((eb) => eb.or([eb('opened_at', '>', since), eb('ended_at', '>', since)]))
    .execute();
}

/** What the log has of wrong codes, of roles that were taken, and of accounts elsewhere that nobody looked at. */
export function tellingEventsSince(reader: Reader, userIds: readonly string[], since: number) {
  return reader
    .selectFrom('audit_events')
    .select(['target_id', 'action', 'at'])
    .where('target_id', 'in', userIds)
    .where('action', 'in', [
      'mfa.wrong_code',
      'role.revoked',
      'system.linked_by_rule',
      'system.linked_by_file',
    ])
    .where('at', '>', since)
    .execute();
}

/** Checks that failed and count. */
export function failedChecksSince(reader: Reader, userIds: readonly string[], since: number) {
  return reader
    .selectFrom('reset_checks')
    .innerJoin('reset_requests', 'reset_requests.id', 'reset_checks.request_id')
    .select(['reset_requests.user_id', 'reset_checks.at'])
    .where('reset_requests.user_id', 'in', userIds)
    .where('reset_checks.outcome', '=', 'fail')
    .where('reset_checks.void_at', 'is', null)
    .where('reset_checks.at', '>', since)
    .execute();
}

/** Of these networks, by hash, those that these people were seen from. */
export function seenNetworksOf(reader: Reader, userIds: readonly string[], hashes: readonly string[]) {
  return reader
    .selectFrom('seen_networks')
    .select(['user_id', 'network_hash'])
    .where('user_id', 'in', userIds)
    .where('network_hash', 'in', hashes)
    .execute();
}

/** Changes of a person's numbers, the oldest first. */
export function numberChangesOf(reader: Reader, userId: string) {
  return reader
    .selectFrom('contact_changes')
    .select(['field', 'at'])
    .where('user_id', '=', userId)
    .where('field', 'in', ['phone', 'mobile'])
    .orderBy('at')
    .orderBy('id')
    .execute();
}
