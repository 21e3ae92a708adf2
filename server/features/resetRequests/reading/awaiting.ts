import type { ResetRequest } from '../../../../contract/operations/resetRequests.ts';
import type { Reading } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import { peopleById } from '../../../domain/people/store.ts';
import { personOf } from '../../../domain/people/people.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { median } from '../../../median.ts';
import { DAY, rfc3339 } from '../../../time.ts';
import type { Assessment } from '../assessing/assess.ts';
import { decidersOf } from '../assessing/deciders.ts';
import { refusalOf } from '../rules/machine.ts';
import { decisionTimes } from './decisionTimesStore.ts';

/** Decisions of so long ago still say how long one takes now. */
const RECENT = 30 * DAY;

/** Of a request whose evidence is complete: who else may decide it, how long that takes now, and whether they can be asked. */
export async function readAwaiting(
  reader: Reader,
  assessment: Assessment,
  { actor, now, voice }: { actor: ActorRef } & Reading,
): Promise<ResetRequest['awaitsDecision']> {
  if (assessment.state !== 'verified') return undefined;
  const { request, situation } = assessment;
  const deciders = (await decidersOf(reader, assessment, now)).filter(({ id }) => id !== actor.userId);
  const refused = refusalOf('ask_decision', { ...situation, decidable: deciders.length > 0 });
  const middle = median(await decisionTimes(reader, now - RECENT));
  const at = request.decision_asked_at;
  const [by] =
    request.decision_asked_by === null ? [] : await peopleById(reader, [request.decision_asked_by]);
  return {
    deciders,
    medianSeconds: middle === null ? null : Math.round(middle / 1000),
    asked: at === null ? null : { at: rfc3339(at), by: by ? personOf(by) : null },
    ask: refused
      ? { allowed: false, code: refused.code, sentence: voice.write(refused.sentence) }
      : { allowed: true, code: null, sentence: null },
  };
}
