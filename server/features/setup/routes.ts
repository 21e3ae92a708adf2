import type { Handlers } from '../../http/handlers.ts';
import type { SetupService } from './service.ts';

export function setupHandlers(
  service: SetupService,
): Handlers<'setup.state' | 'setup.createOrganisation' | 'setup.openSample'> {
  return {
    'setup.state': (_input, context) => service.state(context),
    'setup.createOrganisation': (input, context) => service.createOrganisation(input, context),
    'setup.openSample': (input, context) => service.openSample(input, context),
  };
}
