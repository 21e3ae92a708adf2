import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';

/**
 * A line of JSON for each event, its level as a word and its time as RFC 3339. Standard error unless told.
 *
 * @param level of a `GATEHOUSE_LOG_LEVEL`
 */
export function createLog(level: string, destination: DestinationStream = gathered(2)): Logger {
  return pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
}

/** What waits for others to go with them, and for how long. */
const MOST_BYTES = 4096;
const MOST_MS = 20;
/** Pino's number of `warn`. */
const WARN = 40;

/**
 * Lines that come close after each other are written at once: each write is a call of the system. A warning and what is
 * worse goes out at once with all before it, and so does everything where the process ends by itself, also by what nobody caught. Only
 * what ends it from outside (SIGKILL) takes the lines of the last moment with it.
 */
function gathered(fd: number): DestinationStream {
  // Not `sync: false`: at the end of a process a write that is under way in another thread may be done, or not.
  const lines = pino.destination({ dest: fd, sync: true, minLength: MOST_BYTES });
  let due: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(due);
    due = undefined;
    process.off('exit', flush);
    lines.flush();
  }

  const stream = {
    // Pino says the level of each line before it writes it.
    [Symbol.for('pino.metadata')]: true,
    lastLevel: 0,
    write(line: string) {
      lines.write(line);
      if (stream.lastLevel >= WARN) flush();
      else if (!due) {
        due = setTimeout(flush, MOST_MS).unref();
        process.once('exit', flush);
      }
    },
    flushSync: flush,
  };
  return stream;
}
