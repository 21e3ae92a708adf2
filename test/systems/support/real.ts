import type { SystemKindName } from '../../../contract/systems.ts';

/** A real system on loopback, with somebody who has an app there. */
export interface RealSystem {
  kind: SystemKindName;
  /** With its version. */
  name: string;
  url: string;
  realm: string | null;
  clientId: string | null;
  secret: string | null;
  /** The account, as the system names it, and by what it is found. */
  externalId: string;
  username: string;
  email: string | null;
  /** Takes the right to remove factors from Gatehouse, and gives it back; null where nobody has rights there. */
  rights: { name: string; take(): Promise<void>; give(): Promise<void> } | null;
  /** How its owner gets in by password alone and how with a code; null where that isn't tried. */
  signIn: {
    byPassword(): Promise<string>;
    withCode(): Promise<{ stillIn(): Promise<boolean> }>;
  } | null;
  stop(): Promise<void>;
}
