import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { passwordProblem } from '../domain/passwordLinks/goodPassword.ts';
import { Failure } from '../failure.ts';

/** A new password from standard input; at a terminal it is asked for and not shown. Fails with a sentence where weak. */
export async function readNewPassword(username: string, voice: Voice): Promise<string> {
  const password = process.stdin.isTTY
    ? await ask(`${voice.say('cli')('newPassword')} `)
    : firstLine(await text(process.stdin));
  if (password === '') throw new Failure(sentence('cli', 'passwordOnInput'));
  const problem = passwordProblem(password, username);
  if (problem) throw new Failure(problem);
  return password;
}

/** The passphrase of something that was sealed before. */
export const readPassphrase = (voice: Voice): Promise<string> => createInput(voice).passphrase();

interface Input {
  /** As it is written; at a terminal it is asked for. */
  name(): Promise<string>;
  /** Isn't shown. */
  passphrase(): Promise<string>;
}

/** What a command asks for in turn, a line each of standard input. */
export function createInput(voice: Voice): Input {
  const say = voice.say('backup');
  let lines: Promise<string[]> | undefined;
  async function next(missing: 'nameOnInput' | 'passphraseOnInput'): Promise<string> {
    lines ??= text(process.stdin).then((all) => all.split(/\r?\n/));
    const line = (await lines).shift() ?? '';
    if (line === '') throw new Failure(sentence('backup', missing));
    return line;
  }
  return {
    name: () => (process.stdin.isTTY ? ask(`${say('nameToReplace')} `, true) : next('nameOnInput')),
    passphrase: () => (process.stdin.isTTY ? ask(`${say('passphrase')} `) : next('passphraseOnInput')),
  };
}

/** `echo` and editors end a line; a password has none. */
const firstLine = (input: string) => input.replace(/\r?\n[\s\S]*$/, '');

async function ask(question: string, isShown = false): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({
    input: process.stdin,
    output: isShown ? process.stderr : silent,
    terminal: true,
  });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
