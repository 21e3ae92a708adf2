import { mdiSnowflake, mdiSnowflakeOff } from '@mdi/js';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { FREEZE_SWITCHES } from '../../../../contract/freeze.ts';
import { useCan, useMe } from '../../../data/me.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useBegunAct } from '../../../ui/useBegunAct.ts';
import { FreezeDialog } from './FreezeDialog.tsx';
import { t } from '../words.ts';

/** Stops what an attacker needs while the organisation is under attack. Any verifier may freeze; officers unfreeze. */
export function FreezeControl() {
  const { switches } = useMe().organisation;
  const canFreeze = useCan('resets.verify') && switches.length < FREEZE_SWITCHES.length;
  const canUnfreeze = useCan('policy.write') && switches.length > 0;
  const [act, setAct] = useState<'freeze' | 'unfreeze'>();
  useBegunAct(canFreeze ? { freeze: () => setAct('freeze') } : {});
  return (
    <>
      {canFreeze && (
        <Button
          variant="outlined"
          color="error"
          startIcon={<Icon path={mdiSnowflake} size={18} />}
          onClick={() => setAct('freeze')}
        >
          {switches.length > 0 ? t('freezeMore') : t('freeze')}
        </Button>
      )}
      {canUnfreeze && (
        <Button
          variant="outlined"
          startIcon={<Icon path={mdiSnowflakeOff} size={18} />}
          onClick={() => setAct('unfreeze')}
        >
          {t('unfreeze')}
        </Button>
      )}
      {act && <FreezeDialog act={act} on={switches} onClose={() => setAct(undefined)} />}
    </>
  );
}
