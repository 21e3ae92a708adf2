import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps } from '../../context.ts';
import { DEFAULT_POLICY } from '../../domain/policy/defaults.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { readOrganisation } from '../../domain/settings/store.ts';

/** What the sign-in screen needs to know before anyone is known. */
export function createOptions(
  { db, config }: Deps,
  offeredProviders: () => Promise<OutputOf<'signIn.options'>['sso']>,
) {
  return async (): Promise<OutputOf<'signIn.options'>> => {
    const settings = await readSettings(db.kysely);
    const organisation = await readOrganisation(db.kysely);
    // An empty server has no policy yet; the apps are only names and links.
    const { recommendedApps } = organisation ? (await currentPolicy(db.kysely)).document : DEFAULT_POLICY;
    return {
      organisation: settings.organisation,
      language: settings.language,
      sso: await offeredProviders(),
      helpDesk: { phone: settings.helpDeskPhone, hours: settings.helpDeskHours },
      recommendedApps,
      kind: organisation?.kind ?? config.kind,
      frozen: typeof organisation?.frozen_at === 'number',
    };
  };
}
