import type { Handlers } from '../../http/handlers.ts';
import type { SystemsService } from './service.ts';

type Names =
  | 'settings.systems.list'
  | 'settings.systems.create'
  | 'settings.systems.update'
  | 'settings.systems.remove'
  | 'settings.systems.test'
  | 'settings.systems.setLinkRule'
  | 'settings.systems.previewLinkRule'
  | 'settings.systems.setPeopleReading'
  | 'settings.systems.readPeople'
  | 'users.systemAccounts'
  | 'users.linkSystem'
  | 'users.unlinkSystem';

export function systemsHandlers({ settings, links, rules, readings }: SystemsService): Handlers<Names> {
  return {
    'settings.systems.list': (_input, ctx) => settings.list(ctx),
    'settings.systems.create': (input, ctx) => settings.create(input, ctx),
    'settings.systems.update': (input, ctx) => settings.update(input, ctx),
    'settings.systems.remove': ({ id }, ctx) => settings.remove(id, ctx),
    'settings.systems.test': ({ id }, ctx) => settings.test(id, ctx),
    'settings.systems.setLinkRule': (input, ctx) => rules.set(input, ctx),
    'settings.systems.previewLinkRule': (input, { now }) => rules.preview(input, now),
    'settings.systems.setPeopleReading': (input, ctx) => readings.set(input, ctx),
    'settings.systems.readPeople': ({ id }, ctx) => readings.readNow(id, ctx),
    'users.systemAccounts': (input, { now }) => links.accounts(input, now),
    'users.linkSystem': (input, { actor, now, voice }) => links.link(input, { actor, now, voice }),
    'users.unlinkSystem': (input, { actor, now, voice }) => links.unlink(input, { actor, now, voice }),
  };
}
