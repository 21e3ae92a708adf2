#!/usr/bin/env node
import { nodeRefusal } from './cli/nodeVersion.ts';

const refused = nodeRefusal(process.versions.node);
if (refused === null) {
  // Only now: an older Node.js ends with a stack trace while it links what these import.
  const [{ bearClosedOutput }, { run }] = await Promise.all([
    import('./cli/closedOutput.ts'),
    import('./cli/run.ts'),
  ]);
  bearClosedOutput();
  process.exitCode = await run(process.argv.slice(2));
} else {
  console.error(refused);
  process.exitCode = 1;
}
// A start that failed ends, whatever is still open: a process in which nothing listens would look like a server.
if (process.exitCode !== 0) setTimeout(() => process.exit(), 2000).unref();
