import type { Deps } from '../../context.ts';
import { createSystemChanges } from './changes.ts';
import { createSystemLinkKind } from './linkKind.ts';
import { createLinkRuleKind, createLinkRules } from './linkRules.ts';
import { createSystemLinks } from './links.ts';
import type { ReadUserDetail } from './links.ts';
import { createSystemSettings } from './manage.ts';
import { createPeopleReadingKind, createPeopleReadings } from './peopleReadings.ts';

export type SystemsService = ReturnType<typeof createSystemsService>;

/** Connected systems: which there are, and whose account there is whose (product, *Connected systems*). */
export function createSystemsService(deps: Deps, { userDetail }: { userDetail: ReadUserDetail }) {
  const changes = createSystemChanges(deps);
  const linkKind = createSystemLinkKind(deps);
  const ruleKind = createLinkRuleKind(deps);
  const readingKind = createPeopleReadingKind(deps);
  const settings = createSystemSettings(deps, changes);
  return {
    settings,
    rules: createLinkRules(deps, { kind: ruleKind, systemAs: settings.systemAs }),
    readings: createPeopleReadings(deps, { kind: readingKind, systemAs: settings.systemAs }),
    links: createSystemLinks(deps, { userDetail, linkKind }),
    changeKinds: [changes.add, changes.change, changes.remove, linkKind, ruleKind, readingKind],
  };
}
