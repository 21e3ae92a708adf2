import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { grouped, Secret } from '../ui/Secret.tsx';
import { spelled } from './spelling.ts';

interface Props {
  code: string;
  helpDesk: { phone: string | null; hours: string | null };
}

/** The code that only the requester's screen shows, to be read out when the help desk calls. */
export function RequestCode({ code, helpDesk }: Props) {
  return (
    <>
      <Box sx={{ bgcolor: 'soft.neutral', borderRadius: '6px', px: 4, py: 3, mb: 4 }}>
        <Typography variant="body2" color="textSecondary">
          Your request code
        </Typography>
        <Secret large text={grouped(code.replace(/\W/g, ''), 3)} label="Request code" />
        <Typography>{spelled(code)}</Typography>
      </Box>
      <Typography sx={{ mb: 2 }}>
        Write it down. Read it out when the help desk calls you: it proves that the request is yours. It is
        shown only now.
      </Typography>
      {helpDesk.phone && (
        <Typography color="textSecondary">
          Help desk: <strong>{helpDesk.phone}</strong>
          {helpDesk.hours && `, ${helpDesk.hours}`}
        </Typography>
      )}
    </>
  );
}
