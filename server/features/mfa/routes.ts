import { rfc3339 } from '../../time.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { createAuthenticatorsService } from './authenticators.ts';
import type { MeService } from './me.ts';
import type { createPasswordChange } from './password.ts';
import type { MfaService } from './service.ts';

type Names =
  | 'me.get'
  | 'me.update'
  | 'me.password'
  | 'me.beginEnrolment'
  | 'me.confirmEnrolment'
  | 'me.disable'
  | 'me.authenticators'
  | 'me.renameAuthenticator'
  | 'me.removeAuthenticator'
  | 'me.stopAuthenticator'
  | 'me.stepUp'
  | 'me.sessions'
  | 'me.endSessions'
  | 'me.history';

export function meHandlers(services: {
  me: MeService;
  mfa: MfaService;
  authenticators: ReturnType<typeof createAuthenticatorsService>;
  changePassword: ReturnType<typeof createPasswordChange>;
}): Handlers<Names> {
  const { me, mfa, authenticators, changePassword } = services;
  return {
    'me.get': (_input, { actor, now, voice }) => me.get(actor, { now, voice }),
    'me.update': async (input, { actor, now, voice }) => {
      await me.update(actor, input, now);
      return me.get(actor, { now, voice });
    },
    'me.password': async (input, ctx) => {
      await changePassword(ctx.actor, input, ctx);
      return undefined;
    },
    'me.beginEnrolment': async (input, ctx) => {
      const begun = await mfa.begin(ctx.actor, input, ctx);
      return { ...begun, expiresAt: rfc3339(begun.expiresAt) };
    },
    'me.confirmEnrolment': async (input, { actor, now }) => {
      await mfa.confirm(actor, input, now);
      return { state: 'on' };
    },
    'me.disable': (input, ctx) => mfa.disable(ctx.actor, input, ctx),
    'me.authenticators': (_input, { actor, voice }) => authenticators.list(actor, { voice }),
    'me.renameAuthenticator': (input, { actor, voice, now }) =>
      authenticators.rename(actor, input, { voice, now }),
    'me.removeAuthenticator': (input, ctx) => authenticators.remove(ctx.actor, input, ctx),
    'me.stopAuthenticator': (input, { actor, voice, now }) =>
      authenticators.stop(actor, input, { voice, now }),
    'me.stepUp': async (input, ctx) => ({
      session: ctx.session(await mfa.stepUp(ctx.actor, input, ctx.now)),
    }),
    'me.sessions': (_input, { actor, now }) => me.sessions(actor, now),
    'me.endSessions': (_input, { actor, now }) => me.endSessions(actor, now),
    'me.history': (page, { actor }) => me.history(actor, page),
  };
}
