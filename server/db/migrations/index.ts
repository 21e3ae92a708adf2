import type { Migration } from '../migrate.ts';
import { first } from './0001-first.ts';
import { userCounts } from './0002-user-counts.ts';
import { sso } from './0003-sso.ts';
import { managerConfirmations } from './0004-manager-confirmations.ts';
import { exemptionReminders } from './0005-exemption-reminders.ts';
import { callsToMobiles } from './0006-calls-to-mobiles.ts';
import { auditMacs } from './0007-audit-macs.ts';
import { wrongCodesSinceRight } from './0008-wrong-codes-since-right.ts';
import { freezeSwitches } from './0009-freeze-switches.ts';
import { refusedSsoSignIns } from './0011-refused-sso-sign-ins.ts';
import { wrongActivationCodes } from './0013-wrong-activation-codes.ts';
import { mailRoutes } from './0014-mail-routes.ts';
import { pendingChanges } from './0015-pending-changes.ts';
import { imports } from './0016-imports.ts';
import { databaseKeys } from './0018-database-keys.ts';
import { setupLinks } from './0019-setup-links.ts';
import { chosenLanguages } from './0020-chosen-languages.ts';
import { sealedChanges } from './0021-sealed-changes.ts';
import { auditOrigins } from './0022-audit-origins.ts';
import { claimsEnd } from './0023-claims-end.ts';
import { search } from './0024-search.ts';
import { severalAuthenticators } from './0025-several-authenticators.ts';
import { searchFacts } from './0026-search-facts.ts';
import { connectedSystems } from './0027-connected-systems.ts';
import { heldAccounts } from './0028-held-accounts.ts';
import { enabledBefore } from './0029-enabled-before.ts';
import { outsideActs } from './0030-outside-acts.ts';
import { boundRows } from './0031-bound-rows.ts';
import { boundAccounts } from './0043-bound-accounts.ts';
import { boundSignIns } from './0038-bound-sign-ins.ts';
import { oneOrderOfSignIns } from './0039-one-order-of-sign-ins.ts';
import { reportedMonths } from './0046-reported-months.ts';
import { invitations } from './0036-invitations.ts';
import { refusedMails } from './0037-refused-mails.ts';
import { ceilings } from './0032-ceilings.ts';
import { keyRotation } from './0035-key-rotation.ts';
import { linksByRule } from './0034-links-by-rule.ts';
import { wantedLinks } from './0034-wanted-links.ts';
import { siem } from './0042-siem.ts';
import { desk } from './0044-desk.ts';
import { listFilters } from './0047-list-filters.ts';
import { savedViews } from './0048-saved-views.ts';
import { noticesSeen } from './0050-notices-seen.ts';
import { attestor } from './0051-attestor.ts';
import { systemGuards } from './0052-system-guards.ts';
import { addressCounts } from './0054-address-counts.ts';
import { boundWays } from './0058-bound-ways.ts';
import { boundWithoutMfa } from './0059-bound-without-mfa.ts';
import { boundWaivers } from './0060-bound-waivers.ts';
import { departments } from './0049-departments.ts';
import { peopleReadings } from './0045-people-readings.ts';

/** In order, for ever: a migration that has landed is never edited. */
export const migrations: readonly Migration[] = [
  first,
  userCounts,
  sso,
  managerConfirmations,
  exemptionReminders,
  callsToMobiles,
  auditMacs,
  wrongCodesSinceRight,
  freezeSwitches,
  refusedSsoSignIns,
  wrongActivationCodes,
  mailRoutes,
  databaseKeys,
  pendingChanges,
  setupLinks,
  imports,
  chosenLanguages,
  sealedChanges,
  auditOrigins,
  claimsEnd,
  search,
  searchFacts,
  severalAuthenticators,
  connectedSystems,
  heldAccounts,
  enabledBefore,
  outsideActs,
  refusedMails,
  boundRows,
  ceilings,
  keyRotation,
  invitations,
  linksByRule,
  wantedLinks,
  boundSignIns,
  siem,
  boundAccounts,
  oneOrderOfSignIns,
  desk,
  departments,
  peopleReadings,
  reportedMonths,
  listFilters,
  savedViews,
  noticesSeen,
  attestor,
  addressCounts,
  systemGuards,
  boundWays,
  boundWithoutMfa,
  boundWaivers,
];
