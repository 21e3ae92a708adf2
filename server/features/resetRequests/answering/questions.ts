import type { Deps, Origin } from '../../../context.ts';
import { ATTESTATIONS } from '../../../domain/systems/attestor.ts';
import { publishChange } from '../assessing/publish.ts';
import { requestById } from '../store.ts';
import { conclude, lookAtQuestion } from './answer.ts';
import type { Standing } from './answer.ts';
import { AskedAlready, askWhoItIs } from './ask.ts';
import { attestationById, tallyOf } from './attestationStore.ts';

export interface Arriving {
  flow: string;
  pushed: string;
  subject: string;
  system: string;
  /** Whom it is about; null where that is nobody for certain. */
  person: () => Promise<string | null>;
  origin: Origin;
  now: number;
}

/** Questions of another system whether somebody is who they say. Every `now` is UTC ms. */
export function createQuestions(deps: Deps) {
  const { transaction, kysely } = deps.db;

  /** Undefined where the request by which the browser came was asked by another browser. */
  async function ask({ person, origin, ...rest }: Arriving): Promise<Standing | undefined> {
    const userId = await person();
    try {
      const requestId = await transaction((tx) => askWhoItIs(tx, deps, { ...rest, ...origin, userId }));
      if (requestId !== null && userId !== null) publishChange(deps, requestId, userId, 'opened');
    } catch (error) {
      if (!(error instanceof AskedAlready)) throw error;
    }
    return transaction((tx) => conclude(tx, deps, rest));
  }

  return {
    /** A browser came: its question stands so, and is asked now where it wasn't. */
    async arrive(arriving: Arriving): Promise<Standing | undefined> {
      return (await transaction((tx) => conclude(tx, deps, arriving))) ?? ask(arriving);
    },
    tally: (now: number) => tallyOf(kysely, now),
    look: (question: { flow: string; now: number }) => lookAtQuestion(kysely, deps, question),
    /** What is answered: *failed* for all that isn't plainly *verified*, as a server wrote it. */
    async answered(id: string) {
      const row = await attestationById(kysely, id);
      if (!row) return undefined;
      const request = row.request_id === null ? undefined : await requestById(kysely, row.request_id);
      const isDone = request?.state === 'completed' || request?.state === 'executing';
      const isVerified = row.answer === 'verified' && isDone && ATTESTATIONS.isAsWritten(deps.keys, row);
      const answer = isVerified ? ('verified' as const) : ('failed' as const);
      return { subject: row.subject, answer, at: row.answered_at ?? row.opened_at };
    },
  };
}
