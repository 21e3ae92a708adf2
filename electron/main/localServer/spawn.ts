import { utilityProcess } from 'electron';
import { isFromChild } from './messages.ts';
import type { Child, ChildEvents } from './supervisor.ts';

/**
 * Starts the bundled server in a utility process. Secrets go over its message port, never as an argument or in the
 * environment, which other programs of this account can read.
 */
export function spawnServer(
  entry: string,
  environment: NodeJS.ProcessEnv,
  log: (line: string) => void,
): (events: ChildEvents) => Child {
  return (events) => {
    const process = utilityProcess.fork(entry, [], {
      serviceName: 'Gatehouse server',
      stdio: 'pipe',
      env: environment,
    });
    process.stdout?.on('data', (chunk: Buffer) => log(chunk.toString()));
    process.stderr?.on('data', (chunk: Buffer) => log(chunk.toString()));
    process.on('message', (message: unknown) => {
      if (isFromChild(message)) events.onMessage(message);
    });
    process.on('exit', (code) => events.onExit(code));
    return {
      send: (message) => process.postMessage(message),
      kill: () => process.kill(),
    };
  };
}
