import type { Deps } from '../../context.ts';
import { createSystemChanges } from './changes.ts';
import { createSystemLinkKind } from './linkKind.ts';
import { createSystemLinks } from './links.ts';
import type { ReadUserDetail } from './links.ts';
import { createSystemSettings } from './manage.ts';

export type SystemsService = ReturnType<typeof createSystemsService>;

/** Connected systems: which there are, and whose account there is whose (product, *Connected systems*). */
export function createSystemsService(deps: Deps, { userDetail }: { userDetail: ReadUserDetail }) {
  const changes = createSystemChanges(deps);
  const linkKind = createSystemLinkKind(deps);
  return {
    settings: createSystemSettings(deps, changes),
    links: createSystemLinks(deps, { userDetail, linkKind }),
    changeKinds: [changes.add, changes.change, changes.remove, linkKind],
  };
}
