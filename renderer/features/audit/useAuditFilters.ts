import type { InputOf } from '../../../contract/operations.ts';
import { useNamedFilters } from '../../ui/useNamedFilters.ts';

const NAMES = ['action', 'userId', 'address', 'session', 'from', 'to'] as const;
type AuditFilters = Pick<InputOf<'audit.list'>, (typeof NAMES)[number]>;

/** The log's filters, as the address says them; times are RFC 3339. */
export const useAuditFilters = () => useNamedFilters<AuditFilters>(NAMES);
