import type { Handlers } from '../../http/handlers.ts';
import type { SystemsService } from './service.ts';

type Names =
  | 'settings.systems.list'
  | 'settings.systems.create'
  | 'settings.systems.update'
  | 'settings.systems.remove'
  | 'settings.systems.test'
  | 'users.systemAccounts'
  | 'users.linkSystem'
  | 'users.unlinkSystem';

export function systemsHandlers({ settings, links }: SystemsService): Handlers<Names> {
  return {
    'settings.systems.list': () => settings.list(),
    'settings.systems.create': (input, ctx) => settings.create(input, ctx),
    'settings.systems.update': (input, ctx) => settings.update(input, ctx),
    'settings.systems.remove': ({ id }, ctx) => settings.remove(id, ctx),
    'settings.systems.test': ({ id }, ctx) => settings.test(id, ctx),
    'users.systemAccounts': (input, { now }) => links.accounts(input, now),
    'users.linkSystem': (input, { actor, now, voice }) => links.link(input, { actor, now, voice }),
    'users.unlinkSystem': (input, { actor, now, voice }) => links.unlink(input, { actor, now, voice }),
  };
}
