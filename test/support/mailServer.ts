import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the server answers to a recipient: accepted, or an SMTP status. */
type Verdict = (to: string) => number | 'accept';

export interface MailServer {
  url: string;
  port: number;
  /** Every mail that was accepted, in order. */
  accepted: ParsedMail[];
  /** From now on. */
  answer(verdict: Verdict): void;
  close(): Promise<void>;
}

/** A real SMTP server on loopback. `port` for one that comes back where it was. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const accepted: ParsedMail[] = [];
  let verdict: Verdict = () => 'accept';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const status = verdict(address);
      if (status === 'accept') return done();
      done(Object.assign(new Error(`${status} says the test`), { responseCode: status }));
    },
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          accepted.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    accepted,
    answer(next) {
      verdict = next;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
