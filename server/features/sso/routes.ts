import { rfc3339 } from '../../time.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { SsoService } from './service.ts';

type Names =
  | 'sso.begin'
  | 'sso.complete'
  | 'me.beginSsoStepUp'
  | 'me.completeSsoStepUp'
  | 'sso.refused'
  | 'settings.sso.list'
  | 'settings.sso.create'
  | 'settings.sso.update'
  | 'settings.sso.remove'
  | 'settings.sso.beginTest'
  | 'settings.sso.completeTest'
  | 'users.linkSso'
  | 'users.unlinkSso'
  | 'users.setPasswordUse';

export function ssoHandlers({ signIn, stepUp, test, settings, links, refused }: SsoService): Handlers<Names> {
  return {
    'sso.begin': (input, { now }) => signIn.begin(input, now),
    'sso.complete': async (input, ctx) => {
      const { made, codeRequired } = await signIn.complete(input, ctx);
      if (made) return { outcome: 'signed_in', session: ctx.session(made) };
      const { challenge, expiresAt } = codeRequired;
      return { outcome: 'code_required', challenge, expiresAt: rfc3339(expiresAt) };
    },
    'me.beginSsoStepUp': (input, { actor, now }) => stepUp.begin(actor, input, now),
    'me.completeSsoStepUp': async (input, ctx) => ({
      session: ctx.session(await stepUp.complete(ctx.actor, input, ctx.now)),
    }),
    'sso.refused': (_input, { now }) => refused(now),
    'settings.sso.list': () => settings.list(),
    'settings.sso.create': (input, ctx) => settings.create(input, ctx),
    'settings.sso.update': (input, ctx) => settings.update(input, ctx),
    'settings.sso.remove': async ({ id }, ctx) => {
      await settings.remove(id, ctx);
      return undefined;
    },
    'settings.sso.beginTest': (input, ctx) => test.begin(ctx.actor, input, ctx),
    'settings.sso.completeTest': (input, ctx) => test.complete(ctx.actor, input, ctx),
    'users.linkSso': (input, { actor, now, voice }) => links.link(input, { actor, now, voice }),
    'users.unlinkSso': (input, { actor, now, voice }) => links.unlink(input, { actor, now, voice }),
    'users.setPasswordUse': (input, { actor, now, voice }) =>
      links.setPasswordUse(input, { actor, now, voice }),
  };
}
