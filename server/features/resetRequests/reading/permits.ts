import type { AssessedSituation } from '../assessing/assess.ts';
import { refusalOf } from '../rules/machine.ts';
import type { Refused } from '../rules/refusal.ts';

/** What a person is shown as theirs to do, or not; the step-up is asked for when they do it. */
export type Shown = 'record_check' | 'stop_authenticators' | 'approve' | 'deny' | 'stop_hold' | 'retry';

/** Why the asking person may not do something, apart from the step-up; null where they may. */
export function refusalShown(event: Shown, situation: AssessedSituation): Refused | null {
  const actor = situation.actor && { ...situation.actor, steppedUp: true };
  // Ceilings are counted when somebody approves: whoever passes one freezes resets by that, and the officers hear of it.
  return refusalOf(event, { ...situation, actor, loads: [] });
}
