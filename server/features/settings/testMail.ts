import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import { refuse } from '../../refusal.ts';
import { failureOf } from '../../domain/mail/failure.ts';
import { readMailer } from '../../domain/mail/mailer.ts';
import { notSentBecause } from '../../domain/mail/notSent.ts';
import { composeMail } from '../../domain/mail/write.ts';
import { userById } from '../../domain/people/store.ts';
import { readSettings } from '../../domain/settings/current.ts';

/** Sends a test mail to the actor at once, past the outbox, and tells what the mail server answered. */
export async function sendTestMail(
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config' | 'now'>,
  actor: Actor,
  now: number,
): Promise<{ to: string; answer: string }> {
  const reader = deps.db.kysely;
  const mailer = await readMailer(reader, deps);
  if (!mailer) throw refuse('mail_failed', { detail: sentence('answers/settings', 'noMailServer') });
  const user = await userById(reader, actor.userId);
  if (!user) throw refuse('not_found');
  const settings = await readSettings(reader);
  const mail = composeMail(deps, { kind: 'test_mail', at: now, params: {}, settings }, user);
  try {
    const answer = await mailer.send({ id: uuidv7(now, deps.random), to: user.email, ...mail });
    return { to: user.email, answer };
  } catch (error) {
    const said = notSentBecause(failureOf(error).sentence);
    throw refuse('mail_failed', {
      detail: typeof said === 'string' ? sentence('answers/settings', 'mailNotTaken', { said }) : said,
    });
  }
}
