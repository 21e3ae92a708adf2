import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Access, SystemKind } from '../../../domain/systems/kind.ts';
import { lineFromThere } from '../../../domain/systems/rules/names.ts';
import { goesOf, leavesPasswordOnly, withGone, withListed } from '../rules/effects.ts';
import type { GoingFactor, SystemTarget } from '../rules/effects.ts';
import type { EffectRow } from './effectStore.ts';

/** A system said that it was done, and it isn't. */
export class StillThere extends Error {
  readonly code = 'still_there';
  readonly retryAfter = null;
  readonly said: Sentence<'answers/systems'>;
  /** What is known of the factors by now. */
  readonly factors: GoingFactor[];

  constructor(said: Sentence<'answers/systems'>, factors: GoingFactor[]) {
    super(said.key);
    this.said = said;
    this.factors = factors;
  }
}

/** One account in one system, of which something goes. */
export interface Account {
  kind: SystemKind;
  access: Access;
  externalId: string;
  factorIds: SystemTarget['factorIds'];
  /** What is on record from before. */
  known: readonly GoingFactor[];
}

/** Asked before each thing that is sent: false where it may not be any more. */
export type MaySend = (
  step: EffectRow['step'],
  factors: readonly GoingFactor[],
  read?: { isEnabled: boolean | null },
) => Promise<boolean>;

interface Read {
  factors: GoingFactor[];
  left: { id: string; name: string | null }[];
}

export type Outcome =
  | { kind: 'done'; factors: GoingFactor[]; sessions: EffectRow['sessions'] }
  /** It was stopped, paused or frozen meanwhile. */
  | { kind: 'stopped'; factors: GoingFactor[] };

/**
 * Removes what goes of an account: lists, holds the account where it would be left to a password alone (S-112), removes, ends
 * sessions, and reads back; done is what the read-back says, never what the system answered before (S-111). May be done again from
 * the beginning at any time: what is gone is done. Throws `SystemFailure` and `StillThere`.
 */
export async function removeThere(account: Account, maySend: MaySend, now: () => number): Promise<Outcome> {
  const { kind, access, externalId, factorIds } = account;
  const listed = await kind.factorsOf(access, externalId);
  const going = goesOf(factorIds, listed);
  const factors = withListed(account.known, going);
  const stopped = async (): Promise<Outcome> => ({
    kind: 'stopped',
    factors: (await readBack(account, factors, now())).factors,
  });

  if (factors.length === 0) {
    // Nothing goes; but what another reset holds is opened by the code of this one from now on.
    const isHeld = kind.abilities.holdsAccount && (await kind.isEnabled?.(access, externalId)) === false;
    if (isHeld && !(await maySend('hold', factors, { isEnabled: false }))) return stopped();
    return { kind: 'done', factors, sessions: null };
  }
  const holds = kind.abilities.holdsAccount && leavesPasswordOnly(factorIds, listed);
  if (holds && kind.hold) {
    const isEnabled = (await kind.isEnabled?.(access, externalId)) ?? null;
    if (!(await maySend('hold', factors, { isEnabled }))) return stopped();
    await kind.hold(access, externalId);
  }
  for (const { id } of going) {
    if (!(await maySend('remove', factors))) return stopped();
    await kind.removeFactor(access, externalId, id);
  }
  if (kind.endSessions) {
    if (!(await maySend('end_sessions', factors))) return stopped();
    await kind.endSessions(access, externalId);
  }
  if (!(await maySend('read_back', factors))) return stopped();
  const { factors: read, left } = await readBack(account, factors, now());
  const [first] = left;
  if (first) {
    throw new StillThere(stillThereWords(access, first), read);
  }
  return { kind: 'done', factors: read, sessions: await sessionsAfter(account, read) };
}

export function stillThereWords({ name }: Access, left: { name: string | null }) {
  const what = left.name === null ? sentence('answers/systems', 'oneFactor') : lineFromThere(left.name);
  return sentence('answers/systems', 'stillThere', { name, what });
}

/** What of it is still listed; nothing is changed. */
export async function readBack(
  { kind, access, externalId, factorIds }: Account,
  known: readonly GoingFactor[],
  now: number,
): Promise<Read> {
  const left = goesOf(factorIds, await kind.factorsOf(access, externalId));
  return { factors: withGone(withListed(known, left), left, now), left };
}

/** What can be said of the sessions after they were asked to end. */
async function sessionsAfter(
  { kind, access, externalId }: Account,
  read: GoingFactor[],
): Promise<EffectRow['sessions']> {
  if (!kind.endSessions) return 'none';
  if (kind.abilities.endsSessions !== 'read_back' || !kind.sessionsOf) return 'asked';
  if ((await kind.sessionsOf(access, externalId)) === 0) return 'ended';
  const what = sentence('answers/systems', 'theSessions');
  throw new StillThere(sentence('answers/systems', 'stillThere', { name: access.name, what }), read);
}
