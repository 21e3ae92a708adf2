import type { PublicContext } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { SignInService } from './service.ts';
import type { createSetupAtSignIn } from './setup.ts';
import type { createLostDevice } from './lostDevice.ts';
import type { createOptions } from './options.ts';

type Names =
  | 'signIn.options'
  | 'signIn.start'
  | 'signIn.verify'
  | 'signIn.moreTime'
  | 'signIn.beginEnrolment'
  | 'signIn.confirmEnrolment'
  | 'signIn.lostDevice'
  | 'signIn.openHeld'
  | 'signIn.signOut';

export function signInHandlers(services: {
  options: ReturnType<typeof createOptions>;
  signIn: SignInService;
  setup: ReturnType<typeof createSetupAtSignIn>;
  lostDevice: ReturnType<typeof createLostDevice>;
}): Handlers<Names> {
  const { options, signIn, setup, lostDevice } = services;
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
    'signIn.beginEnrolment': async (input, ctx) => {
      const begun = await setup.begin(input, ctx);
      return { ...begun, expiresAt: rfc3339(begun.expiresAt) };
    },
    'signIn.confirmEnrolment': async (input, ctx) => signedIn(await setup.confirm(input, ctx), ctx),
    'signIn.lostDevice': (input, ctx) => lostDevice.start(input, ctx),
    'signIn.openHeld': (input, ctx) => lostDevice.open(input, ctx),
    'signIn.signOut': async (_input, { actor, clearSession }) => {
      await signIn.signOut(actor);
      clearSession();
      return undefined;
    },
  };
}
