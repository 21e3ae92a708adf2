import type { Keyring } from '../../crypto/keyring.ts';
import type { RowMac, Values } from '../../crypto/rowMac.ts';
import { CODES, USES } from '../authenticators/activationStore.ts';
import { PASSWORD_LINKS } from '../passwordLinks/store.ts';
import { EMAIL_MACS, OFF_MACS, PASSWORD_MACS, ROLE_MACS, WAIVER_MACS } from '../people/macs.ts';
import { POLICY_MACS } from '../policy/macs.ts';
import { CHALLENGE_MACS, SESSION_MACS } from '../sessions/macs.ts';
import { PROVIDER_MACS, SSO_LINK_MACS } from '../sessions/ssoMacs.ts';
import { SETTING_MACS } from '../settings/macs.ts';
import { ATTESTATIONS, ATTESTORS } from '../systems/attestor.ts';
import {
  EFFECTS,
  effectValues,
  HELD,
  LINKS,
  READINGS,
  RULES,
  SEEN,
  SYSTEMS,
  TARGETS,
  WANTED,
} from '../systems/macs.ts';

/** Rows that are bound to the key, and the column of their MACs. */
export interface BoundTable {
  table: string;
  /** The columns of its primary key, in their order. */
  key: readonly string[];
  column: string;
  /** What stands there by the current version; null where what stands there now isn't right. */
  renewed(keys: Keyring, row: Values, stands: string): string | null;
}

function tableOf(
  table: string,
  mac: Pick<RowMac<never>, 'renewed'>,
  {
    key = ['id'],
    column = 'mac',
    as,
  }: { key?: string[]; column?: string; as?: (row: Values) => Values } = {},
): BoundTable {
  return {
    table,
    key,
    column,
    renewed: (keys, row, stands) => mac.renewed(keys, as ? as(row) : row, stands),
  };
}

/** All but the log, whose MACs are of their day, and what waits for a second person: that is sealed, and its MAC is renewed with it. */
export const BOUND: readonly BoundTable[] = [
  tableOf('sessions', SESSION_MACS),
  tableOf('challenges', CHALLENGE_MACS),
  tableOf('password_links', PASSWORD_LINKS),
  tableOf('activation_codes', CODES),
  tableOf('activation_codes', USES, { column: 'used_mac' }),
  tableOf('user_roles', ROLE_MACS, { key: ['user_id', 'role'] }),
  tableOf('users', PASSWORD_MACS, { column: 'password_mac' }),
  tableOf('users', EMAIL_MACS, { column: 'email_mac' }),
  tableOf('users', OFF_MACS, { column: 'off_mac' }),
  tableOf('users', WAIVER_MACS, { column: 'waiver_mac' }),
  tableOf('policy_versions', POLICY_MACS, { key: ['version'] }),
  tableOf('settings', SETTING_MACS, { key: ['name'] }),
  tableOf('sso_providers', PROVIDER_MACS),
  tableOf('sso_links', SSO_LINK_MACS),
  tableOf('systems', SYSTEMS),
  tableOf('system_links', LINKS),
  tableOf('system_link_rules', RULES, { key: ['system_id'] }),
  tableOf('wanted_links', WANTED, { key: ['system_id', 'user_id'] }),
  tableOf('people_readings', READINGS, { key: ['system_id'] }),
  tableOf('system_people', SEEN, { key: ['system_id', 'external_id'] }),
  tableOf('reset_effects', EFFECTS, { as: effectValues }),
  tableOf('held_accounts', HELD, { key: ['effect_id'] }),
  tableOf('attestors', ATTESTORS),
  tableOf('attestations', ATTESTATIONS),
  tableOf('reset_requests', TARGETS, { column: 'targets_mac' }),
];
