import type { OutputOf } from '../../../contract/operations.ts';
import { t } from './words.ts';

interface Me {
  organisation: Pick<OutputOf<'me.get'>['organisation'], 'name' | 'frozen'>;
  mfa: Pick<OutputOf<'me.get'>['mfa'], 'disableLeadsTo' | 'required'>;
}

/** What a right code will do, as policy and the freeze are now. */
export function disableWords({ organisation, mfa }: Me): string {
  if (mfa.disableLeadsTo === 'off')
    return mfa.required ? t('disableOffRequired', { organisation: organisation.name }) : t('disableOff');
  return organisation.frozen ? t('disableAsksFrozen') : t('disableAsks');
}
