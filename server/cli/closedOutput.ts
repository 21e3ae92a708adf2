/**
 * Lets `… | head` close what we print into. What is under way goes on: a server or a rotation doesn't end because nobody reads
 * what it says.
 */
export function bearClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
