import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import type { Reader } from '../../db/connection.ts';
import { after, countUpTo, decodeCursor, encodeCursor } from '../../db/page.ts';
import type { OutboxTable } from '../../db/schema.ts';
import { refuse } from '../../refusal.ts';

type MailRow = Selectable<OutboxTable>;
type ShownMail = OutputOf<'outbox.retry'>;

const PAGE = 50;

/** Mails newest first, by key. `configured`: there is a mail server. */
export async function pageOfMails(
  reader: Reader,
  { state, cursor, limit = PAGE }: InputOf<'outbox.list'>,
  configured: boolean,
): Promise<OutputOf<'outbox.list'>> {
  const found = reader
    .selectFrom('outbox')
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting'));
  const rows = await found
    .selectAll()
    .$if(cursor !== undefined, (query) => query.where(after(KEY, keysOf(cursor ?? ''), 'desc')))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => shownMail(row, configured)),
    nextCursor: rows.length > limit && last ? encodeCursor([last.created_at, last.id]) : null,
    total: await countUpTo(reader, found.select('id')),
    smtpConfigured: configured,
  };
}

const KEY = [sql.ref('created_at'), sql.ref('id')];

function keysOf(cursor: string): (string | number)[] {
  const keys = decodeCursor(cursor, ['number', 'string']);
  if (keys) return keys;
  throw refuse('invalid_input', {
    detail: 'This page of the list is not known. Go back to its beginning.',
    fields: { cursor: 'This is not a cursor of this list.' },
  });
}

/** A mail as staff see it: codes and links masked. */
export function shownMail(row: MailRow, configured: boolean): ShownMail {
  const sent = row.state === 'sent';
  return {
    id: row.id,
    kind: row.kind,
    to: row.to_address,
    subject: row.subject,
    state: row.state,
    createdAt: rfc3339(row.created_at),
    sentAt: rfc3339OrNull(row.sent_at),
    attempts: row.attempts,
    nextAttemptAt: sent ? null : rfc3339(row.next_attempt_at),
    lastError: row.last_error,
    preview: row.preview === '' ? null : row.preview,
    revealable: isRevealable(row, configured),
  };
}

/** Only a mail that can't be sent is shown to staff: there is no mail server, or it didn't take the mail. */
export function isRevealable(row: MailRow, configured: boolean): boolean {
  const stuck = !configured || row.last_error !== null;
  return row.state !== 'sent' && row.sealed_body !== null && stuck;
}
