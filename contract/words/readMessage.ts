import { compileMessage } from '@lingui/message-utils/compileMessage';

/** What Lingui makes of an ICU message: texts, and in between what is filled in. */
export type ReadMessage = ReturnType<typeof compileMessage>;

/** Reads an ICU message. The web page's build reads them all beforehand, and replaces this by what takes them so (`vite/words.ts`). */
export const readMessage = (message: string): ReadMessage => compileMessage(message);
