import type { OutputOf } from '../../../contract/operations.ts';

interface Me {
  organisation: Pick<OutputOf<'me.get'>['organisation'], 'name' | 'frozen'>;
  mfa: Pick<OutputOf<'me.get'>['mfa'], 'disableLeadsTo' | 'required'>;
}

/** What a right code will do, as policy and the freeze are now. */
export function disableWords({ organisation, mfa }: Me): string {
  const confirm = 'Confirm with a current code.';
  if (mfa.disableLeadsTo === 'off')
    return mfa.required
      ? `${confirm} Your setup is removed at once. ${organisation.name} requires MFA, so you will be asked to set it up again.`
      : `${confirm} MFA is off at once: your password alone is then enough to sign in.`;
  const request = `${confirm} This sends a request to an administrator, who contacts you before anything is removed. Until then you sign in with your existing setup as before.`;
  return organisation.frozen
    ? `${request} Resets are frozen now, so it waits until they are unfrozen.`
    : request;
}
