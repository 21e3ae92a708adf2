import type { AcceptedMail } from '../../domain/mail/acceptedMail.ts';
import { unseal } from '../../crypto/seal.ts';
import { DAY, MINUTE } from '../../time.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { anyDue, leaseNext, markSent, postpone } from '../../domain/mail/deliveryStore.ts';
import type { LeasedMail } from '../../domain/mail/deliveryStore.ts';
import { failureOf, mailerBy, readMailer } from '../../domain/mail/mailer.ts';
import type { Mailer, OutgoingMail, RouteSettings, SendFailure } from '../../domain/mail/mailer.ts';
import { youngRoute } from '../../domain/mail/mailRoute.ts';
import type { YoungRoute } from '../../domain/mail/mailRoute.ts';
import { bodyContext } from '../../domain/mail/write.ts';
import type { MailBody } from '../../domain/mail/write.ts';
import { whyHeld } from './held.ts';

/** Runs in the transaction that marks a mail as sent, once a mail. Answers what is to be told after the commit. */
export type OnAccepted = (tx: Tx, mail: AcceptedMail) => Promise<(() => void) | undefined>;

export interface Delivery {
  /** Sends what is due and resolves when there is nothing more to try now. Any number of servers may do so at once. */
  deliverDue(): Promise<void>;
}

type DeliveryDeps = Pick<Deps, 'db' | 'keys' | 'config' | 'now' | 'events' | 'log'>;

interface Round {
  mailer: Mailer;
  route: YoungRoute | null;
  over: boolean;
  tried: boolean;
}

/** Until a mail that waits for the way of mails to grow old is looked at again. */
const HELD_FOR = DAY;

/** Mails sent at the same time by one server. */
const LANES = 4;

/** Sends the outbox by the mail server; without one, mails stay and wait (S-94). */
export function createDelivery(deps: DeliveryDeps, onAccepted: OnAccepted = async () => undefined): Delivery {
  const { db, keys, now, log, events } = deps;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    if (!(await anyDue(db.kysely, now()))) return;
    const mailer = await readMailer(db.kysely, deps);
    if (!mailer) return;
    // SECURITY: read after the mail server, so that whoever turned it meanwhile is seen.
    const route = await youngRoute(db.kysely, now());
    const round: Round = { mailer, route, over: false, tried: false };
    await Promise.all(Array.from({ length: LANES }, () => runLane(round)));
    if (round.tried) events.publish({ kind: 'outbox' });
  }

  async function runLane(round: Round): Promise<void> {
    while (!round.over) {
      const mail = await db.transaction((tx) => leaseNext(tx, db.dialect, now()));
      if (!mail) return;
      round.tried = true;
      const held = await whyHeld(db.kysely, mail, round.route);
      if (held !== null) {
        await postpone(db.kysely, mail, { state: 'waiting', until: now() + HELD_FOR, error: held });
        continue;
      }
      const failure = await sendOne(round.mailer, mail);
      // Trying the others against a server that isn't there would only take time.
      if (failure?.kind === 'unreachable') round.over = true;
    }
  }

  async function sendOne(mailer: Mailer, mail: LeasedMail): Promise<SendFailure | undefined> {
    try {
      const body = JSON.parse(unseal(keys, bodyContext(mail), mail.sealed_body)) as MailBody;
      const { text, html, sentBy } = body;
      const outgoing = { id: mail.id, to: mail.to_address, subject: mail.subject, text, html };
      if (!sentBy || !(await sendBy(sentBy, outgoing))) await mailer.send(outgoing);
    } catch (error) {
      const failure = failureOf(error);
      log.warn({ mail: mail.id, kind: mail.kind, attempts: mail.attempts, failure }, 'mail not accepted');
      await postpone(db.kysely, mail, verdictOf(failure, mail, now()));
      return failure;
    }
    await accept(mail);
    return undefined;
  }

  /** Whether the mail server that a mail names took it. It may be gone: then the one of now has to do. */
  async function sendBy(route: RouteSettings, outgoing: OutgoingMail): Promise<boolean> {
    try {
      const mailer = mailerBy(deps, route);
      await mailer?.send(outgoing);
      return mailer !== null;
    } catch (error) {
      log.warn({ mail: outgoing.id, failure: failureOf(error) }, 'the mail server before did not take it');
      return false;
    }
  }

  async function accept(mail: LeasedMail): Promise<void> {
    const acceptedAt = now();
    const tell = await db.transaction(async (tx) => {
      if (!(await markSent(tx, mail, acceptedAt))) return undefined;
      const { id, kind, user_id: userId, request_id: requestId } = mail;
      return onAccepted(tx, { id, kind, userId, requestId, acceptedAt });
    });
    tell?.();
  }

  return {
    deliverDue() {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

function verdictOf({ kind, sentence }: SendFailure, { attempts }: LeasedMail, now: number) {
  const state: 'failed' | 'waiting' = kind === 'refused' ? 'failed' : 'waiting';
  return { state, until: now + pauseAfter(attempts, kind), error: sentence };
}

/**
 * How long to wait after this many attempts, in ms: 30 s doubling to an hour. A mail that the server refuses for good is
 * tried once a day in the end: administrators see it, and may have the address or the server put right.
 */
export function pauseAfter(attempts: number, kind: SendFailure['kind']): number {
  const longest = kind === 'refused' ? 24 * 60 * MINUTE : 60 * MINUTE;
  return Math.min(longest, 0.5 * MINUTE * 2 ** Math.min(attempts - 1, 20));
}
