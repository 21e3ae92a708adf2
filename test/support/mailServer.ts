import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the server answers to a recipient: accepted, an SMTP status, or one with its own words. */
type Verdict = (to: string) => number | 'accept' | { status: number; says: string };

export interface MailServer {
  url: string;
  port: number;
  /** Every mail that was accepted, in order. */
  accepted: ParsedMail[];
  /** The same as they came. */
  raw: string[];
  /** From now on. */
  answer(verdict: Verdict): void;
  /** To every sender from now on; null accepts. */
  answerSender(status: number | null): void;
  /** Mailboxes that signed in, in order; where it asks for tokens. */
  signedIn: string[];
  acceptTokens(accepts: (token: string) => boolean): void;
  close(): Promise<void>;
}

/** A real SMTP server on loopback. `port` for one that comes back where it was. */
export async function startMailServer(
  port = 0,
  { tokens }: { tokens?: (token: string) => boolean } = {},
): Promise<MailServer> {
  const accepted: ParsedMail[] = [];
  const raw: string[] = [];
  let verdict: Verdict = () => 'accept';
  let senderStatus: number | null = null;
  let isToken = tokens ?? (() => false);
  const signedIn: string[] = [];
  const server = new SMTPServer({
    authOptional: tokens === undefined,
    allowInsecureAuth: true,
    authMethods: ['XOAUTH2'],
    disabledCommands: tokens ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    onAuth({ username = '', accessToken = '' }, _session, done) {
      if (!isToken(accessToken)) return done(refusal(535, '5.7.8 Authentication failed'));
      signedIn.push(username);
      done(null, { user: username });
    },
    logger: false,
    onMailFrom(_address, _session, done) {
      done(senderStatus === null ? null : refusal(senderStatus));
    },
    onRcptTo({ address }, _session, done) {
      const status = verdict(address);
      if (status === 'accept') return done();
      done(typeof status === 'number' ? refusal(status) : refusal(status.status, status.says));
    },
    onData(stream, _session, done) {
      read(stream).then(
        () => done(),
        (error: Error) => done(error),
      );
    },
  });
  async function read(stream: Readable) {
    const bytes = await buffer(stream);
    raw.push(bytes.toString('latin1'));
    accepted.push(await simpleParser(bytes));
  }
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    accepted,
    raw,
    signedIn,
    acceptTokens(accepts) {
      isToken = accepts;
    },
    answer(next) {
      verdict = next;
    },
    answerSender(status) {
      senderStatus = status;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function refusal(status: number, says = `${status} says the test`): Error {
  return Object.assign(new Error(says), { responseCode: status });
}
