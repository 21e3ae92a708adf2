import type { Handlers } from '../../http/handlers.ts';
import type { DashboardService } from './service.ts';

type Names = 'dashboard.get' | 'dashboard.dayOne' | 'dashboard.putDayOneAway';

export function dashboardHandlers(service: DashboardService): Handlers<Names> {
  return {
    'dashboard.get': (_input, { now }) => service.get(now),
    'dashboard.dayOne': (_input, { now }) => service.dayOne(now),
    'dashboard.putDayOneAway': async (_input, { now }) => {
      await service.putDayOneAway(now);
      return undefined;
    },
  };
}
