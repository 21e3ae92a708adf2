import type { Handlers } from '../../http/handlers.ts';
import { isWhole } from './chosen.ts';
import { EXPORT_FORMATS } from './export.ts';
import type { AuditService } from './service.ts';
import { verdictTo } from './verify.ts';

export function auditHandlers(
  service: AuditService,
): Handlers<'audit.list' | 'audit.get' | 'audit.verify' | 'audit.export'> {
  return {
    'audit.list': (input) => service.list(input),
    'audit.get': ({ id }) => service.get(id),
    'audit.verify': async (_input, { now, voice }) => verdictTo(voice, await service.verify(now)),
    'audit.export': async ({ format = 'jsonl', ...filters }, { actor, now, download }) => {
      const { type, extension } = EXPORT_FORMATS[format];
      const lines = await service.export(actor, { format, ...filters }, now);
      const day = new Date(now).toISOString().slice(0, 10);
      const part = isWhole(filters) ? '' : 'part-';
      download({ name: `gatehouse-audit-${part}${day}.${extension}`, type });
      return lines;
    },
  };
}
