import type { OutputOf } from '../../../contract/operations.ts';
import { withMarks } from '../../../contract/text.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { DAY, rfc3339 } from '../../time.ts';
import type { Ended } from './flowSteps.ts';
import { keepRefused, refusedSince } from './refusedStore.ts';
import type { Choice } from './rules/identity.ts';

type Why = Extract<Choice, { kind: 'refused' }>['why'];

/** Long enough for a call to the help desk, short enough that nobody is linked to a sign-in that is forgotten. */
const KEPT = DAY;
const AT_MOST = 100;

/** A link would help: who it is isn't suspended, and can be told from others. */
const HELPED_BY_LINK: readonly Why[] = [
  'no_email',
  'unverified',
  'nobody',
  'ambiguous',
  'linked_elsewhere',
  'email_is_new',
  'guarded',
];

/** Remembers a good sign-in at a provider that signed nobody in here, where a link by an administrator would. */
export async function rememberRefused(
  tx: Tx,
  { provider, identity: { subject, email, username } }: Ended,
  why: Why,
  now: number,
): Promise<void> {
  if (!HELPED_BY_LINK.includes(why)) return;
  await keepRefused(tx, { provider_id: provider.id, subject, email, username, at: now }, now - KEPT);
}

/** Who was refused in the last day. What providers call them is shown with its marks: people decide by it. */
export async function listRefused({ db }: Pick<Deps, 'db'>, now: number): Promise<OutputOf<'sso.refused'>> {
  const rows = await refusedSince(db.kysely, now - KEPT, AT_MOST);
  const shown = (text: string | null) => (text === null ? null : withMarks(text));
  return {
    items: rows.map(({ provider_id, name, subject, email, username, at }) => ({
      provider: { id: provider_id, name },
      subject,
      email: shown(email),
      username: shown(username),
      at: rfc3339(at),
    })),
  };
}
