import type { Selectable } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import { rowMac } from '../../crypto/rowMac.ts';
import type { Bound, Values } from '../../crypto/rowMac.ts';
import type {
  HeldAccountsTable,
  PeopleReadingsTable,
  ResetEffectsTable,
  ResetRequestsTable,
  SystemLinkRulesTable,
  SystemLinksTable,
  SystemPeopleTable,
  SystemsTable,
  WantedLinksTable,
} from '../../db/schema.ts';

type System = Selectable<SystemsTable>;
type Link = Selectable<SystemLinksTable>;
type Rule = Selectable<SystemLinkRulesTable>;
type Wanted = Selectable<WantedLinksTable>;
type Reading = Selectable<PeopleReadingsTable>;
type Seen = Selectable<SystemPeopleTable>;
type Effect = Selectable<ResetEffectsTable>;
type Held = Selectable<HeldAccountsTable>;
type Request = Selectable<ResetRequestsTable>;

/** Its secret is bound to its address by its seal, and sealed anew when the key is rotated. */
const SYSTEM_COLUMNS = {
  id: true,
  kind: true,
  name: true,
  name_key: false,
  url: true,
  realm: true,
  client_id: true,
  sealed_secret: false,
  secret_expires_on: false,
  created_at: true,
  changed_at: true,
  removed_at: false,
  version: false,
} as const satisfies Record<keyof Omit<System, 'mac'>, boolean>;

type BoundSystem = Bound<System, typeof SYSTEM_COLUMNS>;

/** What it is, where, and since when. */
export const SYSTEMS = rowMac<BoundSystem>('systems', SYSTEM_COLUMNS);

/** Between a person and an account in a system. */
export const LINKS = rowMac<Omit<Link, 'mac'>>('system_links', {
  id: true,
  user_id: true,
  system_id: true,
  external_id: true,
  external_name: true,
  how: true,
  linked_by: true,
  linked_at: true,
});

/** What it says; how far it has come only decides who is judged again. */
export const RULES = rowMac<Omit<Rule, 'mac'>>('system_link_rules', {
  system_id: true,
  rule: true,
  since: true,
  by_id: true,
  looked_to: false,
  looked: false,
  linked: false,
  ended_at: false,
  sentence: false,
});

/** A link that a file asked for. */
export const WANTED = rowMac<Omit<Wanted, 'mac'>>('wanted_links', {
  user_id: true,
  system_id: true,
  account: true,
  by_id: true,
  by_name: true,
  at: true,
  not_linked: false,
});

/** What was agreed to; the rest says when it is read, and what was found. */
export const READINGS = rowMac<Omit<Reading, 'mac'>>('people_readings', {
  system_id: true,
  every: true,
  grace_days: true,
  since: true,
  by_id: true,
  next_at: false,
  began_at: false,
  read_at: false,
  outcome: false,
  sentence: false,
  told_at: false,
});

/** All of it: by it somebody is suspended, and how many were. */
export const SEEN = rowMac<Omit<Seen, 'mac'>>('system_people', {
  system_id: true,
  external_id: true,
  user_id: true,
  gone_since: true,
  suspended_at: true,
});

/** Its state as whether it is done: a request completes by that, and nothing is sent by any other that the request doesn't allow. */
export const EFFECTS = rowMac<Omit<Effect, 'mac' | 'state'> & { done: number }>('reset_effects', {
  id: true,
  request_id: true,
  system_id: true,
  external_id: true,
  together: true,
  factor_ids: true,
  done: true,
  step: false,
  attempts: false,
  next_at: false,
  leased_until: false,
  sent_at: true,
  done_at: true,
  sessions: true,
  sessions_at: true,
  enabled_before: true,
  sentence: false,
});

/** An account that a reset held. */
export const HELD = rowMac<Omit<Held, 'mac'>>('held_accounts', {
  effect_id: true,
  request_id: true,
  user_id: true,
  system_id: true,
  external_id: true,
  state: true,
  held_at: true,
  open_until: true,
  attempts: false,
  next_at: false,
  leased_until: false,
  sentence: false,
});

/** What a reset removes. */
export const TARGETS = rowMac<Pick<Request, 'id' | 'user_id' | 'targets'>>('reset_requests', {
  id: true,
  user_id: true,
  targets: true,
});

/** The same of a row of the table, whatever else it has. */
export const effectValues = (row: Values): Values => ({ ...row, done: Number(row['state'] === 'done') });

const asBound = ({ state, ...effect }: Omit<Effect, 'mac'>) => ({
  ...effect,
  done: Number(state === 'done'),
});

/** Of what a reset does in a system. */
export const effectMac = (keys: Keyring, effect: Omit<Effect, 'mac'>): string =>
  EFFECTS.of(keys, asBound(effect));
export const isEffectAsWritten = (keys: Keyring, { mac, ...effect }: Effect): boolean =>
  EFFECTS.holds(keys, asBound(effect), mac);

/** Whether what a reset removes is as a server with the key wrote it. */
export const areTargetsAsWritten = (
  keys: Keyring,
  { targets_mac: mac, ...request }: Pick<Request, 'id' | 'user_id' | 'targets' | 'targets_mac'>,
): boolean => TARGETS.holds(keys, request, mac);
