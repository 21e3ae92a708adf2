import { CommanderError } from 'commander';
import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { Refusal } from '../refusal.ts';
import { takeConfig } from './configFile.ts';
import { takeLanguage, voiceByEnvironment } from './language.ts';
import { createProgram, refuseUnknownCommand } from './program.ts';
import { Failure, WrongUse } from '../failure.ts';
import { voiceOf } from '../words.ts';

/** Runs a command to its end. Answers the exit code: 0 done, 1 failed, 2 wrong use. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  let voice = voiceByEnvironment(env);
  try {
    const { chosen, rest } = takeLanguage(args);
    if (chosen !== null) voice = voiceOf(chosen);
    const { config, words } = takeConfig(rest);
    const program = createProgram(env, voice, config);
    refuseUnknownCommand(program, words);
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, env, voice);
  }
}

function report(error: unknown, env: NodeJS.ProcessEnv, voice: Voice): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof WrongUse) {
    console.error(voice.write(error.said));
    return 2;
  }
  // A sentence for the operator; what went wrong inside is for those who ask for it.
  console.error(sentenceOf(error, voice));
  if (env['GATEHOUSE_LOG_LEVEL'] === 'debug' && error instanceof Error) console.error(error.stack);
  return 1;
}

function sentenceOf(error: unknown, voice: Voice): string {
  if (error instanceof Failure) return voice.write(error.said);
  if (error instanceof Refusal)
    return voice.write(error.options.detail ?? sentence('answers/http', error.code));
  return voice.say('cli')('failed', { why: error instanceof Error ? error.message : String(error) });
}
