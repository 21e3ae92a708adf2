import Type from 'typebox';
import Value from 'typebox/value';
import type { Result } from '../../../contract/errors.ts';
import { operationOf } from '../../../contract/operations.ts';
import type { SayOf } from '../../../contract/words/write.ts';
import { failureCode, createHttp } from './http.ts';
import { problemFromAnswer, problemFromFailure } from './problem.ts';
import { createAgent } from './trust.ts';
import type { Target } from './client.ts';

const PATIENCE_MS = 10_000;
// Only what is read here: a newer server may say more.
const Options = Type.Object({ organisation: Type.String() });

/** Whether a Gatehouse server answers there, and for which organisation; nothing is sent but the question. */
export async function probeServer(
  say: SayOf<'desktop'>,
  target: Target,
): Promise<Result<{ organisation: string }>> {
  const agent = createAgent(target.origin, target.trust);
  try {
    const answer = await createHttp(target.origin, agent).get<unknown>(operationOf('signIn.options').path, {
      timeout: PATIENCE_MS,
    });
    if (answer.status === 200 && Value.Check(Options, answer.data)) {
      return { ok: true, data: { organisation: answer.data.organisation } };
    }
    return {
      ok: false,
      error: problemFromAnswer(say, answer.status, answer.status === 200 ? undefined : answer.data),
    };
  } catch (error) {
    return { ok: false, error: problemFromFailure(say, failureCode(error), target.name) };
  } finally {
    agent.destroy();
  }
}
