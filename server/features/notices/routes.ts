import type { Handlers } from '../../http/handlers.ts';
import type { NoticesService } from './service.ts';

export function noticesHandlers(service: NoticesService): Handlers<'notices.list' | 'notices.see'> {
  return {
    'notices.list': (_input, { actor, now, voice }) => service.list({ actor, now, voice }),
    'notices.see': async (input, { actor, now }) => {
      await service.see(input, { actor, now });
      return undefined;
    },
  };
}
