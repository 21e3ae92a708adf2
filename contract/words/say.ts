import { setupI18n } from '@lingui/core';
import type { Messages, Placeholders } from './placeholders.ts';
import { readMessage, type ReadMessage } from './readMessage.ts';

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
  read: typeof readMessage = readMessage,
): Say<Room> {
  const i18n = setupI18n({ locale, messages: { [locale]: { ...messages } } });
  i18n.setMessagesCompiler(readOnce(read));
  return (key, ...[values]) => i18n._(key, values);
}

/** Lingui reads a message anew each time that it is said: an import of 100,000 bad rows says one 100,000 times. */
function readOnce(read: typeof readMessage): typeof readMessage {
  const known = new Map<string, ReadMessage>();
  return (message) => {
    const found = known.get(message) ?? read(message);
    known.set(message, found);
    return found;
  };
}
