import { sentence } from '../contract/words/sentence.ts';
import type { Actor } from './context.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** Whether this session proved the second factor in the last five minutes. */
function steppedUp(actor: Pick<Actor, 'steppedUpUntil'>, now: number): boolean {
  return actor.steppedUpUntil !== null && actor.steppedUpUntil > now;
}

/** For acts that ask for a step-up only sometimes; where it is always, the contract says so. */
export function requireStepUp(actor: Pick<Actor, 'steppedUpUntil'>, now: number): void {
  if (!steppedUp(actor, now)) throw stepUpRequired();
}

function stepUpRequired(): Refusal {
  return refuse('step_up_required', { detail: sentence('answers/http', 'confirmWithCode') });
}
