import { mdiEyeOutline, mdiHandBackRightOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { ResetRequestRow } from '../../../../contract/operations/resetRequestSchemas.ts';
import { allOf } from '../../../language/intl.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { OneLine } from '../../../ui/OneLine.tsx';
import { useViewers } from '../onIt/useViewers.ts';
import { useNow } from '../../../ui/useNow.ts';
import { sinceTime } from '../sinceTime.ts';
import { quiet, small } from './requestCells.tsx';
import { rich, t } from '../words.ts';

interface Props {
  row: ResetRequestRow;
  /** Where there is no column for it: who and since when beside one another, and nothing where nobody is. */
  inOneLine?: boolean;
}

/** Who is on a request and since when; beside them, or where nobody is, who has it open. */
export function OnIt({ row, inOneLine }: Props) {
  const { claimedBy, claimedAt, handed } = row;
  const names = useViewers()(row);
  const now = useNow();
  const nobody = handed ? t('handedTo', { name: handed.to.name }) : inOneLine ? '' : t('claimedByNobody');
  const looking = names.length > 0 ? t('haveItOpen', { names: allOf(names), count: names.length }) : '';
  if (!claimedBy) {
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.secondary' }}>
        {looking && <Icon path={mdiEyeOutline} size={16} />}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <OneLine>{looking || nobody}</OneLine>
        </Box>
      </Box>
    );
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Icon path={mdiHandBackRightOutline} size={16} sx={{ color: 'primary.main' }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <OneLine>
          {claimedAt && inOneLine
            ? rich('claimedBySince', { name: claimedBy.name, time: sinceTime(claimedAt, now), quiet })
            : claimedBy.name}
        </OneLine>
        {claimedAt && !inOneLine && (
          <Box sx={{ ...small, color: 'text.secondary' }}>
            {t('since', { at: sinceTime(claimedAt, now) })}
          </Box>
        )}
      </Box>
      {looking && (
        <Tooltip title={looking}>
          <Box component="span" sx={{ display: 'inline-flex', color: 'text.secondary' }}>
            <Icon path={mdiEyeOutline} size={16} titleAccess={looking} />
          </Box>
        </Tooltip>
      )}
    </Box>
  );
}
