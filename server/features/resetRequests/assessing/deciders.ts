import { permissionsOf, ROLES } from '../../../../contract/permissions.ts';
import type { Role } from '../../../../contract/permissions.ts';
import type { Person } from '../../../../contract/schemas.ts';
import type { Reader } from '../../../db/connection.ts';
import { activeHolders } from '../../../domain/secondPerson/deciderStore.ts';
import { readMoment } from '../../../domain/secondPerson/moment.ts';
import { contactTypistsOf, readMayBeOne } from '../../../domain/secondPerson/puppets.ts';
import { grantsOf } from '../../../domain/secondPerson/store.ts';
import { youngAmong } from '../../../domain/secondPerson/takers.ts';
import { refusalOf } from '../rules/machine.ts';
import type { Assessment } from './assess.ts';
import { twinsAmong } from './twins.ts';

/**
 * Who may decide a request whose evidence is complete, as far as it is about people: rank, the second person, its own account. What
 * holds it up for everybody (a freeze, a pause, a system that can't hold) is no matter of who. By name.
 *
 * @param now UTC ms
 */
export async function decidersOf(
  reader: Reader,
  { situation, policy, user, leansOnContacts }: Assessment,
  now: number,
): Promise<Person[]> {
  const moment = await readMoment(reader, now);
  const decides = (roles: readonly Role[]) =>
    permissionsOf(roles, policy.helpDeskDecides).has('resets.decide');
  const candidates = await activeHolders(
    reader,
    ROLES.filter((role) => decides([role])),
  );
  const ids = candidates.map(({ id }) => id);
  const grants = await grantsOf(reader, ids);
  const young = await youngAmong(reader, grants, 'resets.decide', moment);
  const typists = leansOnContacts ? await contactTypistsOf(reader, user.id, moment) : new Set<string>();
  const { verifiers, approvers } = situation;
  const deciding = new Set([...approvers, ...ids]);
  const isOne = await readMayBeOne(reader, [...verifiers, ...typists, ...deciding], moment, deciding);

  return candidates.filter(({ id }) => {
    const roles: Role[] = ['user', ...(grants.get(id) ?? []).map(({ role }) => role)];
    const permissions = permissionsOf(roles, policy.helpDeskDecides);
    const refused = refusalOf('approve', {
      ...situation,
      actor: { id, roles, permissions, steppedUp: true, young: young.has(id) },
      puppets: verifiers.filter((other) => other !== id && isOne(other, id)),
      typed: [...typists].some((other) => isOne(other, id)),
      twins: twinsAmong([...new Set([...approvers, id])], isOne),
      unheld: [],
      paused: false,
      frozen: false,
      loads: [],
    });
    return refused === null;
  });
}
