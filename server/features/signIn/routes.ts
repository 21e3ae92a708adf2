import type { PublicContext, Deps } from '../../context.ts';
import { rfc3339 } from '../../context.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { ResetRequestService } from '../resetRequests/service.ts';
import { requireChallenge } from './challenges.ts';
import type { SignInService } from './service.ts';
import type { createSetupAtSignIn } from './setup.ts';
import type { createOptions } from './options.ts';

type Names =
  | 'signIn.options'
  | 'signIn.start'
  | 'signIn.verify'
  | 'signIn.moreTime'
  | 'signIn.beginEnrolment'
  | 'signIn.confirmEnrolment'
  | 'signIn.requestReset'
  | 'signIn.signOut';

export function signInHandlers(
  deps: Deps,
  services: {
    options: ReturnType<typeof createOptions>;
    signIn: SignInService;
    setup: ReturnType<typeof createSetupAtSignIn>;
    resetRequests: Pick<ResetRequestService, 'openFromSignIn'>;
  },
): Handlers<Names> {
  const { options, signIn, setup, resetRequests } = services;
  const signedIn = (made: Parameters<PublicContext['session']>[0], ctx: Pick<PublicContext, 'session'>) =>
    ({ outcome: 'signed_in', session: ctx.session(made) }) as const;

  return {
    'signIn.options': () => options(),
    'signIn.start': async (input, ctx) => {
      const result = await signIn.start(input, ctx);
      return result.outcome === 'signed_in' ? signedIn(result.made, ctx) : result;
    },
    'signIn.verify': async (input, ctx) => signedIn(await signIn.verify(input, ctx), ctx),
    'signIn.moreTime': (input, { now }) => setup.moreTime(input, now),
    'signIn.beginEnrolment': async (input, { now }) => {
      const begun = await setup.begin(input, now);
      return { ...begun, expiresAt: rfc3339(begun.expiresAt) };
    },
    'signIn.confirmEnrolment': async (input, ctx) => signedIn(await setup.confirm(input, ctx), ctx),
    'signIn.requestReset': async ({ challenge: token, reason, note }, { now, address, userAgent }) => {
      // The challenge stays good: who finds the phone after all goes on with the code (product: Signing in, 5).
      const challenge = await requireChallenge(deps.db.kysely, token, 'code', now);
      return resetRequests.openFromSignIn({
        userId: challenge.userId,
        reason: reason ?? null,
        note: note ?? null,
        address,
        userAgent,
        now,
      });
    },
    'signIn.signOut': async (_input, { actor, clearSession }) => {
      await deps.db.kysely.deleteFrom('sessions').where('id', '=', actor.sessionId).execute();
      clearSession();
      return undefined;
    },
  };
}
