import { mdiEyeOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { allOf } from '../../../language/intl.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { OneLine } from '../../../ui/OneLine.tsx';
import { t } from '../words.ts';
import { useViewers } from './useViewers.ts';

/** Who else has the request open; said when it changes, and kept nowhere. */
export function OthersHere({ request }: { request: ResetRequest }) {
  const names = useViewers()(request);
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minWidth: 0,
        fontSize: '0.8125rem',
        color: 'text.secondary',
      }}
    >
      {names.length > 0 && (
        <>
          <Icon path={mdiEyeOutline} size={16} />
          <OneLine upTo={420}>{t('haveItOpen', { names: allOf(names), count: names.length })}</OneLine>
        </>
      )}
    </Box>
  );
}
