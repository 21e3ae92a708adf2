import type { Handlers } from '../../http/handlers.ts';
import type { PolicyService } from './service.ts';

type Names = 'policy.get' | 'policy.update' | 'policy.impact' | 'policy.versions';

export function policyHandlers(service: PolicyService): Handlers<Names> {
  return {
    'policy.get': () => service.get(),
    'policy.update': (input, { actor, now }) => service.update(input, { actor, now }),
    'policy.impact': (input, { now }) => service.impact(input, now),
    'policy.versions': (input) => service.versions(input),
  };
}
