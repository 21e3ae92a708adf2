import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Messages, Placeholders } from './placeholders.ts';

/** A message's placeholders as arguments: none where it asks for none. */
export type ValuesOf<Message extends string> = keyof Placeholders<Message> extends never
  ? []
  : [values: Placeholders<Message>];

/** Says a message of a room: `t('waits', { count })`. */
export type Say<Room extends Messages> = <K extends keyof Room & string>(
  key: K,
  ...values: ValuesOf<Room[K]>
) => string;

/** The messages of a room in one language, ready to be said. */
export function sayFrom<Room extends Messages>(
  locale: string,
  messages: Room,
  compile: typeof compileMessage = compileMessage,
): Say<Room> {
  const i18n = setupI18n({ locale, messages: { [locale]: { ...messages } } });
  i18n.setMessagesCompiler(compile);
  return (key, ...[values]) => i18n._(key, values);
}
