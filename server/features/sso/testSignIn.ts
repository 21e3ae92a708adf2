import type { OutputOf } from '../../../contract/operations.ts';
import type { SsoTestResult } from '../../../contract/operations/sso.ts';
import { withMarks } from '../../../contract/text.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Voice } from '../../../contract/words/write.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import { personOf } from '../../domain/people/people.ts';
import { userById } from '../../domain/people/store.ts';
import type { SsoClient } from './client.ts';
import type { Ended, FlowSteps } from './flowSteps.ts';
import { redirectUriFor } from './flows.ts';
import { askAhead } from './askAhead.ts';
import { requireProvider } from './providers.ts';
import { chooseAccount } from './rules/identity.ts';
import { nobodySentence } from './sentences.ts';
import { findForSignIn } from './store.ts';

/** A sign-in that makes no session and links nobody, and says in one sentence what is wrong. */
export function createSsoTest(deps: Deps, { client, steps }: { client: SsoClient; steps: FlowSteps }) {
  const { db } = deps;

  async function findings(ended: Ended, { now, voice }: Reading): Promise<SsoTestResult> {
    const { provider, identity } = ended;
    const { subject, email, emailVerified, mfaAsserted } = identity;
    const found = await findForSignIn(db.kysely, deps.keys, {
      providerId: provider.id,
      claimed: identity,
      now,
    });
    const choice = chooseAccount(identity, found, provider.linkByEmail);
    const user = choice.kind === 'refused' ? undefined : await userById(db.kysely, choice.userId);
    const facts = {
      subject: withMarks(subject),
      email: email === null ? null : withMarks(email),
      emailVerified: email === null ? null : emailVerified,
      mfaAsserted,
    };
    if (choice.kind === 'refused' || !user) {
      const why = choice.kind === 'refused' ? choice.why : 'nobody';
      return { ok: false, sentence: voice.write(nobodySentence(why, ended)), ...facts, person: null };
    }
    const works = sentence('answers/sso', 'works', {
      person: user.name,
      name: provider.name,
      linking: choice.kind === 'linked' ? 'other' : 'yes',
      mfa: mfaAsserted ? 'yes' : 'other',
    });
    return {
      ok: true,
      sentence: voice.write(works),
      ...facts,
      person: personOf(user),
    };
  }

  return {
    async begin(
      actor: Actor,
      { id, loopbackPort }: { id: string; loopbackPort?: number },
      { now, voice }: Reading,
    ): Promise<OutputOf<'settings.sso.beginTest'>> {
      const provider = await requireProvider(db.kysely, deps.keys, id);
      const { sessionId } = actor;
      try {
        const redirectUri = await redirectUriFor(deps, loopbackPort);
        await steps.refusing({ provider, redirectUri }, async () => {
          // What is wrong now, not what was right ten minutes ago.
          await client.discovered(provider, { fresh: true });
          await askAhead(client, deps, { provider, redirectUri });
        });
        const begun = await steps.begin({ purpose: 'test', provider, loopbackPort, sessionId, now });
        return { outcome: 'begun', ...begun };
      } catch (error) {
        return { outcome: 'failed', result: failedResult(error, voice) };
      }
    },

    async complete(
      actor: Actor,
      input: { flow: string; parameters: string },
      { now, voice }: Reading,
    ): Promise<SsoTestResult> {
      try {
        const ended = await steps.withAddress(
          await steps.end({ purpose: 'test', ...input, sessionId: actor.sessionId, now }),
        );
        return await findings(ended, { now, voice });
      } catch (error) {
        return failedResult(error, voice);
      }
    },
  };
}

/** A provider's problem is what was asked for; anything else is not an answer. */
function failedResult(error: unknown, voice: Voice): SsoTestResult {
  if (!(error instanceof Refusal) || error.code !== 'sso_failed') throw error;
  const nothing = { subject: null, email: null, emailVerified: null, mfaAsserted: null, person: null };
  return { ok: false, sentence: voice.write(error.options.detail ?? error.message), ...nothing };
}
