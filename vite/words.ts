/** The words of the web page, read beforehand: what reads ICU messages would be a tenth of what the first screen brings of its own. */
import { pathToFileURL } from 'node:url';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const ROOM = /\/contract\/words\/[a-z]{2}\/(?!index|\w*[mM]ails)[\w/]+\.ts$/;

/** No text begins so. */
const READ = '\u0001';

/** Rooms that only the server says, as `contract/words/en/index.ts` names them, and its mails. */
const SERVERS = /^ {4}(?:'answers\/\w+'|mail|doctor|backup|cli|opening|options): .*\n|^ {2}mails: .*\n/gm;

/** Messages with something to fill in become what Lingui makes of them, as JSON behind a mark; the others stay. */
export function wordsRead(): Plugin {
  return {
    name: 'gatehouse:words-read',
    enforce: 'pre',
    transform: (code, id) =>
      /\/contract\/words\/[a-z]{2}\/index\.ts$/.test(id)
        ? { code: code.replace(SERVERS, ''), map: null }
        : null,
    async load(id) {
      if (id.endsWith('/contract/words/readMessage.ts')) {
        const isRead = `message[0] === ${JSON.stringify(READ)}`;
        return `export const readMessage = (message) => (${isRead} ? JSON.parse(message.slice(1)) : [message]);`;
      }
      if (!ROOM.test(id)) return null;
      const { words } = (await import(pathToFileURL(id).href)) as { words: Record<string, string> };
      const read = Object.entries(words).map(([key, message]) => [key, readOf(message)]);
      return `export const words = ${JSON.stringify(Object.fromEntries(read))};`;
    },
  };
}

function readOf(message: string): string {
  const tokens = compileMessage(message);
  const [text] = tokens;
  return tokens.length === 1 && typeof text === 'string' ? text : READ + JSON.stringify(tokens);
}
