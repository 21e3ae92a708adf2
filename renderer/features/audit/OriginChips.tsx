import Chip from '@mui/material/Chip';
import type { useAuditFilters } from './useAuditFilters.ts';
import { t } from './words.ts';

/** That only one address or one session is shown, which the details of an event lead to; each goes by its cross. */
export function OriginChips({ list: { filters, change } }: { list: ReturnType<typeof useAuditFilters> }) {
  const { address, session } = filters;
  return (
    <>
      {address && <Chip label={t('fromAddress', { address })} onDelete={() => change({ address: null })} />}
      {session && (
        <Chip
          label={t('ofSession', { session: session.slice(-6) })}
          title={session}
          onDelete={() => change({ session: null })}
        />
      )}
    </>
  );
}
