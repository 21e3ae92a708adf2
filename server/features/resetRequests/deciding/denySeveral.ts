import { ERRORS } from '../../../../contract/errors.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { Deps, Reading } from '../../../context.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { Refusal } from '../../../refusal.ts';
import { requestById } from '../store.ts';
import { deny } from './decide.ts';

type Outcome = OutputOf<'resetRequests.denySeveral'>['items'][number];

interface Several extends Reading {
  ids: readonly string[];
  reason: string;
  suspectedAttack: boolean;
  actor: ActorRef;
}

/**
 * Denies each by itself, in a transaction of its own: one that may not be denied, or was decided meanwhile, keeps none of the others. One
 * in its hold is stopped. Answers what became of each, in order.
 *
 * @param onDone told after the commit of each
 */
export async function denySeveral(
  deps: Deps,
  { ids, voice, ...act }: Several,
  onDone: (request: { id: string; userId: string }) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of new Set(ids)) {
    try {
      const request = await requestById(deps.db.kysely, id);
      const event = request?.state === 'approved' ? 'stop_hold' : 'deny';
      await deps.db.transaction((tx) => deny(tx, deps, { id, event, ...act }));
      if (request) onDone({ id, userId: request.user_id });
      outcomes.push({ id, done: true, code: null, sentence: null });
    } catch (error) {
      // What is done already is done: whoever asked hears of it, whatever became of this one.
      outcomes.push({ id, done: false, ...whyNot(deps, error, voice) });
    }
  }
  return outcomes;
}

function whyNot({ log }: Deps, error: unknown, voice: Reading['voice']): Pick<Outcome, 'code' | 'sentence'> {
  if (error instanceof Refusal)
    return { code: error.code, sentence: voice.write(error.options.detail ?? ERRORS[error.code].title) };
  log.error({ err: error }, 'one of several requests was not denied');
  return { code: 'internal', sentence: ERRORS.internal.title };
}
