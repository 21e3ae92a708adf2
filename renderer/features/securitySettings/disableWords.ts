import type { OutputOf } from '../../../contract/operations.ts';

interface Me {
  organisation: Pick<OutputOf<'me.get'>['organisation'], 'name' | 'frozen'>;
  mfa: Pick<OutputOf<'me.get'>['mfa'], 'disableLeadsTo' | 'required'>;
}

/** What a right code will do, as policy and the freeze are now. */
export function disableWords({ organisation, mfa }: Me): string {
  return `${consequenceOf({ organisation, mfa })} Confirm with a current code.`;
}

function consequenceOf({ organisation, mfa }: Me): string {
  if (mfa.disableLeadsTo === 'off')
    return mfa.required
      ? `Your setup is removed at once. ${organisation.name} requires MFA, so you will be asked to set it up again.`
      : 'MFA is switched off at once: your password alone is then enough to sign in.';
  const request =
    'This sends a request to an administrator, who contacts you before anything is removed. Until then you sign in with your existing setup as before.';
  return organisation.frozen
    ? `${request} Resets are frozen now, so it waits until they are unfrozen.`
    : request;
}
