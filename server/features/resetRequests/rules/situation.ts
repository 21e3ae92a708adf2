import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { RequestState, ResetRequest, Tier } from '../../../../contract/operations/resetRequests.ts';
import type { Permission, Role } from '../../../../contract/permissions.ts';
import type { Load } from './ceilings.ts';

/** Why the mailbox proves nothing: its address, how the password was set, the way of mails, or what was reported of the last reset. */
export type NotByMail = 'young_address' | 'password_mailed' | 'young_route' | 'reported';

/** The person who acts, as far as the machine asks. */
export interface ActingPerson {
  id: string;
  roles: readonly Role[];
  permissions: ReadonlySet<Permission>;
  steppedUp: boolean;
  /** No role that makes them staff is seven days old, or the link that signed them in isn't: no *second person* (S-42). */
  young: boolean;
}

/**
 * Everything that guards look at, of the moment that an act decides. Each guard declares the part that it needs, so that an act
 * puts together no more than its row of the machine asks for (`SituationOf`).
 */
export interface Situation {
  state: 'none' | RequestState;
  now: number;
  /** Null: the user without a session, the server, or a link's page. */
  actor: ActingPerson | null;
  target: { id: string; name: string; roles: readonly Role[]; mfaOn: boolean };
  /** The user has an account in a connected system, or in the one that asks who they are. */
  linked: boolean;
  /** What wrong codes did to the account; `for_good` is a hundred since the last right one. */
  lock: 'none' | 'liftable' | 'for_good';
  /** The next setup of the user asks for an activation code. */
  setupDue: boolean;
  /** An account in a connected system is held by the request until an activation code opens it (S-112). */
  heldElsewhere: boolean;
  source: ResetRequest['source'];
  tier: Tier;
  deciders: TierRule['deciders'];
  /** What the recipe still asks for; null where it is met. */
  missing: Sentence | null;
  /** Who recorded or confirmed a check that isn't void. */
  verifiers: readonly string[];
  /** Verifiers by name who may be one person with the actor. */
  puppets: readonly string[];
  /** Of those who approved, whoever may be one person with a verifier, or with who typed the contacts that the evidence leans on. */
  makers: readonly string[];
  /** The actor, or somebody who may be one person with them, typed the contacts that the evidence leans on, less than 30 days ago. */
  typed: boolean;
  /** Whose approval stands. */
  approvers: readonly string[];
  /** Of two who decide, where one is the actor or both approved: who may be one person. */
  twins: readonly (readonly [string, string])[];
  /** The names of those whose approval stands, by id. */
  approverNames: ReadonlyMap<string, string>;
  /** Of them, whoever could not approve now (`unfitApprovers`). */
  unfit: readonly string[];
  /** Drawn for a second person although the help desk may decide it. */
  drawn: boolean;
  paused: boolean;
  /** A verifier takes the caller for an attacker. */
  reported: boolean;
  /** When somebody last asked for a decision, UTC ms; null where nobody has. */
  decisionAskedAt: number | null;
  /** By name, who is on it instead of the actor; null where nobody else is. */
  claimant: string | null;
  /** Whether the one whom it is handed to may go on with it, or why not. */
  colleague: 'may' | 'self' | 'own' | 'may_not';
  /** There is somebody, apart from the actor, who may decide it now. */
  decidable: boolean;
  frozen: boolean;
  /** New setups are frozen, and activation codes with them. */
  setupsFrozen: boolean;
  /** How many resets those who take part in it have by now, and all, of an hour and a day. */
  loads: readonly Load[];
  /** `waiting`: the notice of the hold was not accepted by a mail server yet. */
  hold: 'waiting' | 'running' | 'over';
  /** Names of the systems in which something goes and no account can be held, where policy asks for that (S-112). */
  unheld: readonly string[];
  /** How many linked systems it is not finished in: nothing that goes there was read back as gone. */
  unfinished: number;
  expiresAt: number;
  /** When it ended, UTC ms; null while it is pending. */
  endedAt: number | null;
  /** The last denial or veto of the same user, UTC ms. */
  refusedAt: number | null;
  /** It removes nothing: it only answers another system, which waits. */
  answersOnly: boolean;
  /** Its tier has a hold. */
  holds: boolean;
  /** The request says that the phone is lost or stolen. */
  saysLost: boolean;
  /** The session proved the device since the request was made, or was paused. */
  provedDevice: boolean;
  /** The session was made since then, too. */
  signedInSince: boolean;
  /** Why an activation code goes by no mail; null where it may. */
  notByMail: NotByMail | null;
  /** The actor, or somebody who may be one person with them, changed a contact of the user in the last 30 days. */
  changedContact: boolean;
  /** The actor, or somebody who may be one person with them, changed the way of mails in the last 7 days. */
  changedRoute: boolean;
}
