import type { Factor } from '../../../contract/auditActions.ts';
import type { SignedCheckpoint } from '../../crypto/checkpoints.ts';
import { factorsOf } from '../../domain/audit/factors.ts';
import type { EventRow } from '../../domain/audit/store.ts';
import { readData } from './exportLine.ts';

/** The version of the schema that the classes and activities below are of (https://schema.ocsf.io/1.8.0). */
export const OCSF_VERSION = '1.8.0';

/** Identity and access management (category 3): the class, its activity, and whether it succeeded. */
const AUTHENTICATION = 3002;
const ACCOUNT_CHANGE = 3001;
const ENTITY_MANAGEMENT = 3004;

/** An activity that the class has no word for; the event's own name says it. */
const OTHER_ACTIVITY = 99;

interface Mapping {
  class_uid: number;
  activity_id: number;
  status_id?: 1 | 2;
  severity_id?: number;
}

export const MAPPINGS: Record<string, Mapping> = {
  'sign_in.succeeded': { class_uid: AUTHENTICATION, activity_id: 1 },
  'sign_in.password_wrong': { class_uid: AUTHENTICATION, activity_id: 1, status_id: 2, severity_id: 2 },
  'mfa.wrong_code': { class_uid: AUTHENTICATION, activity_id: 1, status_id: 2, severity_id: 3 },
  'mfa.wrong_activation_code': { class_uid: AUTHENTICATION, activity_id: 1, status_id: 2, severity_id: 3 },
  'step_up.succeeded': { class_uid: AUTHENTICATION, activity_id: OTHER_ACTIVITY },
  'sso.refused': { class_uid: AUTHENTICATION, activity_id: 1, status_id: 2, severity_id: 2 },
  'sessions.ended': { class_uid: AUTHENTICATION, activity_id: 2 },
  'user.created': { class_uid: ACCOUNT_CHANGE, activity_id: 1 },
  'user.reinstated': { class_uid: ACCOUNT_CHANGE, activity_id: 2 },
  'password.changed': { class_uid: ACCOUNT_CHANGE, activity_id: 3 },
  'password.link_sent': { class_uid: ACCOUNT_CHANGE, activity_id: 4 },
  'password.asked_anew': { class_uid: ACCOUNT_CHANGE, activity_id: 4, severity_id: 3 },
  'password.set_by_link': { class_uid: ACCOUNT_CHANGE, activity_id: 4 },
  'user.suspended': { class_uid: ACCOUNT_CHANGE, activity_id: 5 },
  'role.granted': { class_uid: ACCOUNT_CHANGE, activity_id: 7, severity_id: 3 },
  'role.revoked': { class_uid: ACCOUNT_CHANGE, activity_id: 8 },
  'mfa.locked': { class_uid: ACCOUNT_CHANGE, activity_id: 9, severity_id: 3 },
  'mfa.set_up': { class_uid: ACCOUNT_CHANGE, activity_id: 10 },
  'mfa.moved': { class_uid: ACCOUNT_CHANGE, activity_id: 10 },
  'mfa.authenticator_added': { class_uid: ACCOUNT_CHANGE, activity_id: 10 },
  'mfa.authenticator_removed': { class_uid: ACCOUNT_CHANGE, activity_id: 11 },
  'mfa.authenticator_stopped': { class_uid: ACCOUNT_CHANGE, activity_id: 11, severity_id: 3 },
  'mfa.authenticator_resumed': { class_uid: ACCOUNT_CHANGE, activity_id: 10, severity_id: 3 },
  'mfa.disabled': { class_uid: ACCOUNT_CHANGE, activity_id: 11 },
  'mfa.reset': { class_uid: ACCOUNT_CHANGE, activity_id: 11, severity_id: 3 },
  'mfa.authenticator_reset': { class_uid: ACCOUNT_CHANGE, activity_id: 11, severity_id: 3 },
  'mfa.unlocked': { class_uid: ACCOUNT_CHANGE, activity_id: 12 },
  'user.updated': { class_uid: ACCOUNT_CHANGE, activity_id: OTHER_ACTIVITY },
  'reset_request.opened': { class_uid: ENTITY_MANAGEMENT, activity_id: 1, severity_id: 2 },
  'reset_request.vetoed': { class_uid: ENTITY_MANAGEMENT, activity_id: 3, severity_id: 4 },
  'organisation.created': { class_uid: ENTITY_MANAGEMENT, activity_id: 1 },
  'outbox.reveal_asked': { class_uid: ENTITY_MANAGEMENT, activity_id: OTHER_ACTIVITY },
  'outbox.revealed': { class_uid: ENTITY_MANAGEMENT, activity_id: 2, severity_id: 3 },
  'audit.end_broken': { class_uid: ENTITY_MANAGEMENT, activity_id: 3, severity_id: 4 },
  'audit.forwarding_gap': { class_uid: ENTITY_MANAGEMENT, activity_id: 3, severity_id: 4 },
  'audit.forwarding_rewound': { class_uid: ENTITY_MANAGEMENT, activity_id: 3, severity_id: 4 },
  'audit.exported': { class_uid: ENTITY_MANAGEMENT, activity_id: 2 },
  'backup.made': { class_uid: ENTITY_MANAGEMENT, activity_id: 2, severity_id: 3 },
  'backup.restored': { class_uid: ENTITY_MANAGEMENT, activity_id: 3, severity_id: 4 },
  'keys.rotation_started': { class_uid: ENTITY_MANAGEMENT, activity_id: 3, severity_id: 3 },
  'keys.rotated': { class_uid: ENTITY_MANAGEMENT, activity_id: 3, severity_id: 3 },
  'account.altered': { class_uid: ACCOUNT_CHANGE, activity_id: OTHER_ACTIVITY, severity_id: 5 },
  'recovery.used': { class_uid: ACCOUNT_CHANGE, activity_id: 11, severity_id: 4 },
};
/** Whatever else there is changes something. */
const OTHER: Mapping = { class_uid: ENTITY_MANAGEMENT, activity_id: 3 };

/** What the framework calls a factor (`factor_type_id`); a confirmation under a session is none of its own. */
const AUTH_FACTORS: Record<Factor, Record<string, unknown> | null> = {
  password: { factor_type_id: 11 },
  code: { factor_type_id: 7, is_totp: true },
  activation_code: { factor_type_id: 99, factor_type: 'activation_code' },
  new_authenticator: { factor_type_id: 99, factor_type: 'new_authenticator' },
  identity_provider: { factor_type_id: 99, factor_type: 'identity_provider' },
  mailed_link: { factor_type_id: 8 },
  step_up: null,
};

/** Where it came from, and by what; each class has a place for what it has one for. */
function ocsfOrigin(row: EventRow, class_uid: number): Record<string, unknown> {
  const factors = factorsOf(row.factors);
  const authFactors = factors.map((factor) => AUTH_FACTORS[factor]).filter((factor) => factor !== null);
  return {
    ...(row.address === null ? {} : { src_endpoint: { ip: row.address } }),
    ...(row.user_agent === null ? {} : { http_request: { user_agent: row.user_agent } }),
    ...(authFactors.length > 0 && class_uid !== ENTITY_MANAGEMENT ? { auth_factors: authFactors } : {}),
    ...(factors.length > 0 && class_uid === AUTHENTICATION ? { is_mfa: factors.includes('code') } : {}),
    ...(row.session_id !== null && class_uid === AUTHENTICATION ? { session: { uid: row.session_id } } : {}),
  };
}

/** An event in the Open Cybersecurity Schema Framework, for a SIEM. */
export function ocsfEvent(row: EventRow, productVersion: string): Record<string, unknown> {
  const { class_uid, activity_id, status_id = 1, severity_id = 1 } = MAPPINGS[row.action] ?? OTHER;
  const actor = row.actor_id === null ? undefined : { uid: row.actor_id, name: row.actor_name };
  const target = row.target_id === null ? undefined : { uid: row.target_id, name: row.target_name };
  return {
    category_uid: 3,
    class_uid,
    activity_id,
    ...(activity_id === OTHER_ACTIVITY ? { activity_name: row.action } : {}),
    type_uid: class_uid * 100 + activity_id,
    severity_id,
    status_id,
    time: row.at,
    message: row.action,
    metadata: { ...metadataOf(productVersion), uid: row.id, sequence: row.sequence },
    actor: {
      ...(actor ? { user: actor } : { app_name: 'Gatehouse' }),
      ...(row.session_id === null ? {} : { session: { uid: row.session_id } }),
    },
    ...ocsfOrigin(row, class_uid),
    // Authentication is validated by it: the class asks for a service or an endpoint.
    ...(class_uid === AUTHENTICATION ? { service: { name: 'Gatehouse' } } : {}),
    ...(class_uid === ENTITY_MANAGEMENT
      ? { entity: target ?? { name: row.action.split('.')[0] } }
      : { user: target ?? actor ?? { name: 'unknown' } }),
    unmapped: { ...readData(row.data), ...(row.factors === null ? {} : { factors: row.factors.split(',') }) },
  };
}

/** A signed checkpoint: the log has had this end. Its sequence is that of the last event before it. */
export function ocsfCheckpoint(
  checkpoint: SignedCheckpoint,
  productVersion: string,
): Record<string, unknown> {
  const { number = 0, count, at } = checkpoint;
  const [class_uid, activity_id] = [ENTITY_MANAGEMENT, 1];
  return {
    category_uid: 3,
    class_uid,
    activity_id,
    type_uid: class_uid * 100 + activity_id,
    severity_id: 1,
    status_id: 1,
    time: at,
    message: 'audit.checkpoint',
    metadata: { ...metadataOf(productVersion), uid: `checkpoint-${number}`, sequence: count },
    actor: { app_name: 'Gatehouse' },
    entity: { uid: String(number), name: 'audit checkpoint' },
    unmapped: { ...checkpoint },
  };
}

const metadataOf = (version: string) => ({
  version: OCSF_VERSION,
  product: { name: 'Gatehouse', vendor_name: 'Gatehouse', version },
  log_name: 'audit',
});
