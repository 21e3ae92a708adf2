import type { LiveEvent } from '../../../contract/events.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { AuditPerson } from '../audit/append.ts';

/** Who asked for a change, who agreed to it, and when it takes effect. */
export interface TakingEffect {
  /** Who asked for it: what it does is theirs, in the log too. */
  by: AuditPerson;
  /** Null where it was its date, or where there is nobody to ask yet. */
  agreedBy: AuditPerson | null;
  /** UTC ms. */
  now: number;
}

/** What a change would do, for those who decide about it. */
export interface InWords {
  /** It is in mails and in the log: no secret. Text where it was asked for before sentences were kept. */
  summary: Sentence<'changes'> | string;
  /** Ids of people who hear of it, because it touches their accounts. */
  touches: readonly string[];
  /** Whose page says more of it, or which file's people. */
  concerns?: { userId: string } | { importId: string };
}

/**
 * A kind of change that asks for a second person. Made by the feature that knows how to do it, and handed in by services.ts.
 *
 * @typeParam I what it does, as JSON; kept sealed, so that it may hold a secret
 */
export interface ChangeKind<I> {
  /** For ever: it is how a stored change is known. */
  name: string;
  /** What whoever asks for it has to be allowed, now and when it takes effect. */
  permission: Permission;
  /** What it changes: one person asks once for the same of the same at a time. No secret. */
  about(input: I): string;
  describe(reader: Reader, input: I): Promise<InWords>;
  /**
   * Does it, with its audit event and its mails. Judges again what may have changed since it was asked for, and refuses: then
   * nothing of it stays, and the change is over. Answers what consoles have to look at again.
   */
  apply(tx: Tx, input: I, how: TakingEffect): Promise<LiveEvent[]>;
}

/** A kind whose input was sealed by itself: what comes back is what it had given. */
export type AnyChangeKind = Pick<ChangeKind<never>, 'name' | 'permission'> & {
  apply(tx: Tx, input: never, how: TakingEffect): Promise<LiveEvent[]>;
};
