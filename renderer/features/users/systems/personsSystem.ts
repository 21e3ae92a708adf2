import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';

/** A connected system on somebody's page, with the account there that is theirs. */
export type PersonsSystem = NonNullable<UserDetail['systems']>[number];
