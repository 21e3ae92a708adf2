import { CommanderError } from 'commander';
import { Refusal } from '../refusal.ts';
import { createProgram, refuseUnknownCommand } from './program.ts';
import { Failure, WrongUse } from '../failure.ts';

/** Runs a command to its end. Answers the exit code: 0 done, 1 failed, 2 wrong use. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  try {
    const program = createProgram(env);
    refuseUnknownCommand(program, args);
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, env);
  }
}

function report(error: unknown, env: NodeJS.ProcessEnv): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof WrongUse) {
    console.error(error.message);
    return 2;
  }
  // A sentence for the operator; what went wrong inside is for those who ask for it.
  const sentence = error instanceof Error ? error.message : String(error);
  console.error(error instanceof Refusal || error instanceof Failure ? sentence : `Failed: ${sentence}`);
  if (env['GATEHOUSE_LOG_LEVEL'] === 'debug' && error instanceof Error) console.error(error.stack);
  return 1;
}
