import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import { noteFactor } from '../../domain/audit/origin.ts';
import { refuse } from '../../refusal.ts';
import type { Redeemed, SsoClient } from './client.ts';
import type { Flow } from './flows.ts';
import { beginFlow, flowEnded, redirectUriFor, spendFlow } from './flows.ts';
import { explain, loggable, ProviderProblem } from './problems.ts';
import type { Provider } from './providers.ts';
import { requireProvider } from './providers.ts';
import { isSubjectLinked } from './store.ts';

type Purpose = Parameters<typeof beginFlow>[2]['purpose'];

export interface BeginInput {
  purpose: Purpose;
  provider: Provider;
  loopbackPort: number | undefined;
  sessionId: string | null;
  now: number;
}

export interface EndInput {
  purpose: Purpose;
  flow: string;
  parameters: string;
  sessionId: string | null;
  now: number;
}

/** Who signed in, where, since when. */
export interface Ended extends Redeemed {
  provider: Provider;
  beganAt: number;
  redirectUri: string;
  /** Why there is no address, in a sentence, where the provider was asked for it and failed. */
  addressFault: Sentence | null;
}

export type FlowSteps = ReturnType<typeof createFlowSteps>;

/** The two steps that sign-in, step-up and test share. Network calls lie outside of transactions. */
export function createFlowSteps(deps: Deps, client: SsoClient) {
  const { db } = deps;

  /** Answers where to send the person. Throws what the provider makes go wrong. */
  async function begin(input: BeginInput): Promise<{ flow: string; url: string; expiresAt: string }> {
    const { provider, purpose } = input;
    const redirectUri = await redirectUriFor(deps, input.loopbackPort);
    // Before anything is stored: where the provider can't be reached there is no sign-in to remember.
    await client.discovered(provider);
    const begun = await db.transaction((tx) => beginFlow(tx, deps, { ...input, redirectUri }));
    const url = await client.authorizationUrl(provider, {
      redirectUri,
      checks: begun.checks,
      fresh: purpose === 'step_up',
    });
    return { flow: begun.flow, url: url.href, expiresAt: rfc3339(begun.expiresAt) };
  }

  async function spend(input: EndInput): Promise<{ flow: Flow; provider: Provider }> {
    const flow = await db.transaction((tx) => spendFlow(tx, deps, input));
    const provider = await requireProvider(db.kysely, deps.keys, flow.providerId);
    // SECURITY: the answer goes to whom it was asked from, or to nobody.
    if (provider.version !== flow.providerVersion) throw flowEnded();
    return { flow, provider };
  }

  /** A provider's problem as a refusal that says what is wrong; everything else as it was thrown. */
  async function refusing<T>(
    about: { provider: Provider; redirectUri: string },
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { provider, redirectUri } = about;
      const explained = explain(error, { name: provider.name, issuer: provider.issuer, redirectUri });
      if (!explained) throw error;
      deps.log.warn({ providerId: provider.id, ...loggable(error) }, 'a sign-in at a provider failed');
      throw refuse(explained.code, { detail: explained.sentence });
    }
  }

  return {
    refusing,

    async begin(input: BeginInput) {
      const redirectUri = await redirectUriFor(deps, input.loopbackPort);
      return refusing({ provider: input.provider, redirectUri }, () => begin(input));
    },

    /** Spends the flow, then exchanges the code. Refuses with `sso_flow_ended` or `sso_failed`. */
    async end(input: EndInput): Promise<Ended> {
      const { flow, provider } = await spend(input);
      const { redirectUri, checks, beganAt } = flow;
      const { parameters } = input;
      const redeemed = await refusing({ provider, redirectUri }, () =>
        client.redeem(provider, { redirectUri, checks, parameters }),
      );
      noteFactor('identity_provider');
      return { provider, beganAt, redirectUri, addressFault: null, ...redeemed };
    },

    /**
     * With the address that the ID token left out. Asked for only where no link has that subject, because nothing else needs
     * it; a provider that fails at it (AD FS gives out tokens that its own endpoint refuses) ends no sign-in by that.
     */
    async withAddress(ended: Ended): Promise<Ended> {
      const { provider, identity, redirectUri } = ended;
      if (identity.email !== null || (await isSubjectLinked(db.kysely, provider.id, identity.subject))) {
        return ended;
      }
      return refusing({ provider, redirectUri }, async () => {
        try {
          return { ...ended, identity: { ...identity, ...(await ended.askAddress()) } };
        } catch (error) {
          if (!(error instanceof ProviderProblem) || error.kind !== 'user_info') throw error;
          deps.log.warn({ providerId: provider.id, ...loggable(error) }, 'a provider gave no address');
          const { name, issuer } = provider;
          return { ...ended, addressFault: explain(error, { name, issuer, redirectUri })?.sentence ?? null };
        }
      });
    },
  };
}
