import type { Handlers } from '../../http/handlers.ts';
import type { DashboardService } from './service.ts';

export function dashboardHandlers(service: DashboardService): Handlers<'dashboard.get'> {
  return { 'dashboard.get': (_input, { now }) => service.get(now) };
}
