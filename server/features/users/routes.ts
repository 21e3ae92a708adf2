import type { Handlers } from '../../http/handlers.ts';
import type { UsersService } from './service.ts';

type Names =
  | 'users.list'
  | 'users.departments'
  | 'users.create'
  | 'users.get'
  | 'users.named'
  | 'users.update'
  | 'users.sendSetUpLink'
  | 'users.import'
  | 'users.export'
  | 'users.history';

export function usersHandlers(service: UsersService): Handlers<Names> {
  return {
    'users.list': (input, { now }) => service.list(input, now),
    'users.departments': () => service.departments(),
    'users.create': (input, { actor, now }) => service.create(input, { actor, now }),
    'users.get': ({ id }, { now }) => service.get(id, now),
    'users.named': ({ ids }) => service.named(ids),
    'users.update': (input, { actor, now }) => service.update(input, { actor, now }),
    'users.sendSetUpLink': ({ id }, { actor, now }) => service.sendSetUpLink(id, { actor, now }),
    'users.import': (input, { actor, now }) => service.import(input, { actor, now }),
    'users.export': async (input, { now, download }) => {
      download({ name: 'users.csv', type: 'text/csv; charset=utf-8' });
      return service.export(input, now);
    },
    'users.history': (input) => service.history(input),
  };
}
