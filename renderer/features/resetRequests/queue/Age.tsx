import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { duration, exactTime, utcTime } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';

/** How long something has waited; exact and UTC on hover. */
export function Age({ since }: { since: string }) {
  const now = useNow();
  return (
    <Tooltip
      title={
        <>
          {exactTime(since)}
          <br />
          {utcTime(since)}
        </>
      }
    >
      <Box component="time" dateTime={since} sx={{ whiteSpace: 'nowrap' }}>
        {duration(now - Date.parse(since))}
      </Box>
    </Tooltip>
  );
}
