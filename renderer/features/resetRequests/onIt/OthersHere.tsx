import { mdiEyeOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { allOf } from '../../../language/intl.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { t } from '../words.ts';
import { useViewers } from './useViewers.ts';

/** Who else has the request open; said when it changes, and kept nowhere. */
export function OthersHere({ request }: { request: ResetRequest }) {
  const names = useViewers()(request);
  return (
    <Box component="span" role="status" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      {names.length > 0 && (
        <>
          <Icon path={mdiEyeOutline} size={16} />
          {t('haveItOpen', { names: allOf(names), count: names.length })}
        </>
      )}
    </Box>
  );
}
