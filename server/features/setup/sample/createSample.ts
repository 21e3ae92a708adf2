import { HELP_DESK, ORGANISATION } from '../../../../resources/sample/people.ts';
import type { Deps } from '../../../context.ts';
import { DAY } from '../../../time.ts';
import { token256 } from '../../../crypto/random.ts';
import { appendAuditMany } from '../../../domain/audit/append.ts';
import { boundRoles } from '../../../domain/people/roleStore.ts';
import { DAY_ONE_PUT_AWAY } from '../../../domain/settings/dayOne.ts';
import { storeSetting } from '../../../domain/settings/store.ts';
import { foundOrganisation } from '../createOrganisation.ts';
import { openAccounts } from './accounts.ts';
import type { SampleAccount } from './accounts.ts';
import { createChance } from './chance.ts';
import { adoptionDays, inOrder, lifeEvents, policyVersions, sampleRoles } from './history.ts';
import { sendPastMails } from './mails.ts';
import { tellPast } from './past.ts';
import { AGE_DAYS, FEWEST, planPeople } from './plan.ts';
import { makeRequests } from './requests.ts';
import { knownNetworks, makeAuthenticators, makePeople } from './rows.ts';
import { insertSampleRows } from './sampleStore.ts';
import { withOrigins } from './origins.ts';
import { BROWSER, tellQueue, withSessions } from './stories.ts';

export interface SampleOptions {
  /** How many people; at least 20, so that every state of a request has someone. */
  users: number;
  /** The same seed makes the same organisation; passwords and keys are new each time. */
  seed: number;
  now: number;
}

const TIME_ZONE = 'Europe/London';
const SETTINGS = {
  helpDeskPhone: HELP_DESK.phone,
  helpDeskHours: HELP_DESK.hours,
  timeZone: TIME_ZONE,
  // Its first day was a year ago.
  [DAY_ONE_PUT_AWAY]: true,
};

/** Fills an empty database with an organisation to look round in. Refuses with `already_set_up`. */
export async function createSample(
  deps: Deps,
  { users, seed, now }: SampleOptions,
): Promise<{ organisation: string; accounts: SampleAccount[] }> {
  const chance = createChance(seed);
  const queue = tellQueue();
  const plans = withSessions(planPeople(chance, Math.max(users, FEWEST), now), queue, now);
  // One hash for all that nobody signs in as: a hash each would take a minute for a thousand people.
  const passwordHash = await deps.passwords.hash(token256(deps.random));
  const people = makePeople(deps, plans, { chance, passwordHash, timeZone: TIME_ZONE, now });
  const accounts = await openAccounts(deps, people);
  const stories = [...queue, ...tellPast(chance, plans, now)];
  const reset = makeRequests(deps, people, stories, now);
  const told = inOrder([...lifeEvents(chance, people, now), ...reset.events], now);
  const events = withOrigins(told, people, deps.random);

  await deps.db.transaction(async (tx) => {
    await foundOrganisation(tx, { name: ORGANISATION, kind: 'sample', now: now - AGE_DAYS * DAY });
    for (const [name, value] of Object.entries(SETTINGS))
      await storeSetting(tx, deps.keys, { name, value, now });
    await insertSampleRows(tx, {
      policy_versions: policyVersions(deps.keys, people, now),
      users: people.map(({ user }) => user),
      user_roles: boundRoles(deps.keys, sampleRoles(people)),
      authenticators: makeAuthenticators(deps, people),
      seen_networks: knownNetworks(deps, people, BROWSER.address),
      contact_changes: reset.contactChanges,
      reset_requests: reset.requests,
      manager_confirmations: reset.confirmations,
      reset_checks: reset.checks,
      reset_approvals: reset.approvals,
      adoption_days: adoptionDays(people),
    });
    await appendAuditMany(tx, deps, events);
    await sendPastMails(tx, deps, { people, events, now });
  });
  return { organisation: ORGANISATION, accounts };
}
