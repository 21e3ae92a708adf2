import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Voice } from '../../../contract/words/write.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import type { Reader } from '../../db/connection.ts';
import { cutPage, keysOfCursor } from '../../db/page.ts';
import { notSentBecause } from '../../domain/mail/notSent.ts';
import { countMails, mailsAfter } from '../../domain/mail/store.ts';
import type { StoredMail } from '../../domain/mail/store.ts';

type ShownMail = OutputOf<'outbox.retry'>;

const PAGE = 50;

export interface Showing {
  /** There is a mail server. */
  configured: boolean;
  voice: Voice;
}

/** Mails newest first, by key. */
export async function pageOfMails(
  reader: Reader,
  { state, cursor, limit = PAGE }: InputOf<'outbox.list'>,
  { configured, voice }: Showing,
): Promise<OutputOf<'outbox.list'>> {
  const keys = cursor === undefined ? undefined : keysOfCursor(cursor, ['number', 'string']);
  const rows = await mailsAfter(reader, { state, keys, limit: limit + 1 });
  const { shown, nextCursor } = cutPage(rows, limit, ({ created_at, id }) => [created_at, id]);
  return {
    items: shown.map((row) => shownMail(row, { configured, voice })),
    nextCursor,
    total: await countMails(reader, state),
    smtpConfigured: configured,
  };
}

/** A mail as staff see it: codes and links masked. */
export function shownMail(row: StoredMail, { configured, voice }: Showing): ShownMail {
  return {
    id: row.id,
    kind: row.kind,
    to: row.to_address,
    subject: row.subject,
    state: row.state,
    createdAt: rfc3339(row.created_at),
    sentAt: rfc3339OrNull(row.sent_at),
    attempts: row.attempts,
    nextAttemptAt: row.state === 'waiting' ? rfc3339(row.next_attempt_at) : null,
    lastError: row.last_error === null ? null : voice.write(notSentBecause(row.last_error)),
    preview: row.preview === '' ? null : row.preview,
    revealable: isRevealable(row, configured),
  };
}

/** Only a mail that can't be sent is shown to staff: there is no mail server, or it didn't take the mail. */
export function isRevealable(row: StoredMail, configured: boolean): boolean {
  const stuck = !configured || row.last_error !== null;
  return row.state !== 'sent' && row.sealed_body !== null && stuck;
}
