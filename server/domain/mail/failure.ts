import { withMarks } from '../../../contract/text.ts';
import { SealBroken } from '../../crypto/seal.ts';

export interface SendFailure {
  /** In one line, for administrators. */
  sentence: string;
  /** Nothing can be sent now; or the server refuses this mail, for the moment or for good. */
  kind: 'unreachable' | 'refused_now' | 'refused';
}

/** A mail that was not taken, and the same with codes and links masked. */
interface Refused {
  text: string;
  preview: string;
}

/** What a failed `send`, or a body that can't be opened, means; of a mail that holds no secret, without it. */
export function failureOf(error: unknown, mail?: Refused): SendFailure {
  const response = property(error, 'response');
  const said = typeof response === 'string' ? response : messageOf(error);
  // Before it is cut: the beginning of a secret is most of it.
  const sentence = inOneLine(mail ? withoutSecrets(said, mail) : said);
  if (error instanceof SealBroken) return { sentence, kind: 'refused' };
  const status = property(error, 'responseCode');
  const code = property(error, 'code');
  // A wrong SMTP password is answered by 535, too, and a sender who may not send by 550: neither is a verdict on the mail.
  const aboutThisMail =
    code === 'EMESSAGE' || (code === 'EENVELOPE' && !isOfSender(property(error, 'command')));
  if (!aboutThisMail || typeof status !== 'number' || status === CLOSING)
    return { sentence, kind: 'unreachable' };
  return { sentence, kind: status >= 500 ? 'refused' : 'refused_now' };
}

const isOfSender = (command: unknown) => typeof command === 'string' && command.startsWith('MAIL');

/** RFC 5321 §3.8: the server is about to close the connection, whatever it was asked. */
const CLOSING = 421;
const LONGEST = 300;

/** SECURITY: what a mail server says is a stranger's text. */
const inOneLine = (said: string) => withMarks(said.replace(/\s+/g, ' ').trim().slice(0, LONGEST));

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

/** What stands here for a word of the mail that only its reader may know. */
const HIDDEN = '…';
const SHORTEST_SECRET = 6;

/** Some servers repeat what they refuse. SECURITY: what of a mail is masked in its preview is masked there, too (S-52). */
function withoutSecrets(said: string, { text, preview }: Refused): string {
  const open = new Set(wordsOf(preview));
  const secrets = wordsOf(text).filter((word) => word.length >= SHORTEST_SECRET && !open.has(word));
  return secrets.reduce((told, secret) => told.replaceAll(secret, HIDDEN), said);
}

const wordsOf = (text: string) => text.match(/[\w-]+/g) ?? [];
