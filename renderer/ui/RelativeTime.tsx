import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useNow } from './useNow.ts';
import { dueDay, dueTime, exactTime, shortDay, shortTime, utcTime } from './time.ts';

interface Props {
  at: string;
  dayOnly?: boolean;
  /** By then something has to be done, or ends: the weekday matters. */
  due?: boolean;
  /** In a row of a list, which is one tab stop as a whole; its detail shows the moment again. */
  inRow?: boolean;
}

/** A moment as people say it; exact and UTC on hover or focus. */
export function RelativeTime({ at, dayOnly, due, inRow }: Props) {
  const [day, moment] = due ? [dueDay, dueTime] : [shortDay, shortTime];
  const words = (dayOnly ? day : moment)(at, useNow());
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
      <Box component="time" dateTime={at} tabIndex={inRow ? -1 : 0} sx={{ whiteSpace: 'nowrap' }}>
        {words}
      </Box>
    </Tooltip>
  );
}
