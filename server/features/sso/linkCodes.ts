import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { lookAtCode, refusalOf, slowedBy } from '../../domain/authenticators/codes.ts';
import { mailStaff, mailUser } from '../../domain/mail/enqueue.ts';
import type { User } from '../../domain/people/people.ts';
import { userById } from '../../domain/people/store.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { HOUR, isDueAgain } from '../../time.ts';
import {
  countLinkCode,
  forgetLinkCodes,
  linkCodesOf,
  recordLinkCode,
  wereOfficersTold,
} from './linkCodeStore.ts';
import type { LinkCodes, Whose } from './linkCodeStore.ts';
import { closedSentence } from './sentences.ts';
import { providerOfLink } from './store.ts';

type LinkCodeDeps = Pick<Deps, 'keys' | 'random' | 'config'>;

/** Wrong codes after which no code proves that a sign-in at that provider is this person's. */
const CLOSES_AT = 10;
/** The first two are anybody's mistake. */
const OFFICERS_FROM = 3;

/** Whether so many codes were wrong that none is taken any more. */
export async function isClosed(reader: Reader, whose: Whose): Promise<boolean> {
  return ((await linkCodesOf(reader, whose))?.wrong_codes ?? 0) >= CLOSES_AT;
}

/**
 * Evaluates the code that is to prove a link; null where it is right. Count, step and verdict commit together, so that the caller
 * must answer only after the commit (S-05). SECURITY: counted for this person at this provider and nowhere else. Whoever runs the
 * provider comes here without a password: their guesses neither lock the person nor slow their own sign-in, and a link that is made
 * anew gives no more of them.
 *
 * @param onRight what else a right code means, in the same transaction
 */
export async function evaluateLinkCode(
  tx: Tx,
  deps: LinkCodeDeps,
  typed: { linkId: string; userId: string; code: string; address: string | null; now: number },
  onRight: (tx: Tx, whose: { userId: string; now: number }) => Promise<void>,
): Promise<Refusal | null> {
  const { linkId, userId, now } = typed;
  const provider = await providerOfLink(tx, linkId);
  const user = await userById(tx, userId);
  if (!provider || !user) return refuse('challenge_expired');
  const verdict = { status: 401, now } as const;
  if (user.locked_at !== null) return refusalOf({ kind: 'locked' }, verdict);

  const whose = { userId, providerId: provider.id };
  const counted = await countLinkCode(tx, whose, { most: CLOSES_AT, now });
  if (!counted) {
    if (await isClosed(tx, whose)) return closed(provider);
    const until = (await linkCodesOf(tx, whose))?.next_code_at ?? now;
    const retryAfter = Math.max(1, Math.ceil((until - now) / 1000));
    return refusalOf({ kind: 'slowed', retryAfter }, verdict);
  }
  const looked = await lookAtCode(tx, deps, typed);
  if (looked.kind === 'right') {
    await forgetLinkCodes(tx, whose);
    await onRight(tx, { userId, now });
    return null;
  }
  if (looked.kind === 'not_on') return refusalOf(looked, verdict);
  await tellOfWrongCode(tx, deps, { ...typed, user, provider, counted });
  const inARow = counted.wrong_codes;
  return inARow >= CLOSES_AT ? closed(provider) : refusalOf({ ...looked, inARow }, verdict);
}

async function tellOfWrongCode(
  tx: Tx,
  deps: LinkCodeDeps,
  {
    user: { id: userId, name },
    provider,
    counted,
    address,
    now,
  }: {
    user: Pick<User, 'id' | 'name'>;
    provider: { id: string; name: string };
    counted: LinkCodes;
    address: string | null;
    now: number;
  },
): Promise<void> {
  const inARow = counted.wrong_codes;
  const closes = inARow >= CLOSES_AT;
  const mails = closes || isDueAgain(counted.mailed_at, HOUR, now);
  // Of one provider once an hour: who runs it may do the same to everybody.
  const tells =
    closes ||
    (inARow >= OFFICERS_FROM && !(await wereOfficersTold(tx, provider.id, { since: now - HOUR, now })));
  await recordLinkCode(
    tx,
    { userId, providerId: provider.id },
    {
      next_code_at: now + slowedBy(inARow) * 1000,
      mailed_at: mails ? now : counted.mailed_at,
      officers_told_at: tells ? now : counted.officers_told_at,
    },
  );
  const event = { at: now, actor: null, target: { id: userId, name }, tried: 'code' } as const;
  const data = { provider: provider.name, inARow };
  await appendAudit(tx, deps, { ...event, action: 'sso.link_wrong_code', data });
  if (closes) await appendAudit(tx, deps, { ...event, action: 'sso.link_closed', data });
  const end = closes ? { closed: sentence('mail', 'linkClosed') } : {};
  if (mails) {
    const params = { provider: provider.name, ...(address === null ? {} : { address }), ...end };
    await mailUser(tx, deps, { userId, kind: 'sso_link_wrong_code', at: now, params });
  }
  if (tells) {
    const params = { person: name, provider: provider.name, count: inARow, ...end };
    await mailStaff(tx, deps, {
      to: 'administrators_and_officers',
      kind: 'sso_link_guessed',
      at: now,
      params,
    });
  }
}

function closed({ name }: { name: string }): Refusal {
  return refuse('sso_not_linked', { detail: closedSentence(name) });
}
