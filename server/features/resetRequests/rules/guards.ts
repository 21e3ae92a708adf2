import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { ErrorCode } from '../../../../contract/errors.ts';
import { DAY, isDueAgain, MINUTE } from '../../../time.ts';
import { ceilingSentence, passedBy } from './ceilings.ts';
import { isInQuietTime } from './quietTime.ts';
import { FROZEN_SENTENCES } from '../../../domain/settings/rules/frozenSentences.ts';
import { no } from './refusal.ts';
import type { Refused } from './refusal.ts';
import {
  countingApprovers,
  outranked,
  outsideHelpDesk,
  secondPersonRefusal,
  TOO_YOUNG,
} from './secondPerson.ts';
import type { Situation } from './situation.ts';

/** Holds an event back; `Part` is what it looks at of the situation. */
export interface Guard<Part extends keyof Situation = keyof Situation> {
  /** The rule in words, for the documents. */
  rule: string;
  code: ErrorCode;
  /** @param from the states that the event starts from */
  refuses: (situation: Pick<Situation, Part>, from: readonly string[]) => Refused | null;
}

/** How long after a reset *this wasn't me* still acts. */
const VETO_AFTER_RESET = 7 * DAY;

/** How long those who may decide are left in peace once somebody has asked them for a decision. */
export const ASKED_AGAIN_AFTER = 15 * MINUTE;

/** A guard whose refusals all have one code. */
function guard<Part extends keyof Situation>(
  rule: string,
  code: ErrorCode,
  words: (situation: Pick<Situation, Part>, from: readonly string[]) => Sentence | null,
): Guard<Part> {
  return {
    rule,
    code,
    refuses(situation, from) {
      const said = words(situation, from);
      return said === null ? null : no(code, said);
    },
  };
}

const CONFIRM_IT_IS_YOU = sentence('answers/resetRequests', 'confirmIsYou');

type DecidersPart = keyof Parameters<typeof countingApprovers>[0];
type SecondPersonPart = keyof Parameters<typeof secondPersonRefusal>[0];

const lacksDeciders = (situation: Pick<Situation, DecidersPart>): boolean =>
  countingApprovers(situation).length < (situation.deciders === 'two' ? 2 : 1);

const where = (refused: boolean, words: Sentence): Sentence | null => (refused ? words : null);

export const GUARDS = {
  opener_may: guard<'actor'>('staff who open have `resets.verify`', 'forbidden', ({ actor }) =>
    where(
      actor !== null && !actor.permissions.has('resets.verify'),
      sentence('answers/resetRequests', 'mayNotOpen'),
    ),
  ),
  may_verify: guard<'actor'>('`resets.verify`', 'forbidden', ({ actor }) =>
    where(!actor?.permissions.has('resets.verify'), sentence('answers/resetRequests', 'mayNotVerify')),
  ),
  may_decide: guard<'actor'>('`resets.decide`', 'forbidden', ({ actor }) =>
    where(!actor?.permissions.has('resets.decide'), sentence('answers/resetRequests', 'mayNotDecide')),
  ),
  stepped_up: guard<'actor'>('a step-up of the last 5 minutes', 'step_up_required', ({ actor }) =>
    where(!actor?.steppedUp, CONFIRM_IT_IS_YOU),
  ),
  not_own: guard<'actor' | 'target'>('nobody for their own account', 'own_account', ({ actor, target }) =>
    where(actor?.id === target.id, sentence('answers/resetRequests', 'ownAccount')),
  ),
  not_own_by_staff: guard<'actor' | 'target'>(
    'staff never open their own',
    'own_account',
    ({ actor, target }) =>
      where(actor?.id === target.id, sentence('answers/resetRequests', 'ownAccountDisable')),
  ),
  rank: guard<'actor' | 'target'>('rank at least that of the target', 'rank_too_low', ({ actor, target }) =>
    where(
      outranked(actor ?? { roles: [] }, { target }),
      sentence('answers/resetRequests', 'ranksHigher', { name: target.name }),
    ),
  ),
  help_desk_scope: guard<'actor' | 'tier' | 'target'>(
    'help desk: standard tier and users only',
    'forbidden',
    ({ actor, tier, target }) =>
      where(
        actor !== null && outsideHelpDesk(actor, { tier, target }),
        sentence('answers/resetRequests', 'helpDeskScope'),
      ),
  ),
  second_person: {
    rule: 'the tier’s two-person rule; a role younger than 7 days is no second person',
    code: 'second_person_required',
    refuses: secondPersonRefusal,
  } satisfies Guard<SecondPersonPart>,
  enough_deciders: guard<DecidersPart>(
    'the approvals that stand are as many as the tier asks for, by people who could approve it now, recorded no check, may not be one person with a verifier, with each other, or with who typed the contacts that the evidence leans on',
    'second_person_required',
    (situation) => where(lacksDeciders(situation), sentence('answers/resetRequests', 'approvalMissing')),
  ),
  state: guard<'state'>(
    'the request is in one of the states it starts from',
    'already_decided',
    ({ state }, from) => where(!from.includes(state), sentence('answers/resetRequests', 'notAtThatPoint')),
  ),
  not_executing: guard<'state'>(
    'it is not being carried out in linked systems',
    'already_executing',
    ({ state }) => where(state === 'executing', sentence('answers/resetRequests', 'executing')),
  ),
  read_back: guard<'unfinished'>(
    'every factor that goes was read back as gone in its system',
    'check_not_possible',
    ({ unfinished }) => where(unfinished > 0, sentence('answers/resetRequests', 'notReadBack')),
  ),
  recipe: guard<'missing'>('the recipe of the tier is met', 'recipe_not_met', ({ missing }) => missing),
  held_there: guard<'unheld'>(
    'policy allows a reset in each linked system in which something goes: where it asks for that, one that can hold an account',
    'system_cannot_hold',
    ({ unheld }) =>
      where(
        unheld.length > 0,
        sentence('answers/resetRequests', 'cannotHold', {
          count: unheld.length,
          systems: { each: [...unheld], by: 'and' },
        }),
      ),
  ),
  not_paused: guard<'paused' | 'reported' | 'target'>(
    'not paused',
    'paused',
    ({ paused, reported, target }) =>
      where(
        paused,
        sentence('answers/resetRequests', reported ? 'pausedAsAttack' : 'paused', { name: target.name }),
      ),
  ),
  not_frozen: guard<'frozen'>('resets are not frozen', 'frozen', ({ frozen }) =>
    where(frozen, FROZEN_SENTENCES.resets),
  ),
  removes_something: guard<'answersOnly'>(
    'it is no request that only answers another system: that removes nothing',
    'check_not_possible',
    ({ answersOnly }) => where(answersOnly, sentence('answers/resetRequests', 'onlyAnswers')),
  ),
  answered_in_time: guard<'answersOnly' | 'holds'>(
    'it has no hold where it only answers another system, which waits for 15 minutes',
    'check_not_possible',
    ({ answersOnly, holds }) =>
      where(answersOnly && holds, sentence('answers/resetRequests', 'holdTooLongToAnswer')),
  ),
  below_ceilings: guard<'loads' | DecidersPart>(
    'with it nobody who verified or decides has more resets in an hour or a day than the ceiling, and all of them together neither; the first of two approvals counts for none',
    'frozen',
    (situation) => {
      const isFirstOfTwo = situation.deciders === 'two' && countingApprovers(situation).length === 0;
      const passed = isFirstOfTwo ? null : passedBy(situation.loads);
      return passed && sentence('answers/resetRequests', 'ceilingRefused', { why: ceilingSentence(passed) });
    },
  ),
  setups_not_frozen: guard<'setupsFrozen'>('new setups are not frozen', 'frozen', ({ setupsFrozen }) =>
    where(setupsFrozen, FROZEN_SENTENCES.setups),
  ),
  no_new_while_frozen: guard<'frozen' | 'actor'>(
    'staff open none while frozen',
    'frozen',
    ({ frozen, actor }) =>
      where(frozen && actor !== null, sentence('answers/resetRequests', 'frozenForCallers')),
  ),
  locked: guard<'lock' | 'target'>('the account is locked', 'not_locked', ({ lock, target }) =>
    where(lock === 'none', sentence('answers/resetRequests', 'notLocked', { name: target.name })),
  ),
  not_for_good: guard<'lock' | 'target'>(
    'fewer than 100 wrong codes since the last right one',
    'locked_for_good',
    ({ lock, target }) =>
      where(lock === 'for_good', sentence('answers/resetRequests', 'lockedForGood', { name: target.name })),
  ),
  mfa_on: guard<'target' | 'linked'>(
    'there is an authenticator to remove, or an account in a linked system or in the one that asks',
    'mfa_not_on',
    ({ target, linked }) =>
      where(!target.mfaOn && !linked, sentence('answers/resetRequests', 'nothingToReset')),
  ),
  not_too_soon: guard<'refusedAt' | 'now' | 'actor'>(
    'the user’s own only 24 hours after a denial or veto; staff open one meanwhile, at least elevated',
    'request_too_soon',
    // SECURITY: whoever makes a request end in a refusal would otherwise keep its owner from help for a day.
    ({ refusedAt, now, actor }) =>
      where(
        actor === null && refusedAt !== null && isInQuietTime(refusedAt, now),
        sentence('answers/resetRequests', 'tooSoon'),
      ),
  ),
  hold_over: guard<'hold'>('the hold is over', 'hold_running', ({ hold }) =>
    where(
      hold !== 'over',
      hold === 'waiting'
        ? sentence('answers/resetRequests', 'holdWaits')
        : sentence('answers/resetRequests', 'holdRuns'),
    ),
  ),
  not_expired: guard<'expiresAt' | 'now' | 'state'>(
    'its time is not up; nothing expires while it is carried out',
    'check_not_possible',
    ({ expiresAt, now, state }) =>
      where(now >= expiresAt && state !== 'executing', sentence('answers/resetRequests', 'timeIsUp')),
  ),
  past_expiry: guard<'expiresAt' | 'now' | 'state' | 'paused'>(
    'its time is up; in a hold only while it is paused',
    'check_not_possible',
    ({ expiresAt, now, state, paused }) =>
      where(
        now < expiresAt || (state === 'approved' && !paused),
        sentence('answers/resetRequests', 'notExpiredYet'),
      ),
  ),
  falls_short: guard<'state' | 'missing' | 'unheld' | DecidersPart>(
    'it is undecided, or the recipe or an approval is missing, or policy forbids a reset in one of its systems',
    'check_not_possible',
    (situation) =>
      where(
        situation.state === 'approved' &&
          situation.missing === null &&
          situation.unheld.length === 0 &&
          !lacksDeciders(situation),
        sentence('answers/resetRequests', 'stillSuffices'),
      ),
  ),
  hold_waits: guard<'hold'>('the hold has not begun', 'hold_running', ({ hold }) =>
    where(hold !== 'waiting', sentence('answers/resetRequests', 'holdBegun')),
  ),
  no_own_word: guard<'actor' | 'target'>(
    'nobody vouches for themselves',
    'own_account',
    ({ actor, target }) => where(actor?.id === target.id, sentence('answers/resetRequests', 'noOwnWord')),
  ),
  device_missing: guard<'source'>(
    'it says that the device is missing; one by *Disable* says nothing of the kind, nor does one that answers another system',
    'check_not_possible',
    ({ source }) =>
      where(source === 'disable' || source === 'attestation', sentence('answers/resetRequests', 'hasDevice')),
  ),
  not_reported_yet: guard<'reported'>(
    'no attack is reported of it yet',
    'check_not_possible',
    ({ reported }) => where(reported, sentence('answers/resetRequests', 'reportedAlready')),
  ),
  nobody_else_on_it: guard<'claimant'>('nobody else is on it', 'check_not_possible', ({ claimant }) =>
    claimant === null ? null : sentence('answers/resetRequests', 'colleagueHasIt', { name: claimant }),
  ),
  colleague_may: guard<'colleague' | 'target'>(
    'the one whom it is handed to is another than who hands it, has `resets.verify`, and it is not their account',
    'check_not_possible',
    ({ colleague, target }) =>
      where(
        colleague !== 'may',
        sentence('answers/resetRequests', 'colleagueMayNot', { why: colleague, name: target.name }),
      ),
  ),
  somebody_decides: guard<'decidable'>(
    'somebody else may decide it',
    'second_person_required',
    ({ decidable }) => where(!decidable, sentence('answers/resetRequests', 'nobodyDecides')),
  ),
  not_asked_lately: guard<'decisionAskedAt' | 'now'>(
    'nobody asked for a decision in the last 15 minutes',
    'check_not_possible',
    ({ decisionAskedAt, now }) => {
      if (decisionAskedAt === null || isDueAgain(decisionAskedAt, ASKED_AGAIN_AFTER, now)) return null;
      const left = decisionAskedAt + ASKED_AGAIN_AFTER - now;
      return sentence('answers/resetRequests', 'askedLately', { minutes: Math.ceil(left / MINUTE) });
    },
  ),
  not_paused_yet: guard<'paused'>('not paused yet', 'paused', ({ paused }) =>
    where(paused, sentence('answers/resetRequests', 'pausedAlready')),
  ),
  device_proved: guard<'provedDevice'>(
    'the session proved the device since the request was made, or was paused: by a step-up, or as it was made by password and code',
    'step_up_required',
    // SECURITY: a session from before may be the one that the request is about; only who has the device can say whose it is.
    ({ provedDevice }) => where(!provedDevice, CONFIRM_IT_IS_YOU),
  ),
  found_again: guard<'saysLost' | 'signedInSince'>(
    'where it says that the phone is lost, the session was made since, and proved it',
    'forbidden',
    // SECURITY: who has the phone and a session from before can step up, but doesn't know the password.
    ({ saysLost, signedInSince }) =>
      where(saysLost && !signedInSince, sentence('answers/resetRequests', 'saysPhoneLost')),
  ),
  recent_reset: guard<'state' | 'endedAt' | 'now'>(
    'after a reset, 7 days',
    'invalid_token',
    ({ state, endedAt, now }) =>
      where(
        state === 'completed' && (endedAt ?? 0) <= now - VETO_AFTER_RESET,
        sentence('answers/resetRequests', 'resetLongAgo'),
      ),
  ),
  code_due: guard<'state' | 'target' | 'setupDue' | 'heldElsewhere'>(
    'the request ended in a reset, and the user has not set up since, or an account in a linked system is still held by it',
    'check_not_possible',
    ({ state, target, setupDue, heldElsewhere }, from) =>
      where(
        !from.includes(state) || (!(setupDue && !target.mfaOn) && !heldElsewhere),
        sentence('answers/resetRequests', 'noCodeDue'),
      ),
  ),
  by_mail: guard<'notByMail'>(
    'the mailbox proves something: no young address, no password by a mailed link, no way of mails that was just changed, no veto after the reset',
    'check_not_possible',
    ({ notByMail }) =>
      notByMail && sentence('answers/resetRequests', 'notByMailHandOver', { why: notByMail }),
  ),
  not_by_mail: guard<'notByMail'>('the mailbox proves nothing', 'check_not_possible', ({ notByMail }) =>
    where(notByMail === null, sentence('answers/resetRequests', 'addressTrusted')),
  ),
  verified_nothing: guard<'actor' | 'verifiers' | 'puppets'>(
    'not by who recorded a check, nor by who may be one person with them',
    'second_person_required',
    ({ actor, verifiers, puppets }) =>
      where(
        actor !== null && (verifiers.includes(actor.id) || puppets.length > 0),
        sentence('answers/resetRequests', 'verifiedNotHandOver'),
      ),
  ),
  changed_no_contact: guard<'changedContact' | 'target'>(
    'not by who set or changed a contact of the user in the last 30 days, nor by who may be one person with them',
    'second_person_required',
    ({ changedContact, target }) =>
      where(changedContact, sentence('answers/resetRequests', 'changedContact', { name: target.name })),
  ),
  changed_no_route: guard<'changedRoute'>(
    'not by who changed the way of mails in the last 7 days, nor by who may be one person with them',
    'second_person_required',
    ({ changedRoute }) => where(changedRoute, sentence('answers/resetRequests', 'changedRoute')),
  ),
  not_young: guard<'actor'>(
    'not by a role, or a link that signed them in, younger than 7 days',
    'second_person_required',
    ({ actor }) => where(actor?.young === true, TOO_YOUNG),
  ),
} satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;
