import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';

/** What an authenticator is called in a mail: its owner's word for it, or what it is. */
export const nameInMail = (name: string | null): string | Sentence =>
  name ?? sentence('mail', 'unnamedAuthenticator');

/** The same in an answer. */
export const nameInAnswer = (name: string | null): string | Sentence =>
  name ?? sentence('answers/signIn', 'unnamedAuthenticator');

/** The same in an event. */
export const namedData = (name: string | null): { authenticator?: string } =>
  name === null ? {} : { authenticator: name };
