import type { Handlers } from '../../http/handlers.ts';
import type { UsersService } from './service.ts';

type Names =
  | 'users.list'
  | 'users.mfaPlaces'
  | 'users.departments'
  | 'users.listDepartments'
  | 'users.create'
  | 'users.get'
  | 'users.factors'
  | 'users.named'
  | 'users.update'
  | 'users.sendSetUpLink'
  | 'users.import'
  | 'users.export'
  | 'users.history'
  | 'settings.systems.previewPeople';

export function usersHandlers(service: UsersService): Handlers<Names> {
  return {
    'users.list': (input, { now }) => service.list(input, now),
    'users.mfaPlaces': () => service.mfaPlaces(),
    'users.departments': () => service.departments(),
    'users.listDepartments': () => service.departmentsSaid(),
    'users.create': (input, { actor, now, voice }) => service.create(input, { actor, now, voice }),
    'users.get': ({ id }, { now, voice }) => service.get(id, { now, voice }),
    'users.factors': ({ id }, { now, voice }) => service.factors(id, { now, voice }),
    'users.named': ({ ids }) => service.named(ids),
    'users.update': (input, { actor, now, voice }) => service.update(input, { actor, now, voice }),
    'users.sendSetUpLink': ({ id }, { actor, now, voice }) =>
      service.sendSetUpLink(id, { actor, now, voice }),
    'users.import': (input, { actor, now, voice }) => service.import(input, { actor, now, voice }),
    'users.export': async (input, { now, download }) => {
      download({ name: 'users.csv', type: 'text/csv; charset=utf-8' });
      return service.export(input, now);
    },
    'users.history': (input) => service.history(input),
    'settings.systems.previewPeople': ({ id }, { now, voice }) => service.previewPeople(id, { now, voice }),
  };
}
