import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ResetRequestRow } from '../../../../contract/operations/resetRequestSchemas.ts';
import { MOST_DENIED_AT_ONCE } from '../../../../contract/requestStates.ts';
import { FloatingBar } from '../../../ui/FloatingBar.tsx';
import { DenySeveralDialog } from './DenySeveralDialog.tsx';
import { t } from '../words.ts';

interface Props {
  chosen: readonly ResetRequestRow[];
  onDone: () => void;
}

/** What can be done with the requests that are selected; nothing while none is. What is asked stays, also once its rows have left the list. */
export function SelectionBar({ chosen, onDone }: Props) {
  /** As they were when somebody asked: rows come and go meanwhile. */
  const [asked, setAsked] = useState<readonly ResetRequestRow[]>();
  const isTooMany = chosen.length > MOST_DENIED_AT_ONCE;
  return (
    <>
      {chosen.length > 0 && (
        <FloatingBar label={t('selectedRequests')}>
          <Box sx={{ fontWeight: 500, mr: 2 }} role="status">
            {t('selected', { count: chosen.length })}
          </Box>
          {isTooMany ? (
            t('mostAtOnce', { count: MOST_DENIED_AT_ONCE })
          ) : (
            <Button size="small" variant="outlined" color="error" onClick={() => setAsked(chosen)}>
              {t('denySeveral')}
            </Button>
          )}
          <Button size="small" onClick={onDone}>
            {t('clearSelection')}
          </Button>
        </FloatingBar>
      )}
      {asked && (
        <DenySeveralDialog
          requests={asked}
          onClose={(isDone) => {
            setAsked(undefined);
            if (isDone) onDone();
          }}
        />
      )}
    </>
  );
}
