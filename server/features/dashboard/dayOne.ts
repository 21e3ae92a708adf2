import type { DayOneStep } from '../../../contract/dayOne.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { invitationLacks } from '../../domain/mail/invitationLacks.ts';
import { anyAsked, draftsByDepartment } from '../../domain/people/invitationStore.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { DAY_ONE_PUT_AWAY } from '../../domain/settings/dayOne.ts';
import { storedSettings, storeSetting } from '../../domain/settings/store.ts';
import { countAdministratorsSeen, hasSeveralPeople } from './store.ts';

type DayOneDeps = Pick<Deps, 'db' | 'keys' | 'config'>;

/** What an organisation does on its first day, and what of it is done; nothing of one that is through, or was put away. */
export async function dayOne(deps: DayOneDeps, now: number): Promise<OutputOf<'dashboard.dayOne'>> {
  const reader = deps.db.kysely;
  const settings = await readSettings(reader);
  const stored = await storedSettings(reader);
  if (stored.some(({ name }) => name === DAY_ONE_PUT_AWAY)) return { steps: [] };
  const lacks = await invitationLacks(reader, deps, now);
  const { document, version } = await currentPolicy(reader);
  const drafts = await draftsByDepartment(deps.db.long);
  const people = await hasSeveralPeople(reader);
  const done: Record<DayOneStep, boolean> = {
    address: !lacks.includes('address'),
    mail: !lacks.includes('mail_server') && !lacks.includes('test_mail'),
    help_desk: settings.helpDeskPhone !== null,
    people,
    second_administrator: (await countAdministratorsSeen(reader)) > 1,
    policy: version > 1 || document.rollOut.waves.length > 0,
    invitations: people && drafts.length === 0 && !(await anyAsked(reader)),
  };
  const steps = Object.entries(done).map(([name, isDone]) => ({ name: name as DayOneStep, done: isDone }));
  return { steps: steps.every((step) => step.done) ? [] : steps };
}

/** Nobody is shown it any more. */
export const putDayOneAway = (tx: Tx, keys: Keyring, now: number): Promise<void> =>
  storeSetting(tx, keys, { name: DAY_ONE_PUT_AWAY, value: true, now });
