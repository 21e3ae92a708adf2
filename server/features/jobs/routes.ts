import type { Handlers } from '../../http/handlers.ts';
import type { JobsService } from './service.ts';

type Names =
  | 'invitations.get'
  | 'invitations.send'
  | 'jobs.create'
  | 'jobs.preview'
  | 'jobs.get'
  | 'jobs.result'
  | 'jobs.cancel'
  | 'jobs.undo';

export function jobsHandlers(service: JobsService): Handlers<Names> {
  return {
    'invitations.get': (_input, ctx) => service.invitations(ctx),
    'invitations.send': (input, ctx) => service.sendInvitations(input, ctx),
    'jobs.create': (input, ctx) => service.create(input, ctx),
    'jobs.preview': (input, ctx) => service.preview(input, ctx),
    'jobs.get': ({ id }, ctx) => service.get(id, ctx),
    'jobs.result': async ({ id }, ctx) => {
      const rows = await service.result(id, ctx);
      ctx.download({ name: `job-${id}.csv`, type: 'text/csv; charset=utf-8' });
      return rows;
    },
    'jobs.cancel': ({ id }, ctx) => service.cancel(id, ctx),
    'jobs.undo': ({ id }, ctx) => service.undo(id, ctx),
  };
}
