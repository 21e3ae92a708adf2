import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';

/**
 * A line of JSON for each event, its level as a word and its time as RFC 3339. Standard error unless told.
 *
 * @param level of a `GATEHOUSE_LOG_LEVEL`
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
}
