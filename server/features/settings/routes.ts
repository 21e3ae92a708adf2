import type { Handlers } from '../../http/handlers.ts';
import type { SettingsService } from './service.ts';

export function settingsHandlers(
  service: SettingsService,
): Handlers<'settings.get' | 'settings.update' | 'settings.testMail'> {
  return {
    'settings.get': () => service.get(),
    'settings.update': async (change, { actor, now }) => {
      await service.update(actor, change, now);
      return undefined;
    },
    'settings.testMail': (_input, { actor, now }) => service.testMail(actor, now),
  };
}
