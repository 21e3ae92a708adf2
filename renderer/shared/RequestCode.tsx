import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { strong } from '../language/rich.ts';
import { grouped, Secret } from '../ui/Secret.tsx';
import { spelled } from './spelling.ts';
import { rich, t } from './words.ts';

interface Props {
  code: string;
  helpDesk: { phone: string | null; hours: string | null };
  /** What to do with it, where it isn't written down for a call that comes later. */
  toDo?: string;
}

/** The code that only the requester's screen shows, to be read out when the help desk calls. */
export function RequestCode({ code, helpDesk, toDo = t('writeCodeDown') }: Props) {
  return (
    <>
      <Box sx={{ bgcolor: 'soft.neutral', borderRadius: '6px', px: 4, py: 3, mb: 4 }}>
        <Typography variant="body2" color="textSecondary">
          {t('yourRequestCode')}
        </Typography>
        <Secret large text={grouped(code.replace(/\W/g, ''), 3)} label={t('requestCode')} />
        <Typography variant="caption" color="textSecondary" component="p">
          {t('spelledInNato')}
        </Typography>
        <Typography>{spelled(code)}</Typography>
      </Box>
      <Typography sx={{ mb: 2 }}>{toDo}</Typography>
      {helpDesk.phone && (
        <Typography color="textSecondary">
          {helpDesk.hours
            ? rich('helpDeskWithHours', { phone: helpDesk.phone, hours: helpDesk.hours, b: strong })
            : rich('helpDesk', { phone: helpDesk.phone, b: strong })}
        </Typography>
      )}
    </>
  );
}
