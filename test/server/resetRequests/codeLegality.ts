import type { Db } from '../../../server/db/connection.ts';
import { DAY } from '../../../server/time.ts';
import { readPeople } from './judge/people.ts';
import { wasTakenOver } from './legality.ts';

const DECIDING = ['security_officer', 'administrator'];

/**
 * Judges the activation codes that followed a reset from the raw rows, as `illegalities` judges the reset. Answers what is
 * wrong with them; nothing where they are legal (S-34, S-42).
 */
export async function codeIllegalities({ kysely }: Pick<Db, 'kysely'>, requestId: string): Promise<string[]> {
  const request = await kysely
    .selectFrom('reset_requests')
    .select(['user_id', 'reason'])
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  const events = await kysely
    .selectFrom('audit_events')
    .select(['action', 'actor_id', 'at', 'data'])
    .where('action', 'in', ['activation_code.issued', 'reset_request.vetoed'])
    .where('data', 'like', `%"requestId":"${requestId}"%`)
    .orderBy('sequence')
    .execute();
  const verifiers = await kysely
    .selectFrom('reset_checks')
    .select('by_id')
    .where('request_id', '=', requestId)
    .where('void_at', 'is', null)
    .execute();
  const roles = await kysely.selectFrom('user_roles').selectAll().execute();
  const changes = await kysely
    .selectFrom('contact_changes')
    .select(['by_id', 'at'])
    .where('user_id', '=', request.user_id)
    .execute();

  const turned = await kysely
    .selectFrom('mail_routes')
    .select(['by_id', 'at'])
    .where('is_change', '=', 1)
    .execute();
  const people = await readPeople({ kysely });

  const wrong: string[] = [];
  let vetoed = false;
  for (const { action, actor_id: by, at, data } of events) {
    const routes = turned.filter((route) => route.at <= at && route.at > at - 7 * DAY);
    if (action === 'reset_request.vetoed') vetoed = true;
    else if (data.includes('"delivery":"mail"')) {
      if (vetoed) wrong.push('a code by mail after this wasn’t me');
      if (await wasTakenOver(kysely, request.user_id, at))
        wrong.push('a code to a mailbox that proves nothing');
      if (routes.length > 0) wrong.push('a code by a way of mails that was turned a moment ago');
    } else if (by !== null) {
      const held = roles.filter(({ user_id }) => user_id === by);
      if (!held.some(({ role }) => DECIDING.includes(role)))
        wrong.push('a code from somebody who may not decide');
      if (held.every(({ granted_at }) => granted_at > at - 7 * DAY)) wrong.push('a code from a young role');
      if (verifiers.some(({ by_id }) => by_id === by)) wrong.push('a code from who verified');
      if (changes.some((change) => change.by_id === by && change.at > at - 30 * DAY))
        wrong.push('a code from who changed a contact');
      if (routes.some((route) => route.by_id !== null && people.handsOf(route.by_id, route.at).has(by)))
        wrong.push('a code from who turned the way of mails');
      if (by === request.user_id) wrong.push('a code from oneself');
    }
  }
  return wrong;
}
