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
export async function readPassphrase(voice: Voice): Promise<string> {
  const passphrase = process.stdin.isTTY
    ? await ask(`${voice.say('backup')('passphrase')} `)
    : firstLine(await text(process.stdin));
  if (passphrase === '') throw new Failure(sentence('backup', 'passphraseOnInput'));
  return passphrase;
}

/** `echo` and editors end a line; a password has none. */
const firstLine = (input: string) => input.replace(/\r?\n[\s\S]*$/, '');

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
