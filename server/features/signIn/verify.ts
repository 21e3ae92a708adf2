import type { Deps, MadeSession, Origin } from '../../context.ts';
import { isCode } from '../../crypto/totp.ts';
import type { Tx } from '../../db/connection.ts';
import { noteFactor } from '../../domain/audit/origin.ts';
import { refusalOf, wrongCode } from '../../domain/authenticators/codes.ts';
import type { CodeVerdict, EvaluateCode } from '../../domain/authenticators/codes.ts';
import { readCode } from '../../domain/authenticators/readCode.ts';
import { notSixDigits } from '../../domain/authenticators/refusals.ts';
import { spendSteps } from '../../domain/authenticators/store.ts';
import { accountOf, readAccount } from '../../domain/sessions/account.ts';
import { createReadChallenged } from '../../domain/sessions/challengedStore.ts';
import type { Challenged, WaitsForCode } from '../../domain/sessions/challengedStore.ts';
import { spendChallenge } from '../../domain/sessions/challengeStore.ts';
import type { LinkToProve } from '../../domain/sessions/challengeStore.ts';
import { completeSignIn } from '../../domain/sessions/completeSignIn.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';

/** A link that a code has proven, with the name of its provider; null where it was removed meanwhile. */
export type ProveLink = (
  tx: Tx,
  link: LinkToProve & { userId: string; now: number },
) => Promise<{ linkId: string; provider: string; mfaAsserted: boolean } | null>;

/** A code that is to prove a link; null where it is right. Counted apart from those of the person's own sign-in. */
export type EvaluateLinkCode = (
  tx: Tx,
  typed: { linkId: string; userId: string; code: string; address: string | null; now: number },
) => Promise<Refusal | null>;

/** What else a right code means: whether something waits for it, and what happens then, in the same transaction. */
export interface OnRightCode {
  waits: WaitsForCode;
  act(tx: Tx, whose: { userId: string; now: number }): Promise<void>;
}

export type Verify = ReturnType<typeof createVerify>;

type Verdict = { made: MadeSession } | { refused: Refusal };
type Context = Origin & { code: string; now: number };

/** The second step: the challenge and a code end the sign-in. The verdict is answered after the commit (S-05). */
export function createVerify(
  deps: Deps,
  {
    evaluateCode,
    evaluateLinkCode,
    proveLink,
    onRight,
  }: {
    evaluateCode: EvaluateCode;
    evaluateLinkCode: EvaluateLinkCode;
    proveLink: ProveLink;
    onRight: OnRightCode;
  },
) {
  const readChallenged = createReadChallenged(deps.keys, onRight.waits);
  const expired = (): Verdict => ({ refused: refuse('challenge_expired') });

  /** As few statements as can be: this is what everybody does every morning. */
  async function byCode(tx: Tx, challenged: Challenged, ctx: Context): Promise<Verdict> {
    const { challenge, counted, proven, roles, isAwaited } = challenged;
    const { userId } = challenge;
    const { code, now } = ctx;
    const refused = (verdict: Exclude<CodeVerdict, { kind: 'right' }>): Verdict => {
      deps.measures.codes.add(verdict.kind);
      return { refused: refusalOf(verdict, { status: 401, now }) };
    };
    if (!counted) return byCodeAfterLock(tx, challenged, ctx);
    if (proven.length === 0) return refused({ kind: 'not_on' });
    const read = readCode(deps, proven, { userId, code, now });
    if (read.kind === 'wrong') return refused(await wrongCode(tx, deps, { ...read, counted, now }));
    deps.measures.codes.add('right');
    noteFactor('code');
    if (isAwaited) await onRight.act(tx, { userId, now });
    const policy = challenged.policy();
    // Their MFA is on, or the code had not been counted: there is no enrolment to begin.
    const account = accountOf(counted, { roles, firstEnrolment: false, waivedUntil: null }, policy, now);
    const input = { account, policy, via: 'password', endsWrongCodes: true, ...ctx } as const;
    const made = await completeSignIn(tx, deps, input, [
      ...spendSteps(tx, read.spends, now),
      spendChallenge(tx, challenge.id, now),
    ]);
    return { made };
  }

  /** Nothing was counted: most often a refusal, and once in a while a lock that ends by itself. */
  async function byCodeAfterLock(tx: Tx, { challenge, policy }: Challenged, ctx: Context): Promise<Verdict> {
    const { id, userId } = challenge;
    const { code, now } = ctx;
    const verdict = await evaluateCode(tx, { userId, code, now });
    if (verdict.kind !== 'right') return { refused: refusalOf(verdict, { status: 401, now }) };
    const account = await readAccount(tx, deps.keys, userId, policy(), now);
    if (!account) return expired();
    const input = { account, policy: policy(), via: 'password', ...ctx } as const;
    return { made: await completeSignIn(tx, deps, input, [spendChallenge(tx, id, now)]) };
  }

  async function byLink(
    tx: Tx,
    { challenge, policy }: Challenged,
    link: LinkToProve,
    ctx: Context,
  ): Promise<Verdict> {
    const { id, userId } = challenge;
    const { code, address, now } = ctx;
    const refused = await evaluateLinkCode(tx, { userId, code, linkId: link.linkId, address, now });
    if (refused) return { refused };
    const account = await readAccount(tx, deps.keys, userId, policy(), now);
    const sso = account && (await proveLink(tx, { ...link, userId, now }));
    if (!sso) return expired();
    const input = { account, policy: policy(), via: 'sso', sso, ...ctx } as const;
    return { made: await completeSignIn(tx, deps, input, [spendChallenge(tx, id, now)]) };
  }

  return async (
    input: { challenge: string; code: string },
    origin: Origin & { now: number },
  ): Promise<MadeSession> => {
    if (!isCode(input.code)) throw notSixDigits(401);
    const { address, userAgent, now } = origin;
    const ctx = { address, userAgent, now, code: input.code };
    const verdict = await deps.db.transaction(async (tx) => {
      const challenged = await readChallenged(tx, { token: input.challenge, now });
      const { link } = challenged.challenge;
      return link ? byLink(tx, challenged, link, ctx) : byCode(tx, challenged, ctx);
    });
    if ('refused' in verdict) throw verdict.refused;
    return verdict.made;
  };
}
