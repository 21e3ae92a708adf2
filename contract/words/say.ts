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
  i18n.setMessagesCompiler(readOnce(compile));
  return (key, ...[values]) => i18n._(key, values);
}

/** Lingui reads a message anew each time that it is said: an import of 100,000 bad rows says one 100,000 times. */
function readOnce(compile: typeof compileMessage): typeof compileMessage {
  const read = new Map<string, ReturnType<typeof compileMessage>>();
  return (message) => {
    const compiled = read.get(message) ?? compile(message);
    read.set(message, compiled);
    return compiled;
  };
}
