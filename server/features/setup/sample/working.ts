import { CHECKS } from '../../../../contract/checks.ts';
import { MINUTE } from '../../../time.ts';
import type { Story } from './stories.ts';

/** How long a claim lasts after the last act of whoever has it, as in life. */
const CLAIM = 15 * MINUTE;
/** From the question to the manager until the answer. */
const ANSWER = 20 * MINUTE;

interface Work {
  /** What the manager was asked, where there is an answer of theirs. */
  question: { askedAt: number; answeredAt: number; outcome: 'pass' | 'fail' } | null;
  /** When the verifier claimed the request: by each act at which no claim of theirs was living. */
  claims: number[];
  /** The last claim. */
  claim: { from: number; until: number } | null;
}

/** What the verifier of a story must have done, besides its checks, for them to be there. Times in UTC ms. */
export function workOn({ checks }: Pick<Story, 'checks'>, openedAt: number): Work {
  let question: Work['question'] = null;
  const acts: number[] = [];
  for (const [kind, outcome, minutes] of checks) {
    const at = openedAt + minutes * MINUTE;
    const { recordedBy } = CHECKS[kind];
    if (recordedBy === 'staff') acts.push(at);
    if (recordedBy !== 'manager') continue;
    question = { askedAt: at - ANSWER, answeredAt: at, outcome: outcome === 'pass' ? 'pass' : 'fail' };
    acts.push(question.askedAt);
  }
  acts.sort((a, b) => a - b);
  const claims = acts.filter((at, index) => at >= (acts[index - 1] ?? -Infinity) + CLAIM);
  const [from, last] = [claims.at(-1), acts.at(-1)];
  const claim = from === undefined || last === undefined ? null : { from, until: last + CLAIM };
  return { question, claims, claim };
}
