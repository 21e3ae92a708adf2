import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../house/cruise.ts';

/** A process that has the log and does `what`; what it writes to standard error, line by line, after its end. */
function run(what: string) {
  const program = `import { createLog } from ${JSON.stringify(join(root, 'server/log.ts'))};
    const log = createLog('info');
    ${what}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function linesOf(what: string): Promise<string[]> {
  const child = run(what);
  const written = await text(child.stderr);
  return messagesIn(written);
}

const messagesIn = (written: string): string[] =>
  written
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => (JSON.parse(line) as { msg: string }).msg);

const COUNT = 'for (let n = 1; n <= 300; n += 1) log.info(`request ${n}`);';
const COUNTED = Array.from({ length: 300 }, (_, index) => `request ${index + 1}`);

describe('the log', () => {
  it.each([
    ['has nothing more to do', ''],
    ['exits', 'process.exit(1);'],
    ['ends by what nobody caught', "throw new Error('a mistake');"],
    ['ends by a promise that nobody handled', "await Promise.reject(new Error('a mistake'));"],
    [
      'is told to stop',
      "process.on('SIGTERM', () => process.exit(0)); process.kill(process.pid, 'SIGTERM');",
    ],
  ])('loses no line, each once and in order, where the process %s', async (_how, end) => {
    expect(await linesOf(`${COUNT} ${end}`)).toEqual(COUNTED);
  });

  it('has what it was warned of and all before it, also where the process is killed with the next breath', async () => {
    const end = "log.warn('something is wrong'); process.kill(process.pid, 'SIGKILL');";
    expect(await linesOf(`${COUNT} ${end}`)).toEqual([...COUNTED, 'something is wrong']);
  });

  it('doesn’t keep a line that no other follows', async () => {
    const child = run("setInterval(() => undefined, 1000); log.info('ready');");
    const [first] = (await once(child.stderr, 'data')) as [Buffer];
    expect(messagesIn(first.toString())).toEqual(['ready']);
  });
});
