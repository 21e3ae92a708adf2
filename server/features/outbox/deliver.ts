import type { AcceptedMail } from '../../domain/mail/acceptedMail.ts';
import { unseal } from '../../crypto/seal.ts';
import { DAY } from '../../time.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { anyDue, leaseNext, markSent, postpone } from '../../domain/mail/deliveryStore.ts';
import type { LeasedMail, Verdict } from '../../domain/mail/deliveryStore.ts';
import { failureOf } from '../../domain/mail/failure.ts';
import type { SendFailure } from '../../domain/mail/failure.ts';
import { mailerBy, readMailer } from '../../domain/mail/mailer.ts';
import type { Mailer, OutgoingMail, RouteSettings } from '../../domain/mail/mailer.ts';
import { invitationLacks } from '../../domain/mail/invitationLacks.ts';
import { youngRoute } from '../../domain/mail/mailRoute.ts';
import { ALTERED } from '../../domain/mail/notSent.ts';
import { markInvitationSent } from '../../domain/people/invitationStore.ts';
import { bodyContext } from '../../domain/mail/write.ts';
import type { MailBody } from '../../domain/mail/write.ts';
import { createFailureLog } from './failureLog.ts';
import { whatIsAltered, whyHeld } from './held.ts';
import type { Way } from './held.ts';
import { pauseAfter } from './pauseAfter.ts';
import { allowance } from './quota.ts';
import { tellOfAltered } from './tellOfAltered.ts';

/** Runs in the transaction that marks a mail as sent, once a mail. Answers what is to be told after the commit. */
export type OnAccepted = (tx: Tx, mail: AcceptedMail) => Promise<(() => void) | undefined>;

export interface Delivery {
  /** Sends what is due and resolves when there is nothing more to try now. Any number of servers may do so at once. */
  deliverDue(): Promise<void>;
}

type DeliveryDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'config' | 'now' | 'events' | 'log'>;

interface Round {
  mailer: Mailer;
  way: Way;
  over: boolean;
  tried: boolean;
  /** How many more may be sent in this round. */
  left: number;
}

/** Until a mail that waits for the way of mails to grow old is looked at again. */
const HELD_FOR = DAY;

/** Mails sent at the same time by one server. */
const LANES = 4;

/** Sends the outbox by the mail server; without one, mails stay and wait (S-94). */
export function createDelivery(deps: DeliveryDeps, onAccepted: OnAccepted = async () => undefined): Delivery {
  const { db, keys, now, log, events } = deps;
  const failures = createFailureLog(deps);
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    if (!(await anyDue(db.kysely, now()))) return;
    const mailer = await readMailer(db.kysely, deps);
    if (!mailer) return;
    // SECURITY: read after the mail server, so that whoever turned it meanwhile is seen.
    const route = await youngRoute(db.kysely, now());
    const left = await allowance(deps);
    const isProven = (await invitationLacks(db.kysely, deps, now())).length === 0;
    const round: Round = { mailer, way: { route, isProven }, over: false, tried: false, left };
    await Promise.all(Array.from({ length: LANES }, () => runLane(round)));
    if (round.tried) events.publish({ kind: 'outbox' });
  }

  async function runLane(round: Round): Promise<void> {
    while (!round.over && round.left > 0) {
      round.left -= 1;
      const mail = await db.transaction((tx) => leaseNext(tx, db.dialect, now()));
      if (!mail) return;
      round.tried = true;
      const held = await whyNot(mail, round.way);
      if (held) {
        await postpone(db.kysely, mail, held);
        round.left += 1;
        continue;
      }
      const failure = await sendOne(round.mailer, mail);
      // Trying the others against a server that isn't there would only take time.
      if (failure?.kind === 'unreachable') round.over = true;
    }
  }

  /** What becomes of a mail that isn't sent now, whatever the mail server would say; null where it goes. */
  async function whyNot(mail: LeasedMail, way: Way): Promise<Verdict | null> {
    const altered = await whatIsAltered(db.kysely, keys, mail);
    if (altered) await tellOfAltered(deps, mail, now());
    if (altered === 'mail') return { state: 'failed', refusedAt: now(), error: ALTERED };
    const error = altered ? ALTERED : await whyHeld(db.kysely, keys, mail, way);
    return error === null ? null : { state: 'waiting', until: now() + HELD_FOR, error };
  }

  async function sendOne(mailer: Mailer, mail: LeasedMail): Promise<SendFailure | undefined> {
    let open = '';
    try {
      const body = JSON.parse(unseal(keys, bodyContext(mail), mail.sealed_body)) as MailBody;
      const { text, html, sentBy } = body;
      open = text;
      const outgoing = { id: mail.id, to: mail.to_address, subject: mail.subject, text, html };
      if (!sentBy || !(await sendBy(sentBy, outgoing))) await mailer.send(outgoing);
    } catch (error) {
      const failure = failureOf(error, { text: open, preview: mail.preview });
      failures.failed(mail, failure);
      await postpone(db.kysely, mail, verdictOf(failure, mail, now()));
      return failure;
    }
    failures.passed();
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
      if (kind === 'set_up_link' && userId !== null) await markInvitationSent(tx, userId);
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

/** A mail that is refused for good isn't tried again by itself: its address, or the way, has to be put right first. */
function verdictOf({ kind, sentence: error }: SendFailure, { attempts }: LeasedMail, now: number): Verdict {
  if (kind === 'refused') return { state: 'failed', refusedAt: now, error };
  return { state: 'waiting', until: now + pauseAfter(attempts), error };
}
