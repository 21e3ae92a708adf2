import type { Handlers } from '../../../http/handlers.ts';
import type { OutsideService } from './service.ts';

type Names = 'resetRequests.outside' | 'resetRequests.explainOutside' | 'resetRequests.reportOutside';

export function outsideHandlers(outside: OutsideService): Handlers<Names> {
  return {
    'resetRequests.outside': (input, ctx) => outside.list(input, ctx),
    'resetRequests.explainOutside': (input, ctx) => outside.explain(input, ctx),
    'resetRequests.reportOutside': (input, ctx) => outside.report(input, ctx),
  };
}
