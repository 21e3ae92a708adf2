import type { RequestState } from '../../../../contract/operations/resetRequests.ts';
import { GUARDS } from './guards.ts';
import type { GuardName } from './guards.ts';
import type { Refused } from './refusal.ts';
import { countingApprovers } from './secondPerson.ts';
import type { Situation } from './situation.ts';

export type RequestEvent =
  | 'open'
  | 'submit_again'
  | 'record_check'
  | 'approve'
  | 'execute'
  | 'send_back'
  | 'deny'
  | 'stop_hold'
  | 'cancel'
  | 'veto'
  | 'expire'
  | 'pause'
  | 'resume'
  | 'unlock';

/** `none` is before there is a request. */
export type MachineState = 'none' | RequestState;

interface Transition {
  event: RequestEvent;
  /** Who or what makes it happen. */
  by: string;
  from: readonly MachineState[];
  /** Where it leads, and when where. */
  to: string;
  /** In this order: the first that refuses answers. */
  guards: readonly GuardName[];
}

const UNDECIDED = ['open', 'verified'] as const;
const PENDING = ['open', 'verified', 'approved'] as const;

/**
 * The reset machine: every way from state to state, with what guards it (S-30). The service asks this table and nothing
 * else; docs/reset-machine.md is made from it.
 */
export const MACHINE: readonly Transition[] = [
  {
    event: 'open',
    by: 'the user after a right password, or staff for a caller',
    from: ['none'],
    to: '`open`; `verified` where a valid code given with it is enough',
    guards: ['opener_may', 'not_own_by_staff', 'mfa_on', 'not_too_soon', 'no_new_while_frozen'],
  },
  {
    event: 'submit_again',
    by: 'the user after a right password',
    from: PENDING,
    to: 'as it was, with a fresh request code; `open` where the evidence no longer suffices',
    guards: ['state'],
  },
  {
    event: 'record_check',
    by: 'a verifier; the manager for a manager confirmation',
    from: UNDECIDED,
    to: '`verified` where the recipe is met, else `open`',
    guards: ['may_verify', 'not_own', 'state', 'not_expired'],
  },
  {
    event: 'approve',
    by: 'a decider',
    from: UNDECIDED,
    to: '`approved`; `verified` after the first of two deciders',
    guards: [
      'may_decide',
      'stepped_up',
      'not_own',
      'rank',
      'help_desk_scope',
      'second_person',
      'state',
      'not_expired',
      'recipe',
      'not_paused',
      'not_frozen',
    ],
  },
  {
    event: 'execute',
    by: 'the server, at the end of the hold',
    from: ['approved'],
    to: '`completed`: the authenticator is removed',
    guards: ['state', 'hold_over', 'recipe', 'enough_deciders', 'not_paused', 'not_frozen'],
  },
  {
    event: 'send_back',
    by: 'the server, where at execution or after a suspension the evidence or a decider is missing',
    from: PENDING,
    to: '`verified` where the recipe is met, else `open`',
    guards: ['state'],
  },
  {
    event: 'deny',
    by: 'a decider',
    from: UNDECIDED,
    to: '`denied`',
    guards: ['may_decide', 'not_own', 'rank', 'help_desk_scope', 'state'],
  },
  {
    event: 'stop_hold',
    by: 'a decider',
    from: ['approved'],
    to: '`denied`',
    guards: ['may_decide', 'not_own', 'rank', 'help_desk_scope', 'state'],
  },
  {
    event: 'cancel',
    by: 'the user, or whoever suspends them',
    from: PENDING,
    to: '`cancelled`',
    guards: ['state'],
  },
  {
    event: 'veto',
    by: 'whoever holds the link of a mail, by its page’s button',
    from: [...PENDING, 'completed'],
    to: '`vetoed`; a reset of the last 7 days stays `completed` and its activation ends',
    guards: ['state'],
  },
  { event: 'expire', by: 'the server', from: PENDING, to: '`expired`', guards: ['state', 'past_expiry'] },
  {
    event: 'pause',
    by: 'a valid code at sign-in: whoever asked still has the device',
    from: PENDING,
    to: 'as it was, paused until the user answers',
    guards: ['state'],
  },
  {
    event: 'resume',
    by: 'the user, signed in: *yes, I asked for this*',
    from: PENDING,
    to: 'as it was',
    guards: ['state'],
  },
  {
    event: 'unlock',
    by: 'a decider, from the page of a user whom wrong codes locked',
    from: ['none'],
    to: 'no request: the authenticator stays, and its codes are looked at again',
    guards: ['may_decide', 'stepped_up', 'not_own', 'rank', 'help_desk_scope', 'not_frozen'],
  },
];

/** Why an event may not happen in this situation; null where it may. */
export function refusalOf(event: RequestEvent, situation: Situation): Refused | null {
  const transition = transitionOf(event);
  for (const name of transition.guards) {
    const refused = GUARDS[name].refuses(situation, transition.from);
    if (refused) return refused;
  }
  return null;
}

export function transitionOf(event: RequestEvent): Transition {
  const transition = MACHINE.find((candidate) => candidate.event === event);
  if (!transition) throw new Error(`There is no event ${event}.`);
  return transition;
}

/** Where an approval leads: with two deciders the first one leaves the request to the second. */
export function stateAfterApproval(situation: Situation): 'verified' | 'approved' {
  return situation.deciders === 'two' && countingApprovers(situation).length === 0 ? 'verified' : 'approved';
}

/** Where a request stands that is not decided. */
export function undecidedState(situation: Pick<Situation, 'missing'>): 'open' | 'verified' {
  return situation.missing === null ? 'verified' : 'open';
}
