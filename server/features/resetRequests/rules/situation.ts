import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { RequestState, Tier } from '../../../../contract/operations/resetRequests.ts';
import type { Permission, Role } from '../../../../contract/permissions.ts';

/** The person who acts, as far as the machine asks. */
export interface ActingPerson {
  id: string;
  roles: readonly Role[];
  permissions: ReadonlySet<Permission>;
  steppedUp: boolean;
  /** No role that makes them staff is seven days old, or the link that signed them in isn't: no *second person* (S-42). */
  young: boolean;
}

/** Everything that guards look at; put together by the service, of the moment it decides. */
export interface Situation {
  state: 'none' | RequestState;
  now: number;
  /** Null: the user without a session, the server, or a link's page. */
  actor: ActingPerson | null;
  target: { id: string; name: string; roles: readonly Role[]; mfaOn: boolean };
  tier: Tier;
  deciders: TierRule['deciders'];
  /** What the recipe still asks for, as a sentence; null where it is met. */
  missing: string | null;
  /** Who recorded or confirmed a check that isn't void. */
  verifiers: readonly string[];
  /** Verifiers by name whose young role or young link the actor made: the two would be one person's puppets. */
  puppets: readonly string[];
  /** Who gave a verifier a role that is young: with that verifier they would be one person. */
  makers: readonly string[];
  /** Whose approval stands. */
  approvers: readonly string[];
  /** Of them, whoever could not approve now (`unfitApprovers`). */
  unfit: readonly string[];
  /** Drawn for a second person although the help desk may decide it. */
  drawn: boolean;
  paused: boolean;
  frozen: boolean;
  /** `waiting`: the notice of the hold was not accepted by a mail server yet. */
  hold: 'waiting' | 'running' | 'over';
  expiresAt: number;
  /** How it ended, as a sentence, where it did. */
  ending: string | null;
  /** The last denial or veto of the same user, UTC ms. */
  refusedAt: number | null;
}
