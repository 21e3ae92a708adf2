import type { Handlers } from '../../http/handlers.ts';
import type { AttestorService } from './service.ts';

type Names =
  'settings.attestor.read' | 'settings.attestor.save' | 'settings.attestor.remove' | 'identityChecks.look';

export function attestorHandlers({ settings, look }: AttestorService): Handlers<Names> {
  return {
    'settings.attestor.read': () => settings.read(),
    'settings.attestor.save': (input, ctx) => settings.save(input, ctx),
    'settings.attestor.remove': (_input, { actor, now }) => settings.remove({ actor, now }),
    'identityChecks.look': ({ token }, { now }) => look({ token, now }),
  };
}
