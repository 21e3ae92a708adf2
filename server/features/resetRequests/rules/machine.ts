import type { RequestState } from '../../../../contract/operations/resetRequests.ts';
import { GUARDS } from './guards.ts';
import type { Guard, GuardName } from './guards.ts';
import type { Refused } from './refusal.ts';
import { countingApprovers } from './secondPerson.ts';
import type { Situation } from './situation.ts';

/** `none` is before there is a request. */
export type MachineState = 'none' | RequestState;

interface Transition {
  event: string;
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
/** Nothing is decided any more while a request is carried out in linked systems, but it can still be stopped. */
const STANDING = [...PENDING, 'executing'] as const;

const DECIDER = ['may_decide', 'stepped_up', 'not_own', 'rank', 'help_desk_scope'] as const;
const VERIFIER = ['may_verify', 'not_own', 'state', 'not_expired'] as const;
const STOPPER = ['may_decide', 'not_own', 'rank', 'help_desk_scope', 'not_executing', 'state'] as const;
const SENDER = ['state', 'not_paused', 'not_frozen'] as const;

/**
 * The reset machine: every act that moves or touches a request, with what guards it (S-30). An act asks `refusalOf`, and
 * nothing else decides whether it may happen (docs/decisions/0016-the-table-runs.md); docs/reset-machine.md is made from it.
 */
export const MACHINE = [
  {
    event: 'open',
    by: 'the user after a right password or from a session, staff for a caller, or another system that asks who somebody is',
    from: ['none'],
    to: '`open`; `verified` where a valid code given with it is enough',
    guards: ['opener_may', 'not_own_by_staff', 'mfa_on', 'not_too_soon', 'no_new_while_frozen'],
  },
  {
    event: 'submit_again',
    by: 'the user after a right password, or from a session',
    from: STANDING,
    to: 'as it was, with a fresh request code; `open` where the evidence no longer suffices',
    guards: ['state'],
  },
  {
    event: 'claim',
    by: 'a verifier, who is on it from now on',
    from: UNDECIDED,
    to: 'as it was',
    guards: VERIFIER,
  },
  {
    event: 'hand_to',
    by: 'a verifier, who gives it to a colleague',
    from: UNDECIDED,
    to: 'as it was; the colleague is on it from now on',
    guards: [...VERIFIER, 'nobody_else_on_it', 'colleague_may'],
  },
  {
    event: 'save_note',
    by: 'a verifier',
    from: UNDECIDED,
    to: 'as it was',
    guards: VERIFIER,
  },
  {
    event: 'ask_manager',
    by: 'a verifier',
    from: UNDECIDED,
    to: 'as it was, with a question to the manager on record',
    guards: VERIFIER,
  },
  {
    event: 'record_check',
    by: 'a verifier',
    from: UNDECIDED,
    to: '`verified` where the recipe is met, else `open`',
    guards: VERIFIER,
  },
  {
    event: 'confirm',
    by: 'the manager who was asked; their own manager after a while',
    from: UNDECIDED,
    to: '`verified` where the recipe is met, else `open`',
    guards: ['no_own_word', 'state', 'not_expired'],
  },
  {
    event: 'choose_targets',
    by: 'a verifier, who names which authenticators go',
    from: UNDECIDED,
    to: 'as it was; the reset will remove those that are named, or all',
    guards: ['may_verify', 'not_own', 'not_executing', 'state', 'not_expired', 'removes_something'],
  },
  {
    event: 'stop_authenticators',
    by: 'a verifier: the phone is in the wrong hands',
    from: STANDING,
    to: 'as it was; codes of the authenticators count no more',
    guards: [...VERIFIER, 'rank'],
  },
  {
    event: 'report_attack',
    by: 'a verifier, who takes the caller for an attacker',
    from: STANDING,
    to: 'as it was, paused until a decider ends it or the user says that it is theirs',
    guards: [...VERIFIER, 'not_reported_yet'],
  },
  {
    event: 'ask_decision',
    by: 'a verifier, whose caller waits for somebody who may decide',
    from: UNDECIDED,
    to: 'as it was; those who may decide it are told',
    guards: [
      ...VERIFIER,
      'held_there',
      'recipe',
      'not_paused',
      'not_frozen',
      'somebody_decides',
      'not_asked_lately',
    ],
  },
  {
    event: 'approve',
    by: 'a decider',
    from: UNDECIDED,
    to: '`approved`; `verified` after the first of two deciders',
    guards: [
      ...DECIDER,
      'second_person',
      'state',
      'not_expired',
      'answered_in_time',
      'held_there',
      'recipe',
      'not_paused',
      'not_frozen',
      'below_ceilings',
    ],
  },
  {
    event: 'start_hold',
    by: 'the server, where a mail server took the notice to the user, or none is set any more',
    from: ['approved'],
    to: 'as it was; the hold runs',
    guards: ['state', 'hold_waits'],
  },
  {
    event: 'execute',
    by: 'the server, at the end of the hold',
    from: ['approved'],
    to: '`completed`: the authenticator is removed; of several those that the request names; `executing` where something of it lies in a linked system',
    guards: ['state', 'hold_over', 'recipe', 'enough_deciders', 'held_there', 'not_paused', 'not_frozen'],
  },
  {
    event: 'send',
    by: 'the server, before each thing that it does in a linked system',
    from: ['executing'],
    to: 'as it was; that is sent',
    guards: SENDER,
  },
  {
    event: 'retry',
    by: 'a decider, where something failed in a linked system',
    from: ['executing'],
    to: 'as it was; what failed is due again',
    guards: ['may_decide', 'not_own', 'rank', 'help_desk_scope', ...SENDER],
  },
  {
    event: 'complete',
    by: 'the server, once it has read back that nothing which goes is left in a linked system',
    from: ['executing'],
    to: '`completed`: the authenticator here is removed, too',
    guards: [...SENDER, 'read_back'],
  },
  {
    event: 'send_back',
    by: 'the server, where in the hold, at its end or after a suspension the evidence or a decider is missing, or policy forbids it in a linked system',
    from: PENDING,
    to: '`verified` where the recipe is met, else `open`',
    guards: ['state', 'falls_short'],
  },
  {
    event: 'deny',
    by: 'a decider',
    from: UNDECIDED,
    to: '`denied`',
    guards: STOPPER,
  },
  {
    event: 'stop_hold',
    by: 'a decider',
    from: ['approved'],
    to: '`denied`',
    guards: STOPPER,
  },
  {
    event: 'cancel',
    by: 'the user, whoever suspends them, `recover`, or the server where there is no authenticator left',
    from: PENDING,
    to: '`cancelled`',
    guards: ['not_executing', 'state'],
  },
  {
    event: 'break_off',
    by: 'whoever suspends the user, or `recover`',
    from: ['executing'],
    to: '`cancelled`; nothing more is sent, and what is gone already is listed',
    guards: ['state'],
  },
  {
    event: 'cancel_own',
    by: 'the user, signed in, before `cancel`',
    from: PENDING,
    to: 'as it was; `cancel` is asked next',
    guards: ['not_executing', 'state', 'found_again'],
  },
  {
    event: 'answer_no',
    by: 'the user, signed in, before `veto`: *no, this wasn’t me*',
    from: STANDING,
    to: 'as it was; `veto` is asked next',
    guards: ['state', 'device_proved'],
  },
  {
    event: 'veto',
    by: 'whoever holds the link of a mail, by its page’s button, or the user who answers *no*',
    from: [...STANDING, 'completed'],
    to: '`vetoed`, and nothing more is sent; a reset of the last 7 days stays `completed` and its activation ends',
    guards: ['state', 'recent_reset'],
  },
  { event: 'expire', by: 'the server', from: PENDING, to: '`expired`', guards: ['state', 'past_expiry'] },
  {
    event: 'pause',
    by: 'a valid code at sign-in: whoever asked still has the device',
    from: STANDING,
    to: 'as it was, paused until the user answers',
    guards: ['state', 'device_missing', 'not_paused_yet'],
  },
  {
    event: 'resume',
    by: 'the user, signed in: *yes, I asked for this*',
    from: STANDING,
    to: 'as it was',
    guards: ['state', 'device_proved'],
  },
  {
    event: 'send_activation',
    by: 'a decider',
    from: ['completed'],
    to: 'as it was; a new activation code goes by mail, and the old one ends',
    guards: [...DECIDER, 'not_frozen', 'setups_not_frozen', 'code_due', 'by_mail'],
  },
  {
    event: 'hand_over',
    by: 'a decider, in person',
    from: ['completed'],
    to: 'as it was; a new activation code is shown once, and the old one ends',
    guards: [
      ...DECIDER,
      'not_frozen',
      'setups_not_frozen',
      'code_due',
      'not_by_mail',
      'verified_nothing',
      'changed_no_contact',
      'changed_no_route',
      'not_young',
    ],
  },
  {
    event: 'unlock',
    by: 'a decider, from the page of a user whom wrong codes locked',
    from: ['none'],
    to: 'no request: the authenticator stays, and its codes are looked at again',
    guards: [...DECIDER, 'not_frozen', 'locked', 'not_for_good', 'recipe'],
  },
  {
    event: 'end_access',
    by: 'a decider, where somebody else knows the password of a user, or has a session of theirs',
    from: ['none'],
    to: 'no request is moved: the sessions end; where a new password is asked for, the old one counts no more',
    guards: DECIDER,
  },
] as const satisfies readonly Transition[];

type Row = (typeof MACHINE)[number];
export type RequestEvent = Row['event'];

type PartOf<Name extends GuardName> = {
  [Each in Name]: (typeof GUARDS)[Each] extends Guard<infer Part> ? Part : never;
}[Name];

/** What has to be known to ask whether an event may happen: the parts that the guards of its row look at. */
export type SituationOf<Event extends RequestEvent> = Pick<
  Situation,
  PartOf<Extract<Row, { event: Event }>['guards'][number]>
>;

/** Why an event may not happen in this situation; null where it may. */
export function refusalOf<Event extends RequestEvent>(
  event: Event,
  situation: SituationOf<Event>,
): Refused | null {
  const { guards, from } = transitionOf(event);
  for (const name of guards) {
    const guard: Guard = GUARDS[name];
    // The guards of the row look at no more than its part, which is there.
    const refused = guard.refuses(situation as Situation, from);
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
export function stateAfterApproval(
  situation: Pick<Situation, keyof Parameters<typeof countingApprovers>[0]>,
): 'verified' | 'approved' {
  return situation.deciders === 'two' && countingApprovers(situation).length === 0 ? 'verified' : 'approved';
}

/** Where carrying out leads: what goes here goes last, once nothing is left in linked systems. */
export function stateAfterExecution(elsewhere: readonly unknown[]): 'executing' | 'completed' {
  return elsewhere.length > 0 ? 'executing' : 'completed';
}

/** Where a request stands that is not decided. */
export function undecidedState({ missing }: { missing: unknown }): 'open' | 'verified' {
  return missing === null ? 'verified' : 'open';
}

/**
 * The state that a request's evidence bears: an undecided one stands where its evidence stands now, whatever was stored when
 * somebody last acted; one that is decided or has ended, where that act put it.
 */
export function stateNow({ state, missing }: { state: RequestState; missing: unknown }): RequestState {
  return state === 'open' || state === 'verified' ? undecidedState({ missing }) : state;
}
