import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps, MadeSession, Origin } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/errors.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { userById } from '../../domain/people/store.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import { readAccount } from '../../domain/sessions/account.ts';
import type { Account } from '../../domain/sessions/account.ts';
import { createChallenge } from '../../domain/sessions/challengeStore.ts';
import { completeSignIn } from '../../domain/sessions/completeSignIn.ts';
import type { Ended, FlowSteps } from './flowSteps.ts';
import { isClosed } from './linkCodes.ts';
import { forgetRefused } from './refusedStore.ts';
import { rememberRefused } from './refused.ts';
import { requireProvider } from './providers.ts';
import { emailKey } from '../../domain/people/rules/keys.ts';
import { chooseAccount } from './rules/identity.ts';
import type { Choice } from './rules/identity.ts';
import { nobodySentence } from './sentences.ts';
import { bindLink, findForSignIn, insertLink, isProven, recordAnswer, recordSignIn } from './store.ts';

type Context = Origin & { now: number };

/** A session, or the challenge for the code that proves a new link. */
type SignedInBySso =
  | { made: MadeSession; codeRequired?: undefined }
  | { made?: undefined; codeRequired: { challenge: string; expiresAt: number } };

/**
 * Signing in by a provider: no password, no code here, also where MFA is set up: the provider does its own. But the first one by
 * a new link of somebody who has MFA asks for their code.
 */
export function createSsoSignIn(deps: Deps, steps: FlowSteps) {
  /** The link of the account that was chosen: found, bound, or made by the provider's verified e-mail. */
  async function linkOf(
    tx: Tx,
    choice: Exclude<Choice, { kind: 'refused' }>,
    { provider, identity }: Ended,
    account: Account,
    now: number,
  ): Promise<string> {
    if (choice.kind === 'linked') return choice.linkId;
    const linkId = choice.kind === 'waiting' ? choice.linkId : uuidv7(now, deps.random);
    const { subject } = identity;
    if (choice.kind === 'waiting') {
      if (!(await bindLink(tx, deps.keys, { linkId, subject }))) throw linkedMeanwhile();
    } else {
      const email = identity.email === null ? null : emailKey(identity.email);
      await insertLink(tx, deps.keys, {
        id: linkId,
        userId: account.user.id,
        providerId: provider.id,
        subject,
        email,
        by: null,
        now,
      });
    }
    await forgetRefused(tx, provider.id, subject);
    const person = { id: account.user.id, name: account.user.name };
    await appendAudit(tx, deps, {
      at: now,
      action: 'sso.linked',
      actor: person,
      target: person,
      data: { provider: provider.name, subject, by: 'verified_email' },
    });
    await mailUser(tx, deps, {
      userId: account.user.id,
      kind: 'sso_linked',
      at: now,
      params: { provider: provider.name },
    });
    return linkId;
  }

  async function signInAs(tx: Tx, ended: Ended, ctx: Context): Promise<SignedInBySso | Choice> {
    const { provider, identity } = ended;
    const { now } = ctx;
    const found = await findForSignIn(tx, deps.keys, { providerId: provider.id, claimed: identity, now });
    const choice = chooseAccount(identity, found, provider.linkByEmail);
    if (choice.kind === 'refused') {
      await rememberRefused(tx, ended, choice.why, now);
      const guarded = choice.why === 'guarded' ? found.withEmail[0]?.userId : undefined;
      await auditRefusal(tx, ended, choice, found.linked?.userId ?? found.waiting?.userId ?? guarded, now);
      return choice;
    }
    const policy = await writtenPolicy(tx, deps.keys);
    const account = await readAccount(tx, deps.keys, choice.userId, policy, now);
    if (!account) return { kind: 'refused', why: 'nobody' };
    const proven = choice.kind === 'linked' && (await isProven(tx, deps.keys, choice.linkId));
    // SECURITY: a reset signs nobody in. There is no code that could prove a new link before the setup that is due (8.A1).
    if (account.user.setup_due === 1 && !proven) {
      const refused = { kind: 'refused', why: 'setup_due' } as const;
      await auditRefusal(tx, ended, refused, account.user.id, now);
      return refused;
    }
    const asksForCode = account.user.mfa_state !== 'off' && !proven;
    if (asksForCode && (await isClosed(tx, { userId: account.user.id, providerId: provider.id }))) {
      const refused = { kind: 'refused', why: 'closed' } as const;
      await auditRefusal(tx, ended, refused, account.user.id, now);
      return refused;
    }
    const linkId = await linkOf(tx, choice, ended, account, now);
    const { amr, acr, mfaAsserted } = identity;
    await recordAnswer(tx, { linkId, amr, acr, mfaAsserted });
    // SECURITY: whoever made the link, or runs the provider, could be there; the code is the person's own (8.A1).
    if (asksForCode) {
      const { address, userAgent } = ctx;
      const link = { linkId, mfaAsserted };
      const asked = { userId: account.user.id, purpose: 'link', link, now, address, userAgent } as const;
      return { codeRequired: await createChallenge(tx, deps, asked) };
    }
    await recordSignIn(tx, linkId, now);
    const made = await completeSignIn(tx, deps, {
      account,
      policy,
      via: 'sso',
      sso: { linkId, provider: provider.name, mfaAsserted },
      ...ctx,
    });
    return { made };
  }

  async function auditRefusal(
    tx: Tx,
    { provider }: Ended,
    { why }: Extract<Choice, { kind: 'refused' }>,
    userId: string | undefined,
    now: number,
  ): Promise<void> {
    if (userId === undefined) return;
    const user = await userById(tx, userId);
    await appendAudit(tx, deps, {
      at: now,
      action: 'sso.refused',
      actor: null,
      target: user ?? null,
      data: { provider: provider.name, why },
    });
  }

  return {
    async begin({ providerId, loopbackPort }: { providerId: string; loopbackPort?: number }, now: number) {
      const provider = await requireProvider(deps.db.kysely, deps.keys, providerId);
      return steps.begin({ purpose: 'sign_in', provider, loopbackPort, sessionId: null, now });
    },

    /** The verdict is answered after the commit. */
    async complete(input: { flow: string; parameters: string }, ctx: Context): Promise<SignedInBySso> {
      const ended = await steps.withAddress(
        await steps.end({ purpose: 'sign_in', ...input, sessionId: null, now: ctx.now }),
      );
      const outcome = await linkedOnce(() => deps.db.transaction((tx) => signInAs(tx, ended, ctx)));
      if ('made' in outcome || 'codeRequired' in outcome) return outcome;
      if (outcome.kind !== 'refused') throw new Error('A sign-in was neither made nor refused.');
      const detail = nobodySentence(outcome.why, ended);
      throw refuse(outcome.why === 'suspended' ? 'account_suspended' : 'sso_not_linked', { detail });
    },
  };
}

/** Of two first sign-ins at once the unique index lets one link the account; the other one begins again and finds the link. */
async function linkedOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isUniqueViolation(error) ? linkedMeanwhile() : error;
  }
}

function linkedMeanwhile() {
  return refuse('sso_already_linked', {
    detail: sentence('answers/sso', 'linkedMeanwhile'),
  });
}
