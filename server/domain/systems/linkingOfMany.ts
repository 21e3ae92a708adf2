import type { Actor } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { Proposal } from '../pendingChanges/propose.ts';

/** Whose account a file says is whose, by its name or id in a system. */
export interface NamedAccount {
  userId: string;
  account: string;
}

/** How the import of people asks for links; it knows nothing of systems. */
export interface LinkingOfMany {
  /** Refuses where there is no such system. */
  look(reader: Reader, systemId: string): Promise<void>;
  /** Those of the people, by username, who are here and aren't linked to that account. */
  missing(
    reader: Reader,
    systemId: string,
    named: readonly { username: string; account: string | null }[],
  ): Promise<NamedAccount[]>;
  propose(
    tx: Tx,
    asked: { systemId: string; links: readonly NamedAccount[]; actor: Actor; now: number },
  ): Promise<Proposal>;
}
