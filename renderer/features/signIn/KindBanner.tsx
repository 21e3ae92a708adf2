import { Banner } from '../../ui/Banner.tsx';
import { t } from './words.ts';

/** Says that this is no organisation for colleagues. */
export function KindBanner({ kind }: { kind: 'local' | 'sample' }) {
  return (
    <Banner edge tone={kind === 'sample' ? 'accent' : 'neutral'}>
      {kind === 'sample' ? t('sampleBanner') : t('localBanner')}
    </Banner>
  );
}
