import type { Handlers } from '../../http/handlers.ts';
import type { AttestorService } from './service.ts';

type Names =
  'settings.attestor.read' | 'settings.attestor.save' | 'settings.attestor.remove' | 'identityChecks.look';

export function attestorHandlers({ settings, look }: AttestorService): Handlers<Names> {
  return {
    'settings.attestor.read': (_input, { now }) => settings.read(now),
    'settings.attestor.save': (input, ctx) => settings.save(input, ctx),
    'settings.attestor.remove': (_input, ctx) => settings.remove(ctx),
    'identityChecks.look': ({ token }, { now }) => look({ token, now }),
  };
}
