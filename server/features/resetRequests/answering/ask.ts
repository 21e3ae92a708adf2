import type { Deps, Origin } from '../../../context.ts';
import { sha256Hex } from '../../../crypto/hash.ts';
import { requestCode, uuidv7 } from '../../../crypto/random.ts';
import { seal } from '../../../crypto/seal.ts';
import type { SealContext } from '../../../crypto/seal.ts';
import type { Tx } from '../../../db/connection.ts';
import { inSavepoint } from '../../../db/savepoint.ts';
import { lockActiveUser } from '../../../domain/people/lockStore.ts';
import { Refusal } from '../../../refusal.ts';
import { HOUR } from '../../../time.ts';
import { openRequest } from '../asking/open.ts';
import { endAsItStands, expire } from '../assessing/end.ts';
import { ANSWERED_WITHIN } from '../rules/answering.ts';
import { lockPendingOf } from '../store.ts';
import { countAskedAbout, insertAttestation, removeOldAttestations, TOLD } from './attestationStore.ts';

/** Whoever knows a name may make another system ask: more often than that it is somebody who doesn't mean well. */
const MOST_IN_AN_HOUR = 5;

const AMBIGUOUS = {
  event: 'cancel',
  state: 'cancelled',
  by: null,
  data: { because: 'asked_twice' },
} as const;

export interface Question extends Origin {
  /** Known to the browser that waits alone. */
  flow: string;
  /** Which pushed request it came by: each is asked once. */
  pushed: string;
  /** Null where nobody here is meant for certain. */
  userId: string | null;
  /** Who is meant, in the words of who asks. */
  subject: string;
  /** What the system that asks is called. */
  system: string;
  now: number;
}

/** What the code of a question belongs to. */
export const codeContext = (id: string): SealContext => ({
  purpose: 'attestation_code',
  userId: '',
  recordId: id,
});

/**
 * Another system asks whether somebody is who they say. The evidence is gathered on a reset request that removes nothing. About whom nothing may be asked gets the same: a code, and *failed* at the end. Answers the id of the
 * request where there is one.
 */
export async function askWhoItIs(tx: Tx, deps: Deps, question: Question): Promise<string | null> {
  const { flow, pushed, userId, subject, now } = question;
  await removeOldAttestations(tx, now - TOLD);
  const id = uuidv7(now, deps.random);
  const asked = userId === null ? null : await requestFor(tx, deps, { ...question, userId });
  const code = asked?.code ?? requestCode(deps.random);
  const row = {
    id,
    flow_hash: sha256Hex(flow),
    pushed_hash: sha256Hex(pushed),
    user_id: asked ? userId : null,
    request_id: asked?.requestId ?? null,
    subject,
    sealed_code: seal(deps.keys, deps.random, codeContext(id), code),
    opened_at: now,
    ends_at: now + ANSWERED_WITHIN,
    answer: null,
    answered_at: null,
  };
  // One that was asked already stays as it is; the caller's transaction is taken back.
  if (!(await insertAttestation(tx, deps.keys, row))) throw new AskedAlready();
  return row.request_id;
}

/** The browser, or the pushed request, has its question already. */
export class AskedAlready extends Error {
  constructor() {
    super('This was asked already.');
    this.name = 'AskedAlready';
  }
}

/**
 * Null where it may not be asked. SECURITY: while somebody has a request, or is asked about already, whoever calls them back hears *yes,
 * I asked*, and two browsers wait: neither is answered well, for nobody could tell which of them is theirs.
 */
async function requestFor(
  tx: Tx,
  deps: Deps,
  { userId, system, address, userAgent, now }: Question & { userId: string },
): Promise<{ requestId: string; code: string | null } | null> {
  if (!(await lockActiveUser(tx, deps, userId))) return null;
  if ((await countAskedAbout(tx, userId, now - HOUR)) >= MOST_IN_AN_HOUR) return null;
  const pending = await lockPendingOf(tx, userId);
  if (pending && !(await expire(tx, deps, pending, now))) {
    if (pending.source === 'attestation') await endAsItStands(tx, deps, pending, { ...AMBIGUOUS, now });
    return null;
  }
  const opening = {
    userId,
    address,
    userAgent,
    now,
    reason: null,
    userNote: null,
    staffNote: '',
    actor: null,
  };
  try {
    const source = { source: 'attestation', asks: system, existingCode: false } as const;
    const opened = await inSavepoint(tx, () => openRequest(tx, deps, { ...opening, ...source }));
    return { requestId: opened.requestId, code: opened.requestCode };
  } catch (error) {
    // What may not be opened is told to nobody: the page is the same for all.
    if (error instanceof Refusal) return null;
    throw error;
  }
}
