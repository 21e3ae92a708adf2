import { LANGUAGES } from '../../../contract/words/languages.ts';
import type { Language } from '../../../contract/words/languages.ts';
import type { MailFrame, MailText } from '../../../contract/words/mailTexts.ts';
import type { Voice } from '../../../contract/words/write.ts';
import { voiceOf } from '../../words.ts';
import type { MailKind } from './kinds.ts';

/** What mails are written with in a language. */
export interface MailLanguage {
  voice: Voice;
  frame: MailFrame;
  texts: Record<MailKind, MailText>;
}

const MAILS = Object.fromEntries(
  await Promise.all(
    Object.entries(LANGUAGES).map(async ([language, { mails }]) => [
      language,
      { voice: voiceOf(language), ...((await mails()) satisfies Omit<MailLanguage, 'voice'>) },
    ]),
  ),
) as Record<Language, MailLanguage>;

/** Of somebody who chose one, else of the organisation. */
export function mailLanguage(chosen: Language | '', organisations: Language): MailLanguage {
  return MAILS[chosen || organisations];
}
