import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useNow } from './useNow.ts';
import { exactTime, shortDay, shortTime, utcTime } from './time.ts';

/** A moment as people say it; exact and UTC on hover or focus. */
export function RelativeTime({ at, dayOnly }: { at: string; dayOnly?: boolean }) {
  const words = (dayOnly ? shortDay : shortTime)(at, useNow());
  return (
    <Tooltip
      title={
        <>
          {exactTime(at)}
          <br />
          {utcTime(at)}
        </>
      }
    >
      <Box component="time" dateTime={at} tabIndex={0} sx={{ whiteSpace: 'nowrap' }}>
        {words}
      </Box>
    </Tooltip>
  );
}
