import type { Handlers } from '../../http/handlers.ts';
import type { ViewsService } from './service.ts';

type Names = 'me.views' | 'me.createView' | 'me.updateView' | 'me.deleteView';

export function viewsHandlers(views: ViewsService): Handlers<Names> {
  return {
    'me.views': (_input, { actor }) => views.list(actor),
    'me.createView': (input, { actor, now }) => views.create(actor, input, now),
    'me.updateView': (input, { actor }) => views.update(actor, input),
    'me.deleteView': async (input, { actor }) => {
      await views.remove(actor, input);
      return undefined;
    },
  };
}
