import type { Handlers } from '../../http/handlers.ts';
import type { DoctorService } from './service.ts';

export function doctorHandlers(service: DoctorService): Handlers<'settings.doctor'> {
  return { 'settings.doctor': (_input, { now, voice }) => service.look({ now, voice }) };
}
