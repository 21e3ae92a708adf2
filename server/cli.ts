#!/usr/bin/env node
import { bearClosedOutput } from './cli/closedOutput.ts';
import { run } from './cli/run.ts';

bearClosedOutput();
process.exitCode = await run(process.argv.slice(2));
// A start that failed ends, whatever is still open: a process in which nothing listens would look like a server.
if (process.exitCode !== 0) setTimeout(() => process.exit(), 2000).unref();
