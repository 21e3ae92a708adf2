import Button from '@mui/material/Button';
import { Banner } from '../../ui/Banner.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const action = (
  <Button size="small" variant="outlined">
    {t('setUpNow')}
  </Button>
);

export const piece: Piece = {
  group: 'messages',
  width: 480,
  states: [
    { name: 'plain', show: () => <Banner>{t('sampleBanner')}</Banner> },
    { name: 'accent', show: () => <Banner tone="accent">{t('newerVersion')}</Banner> },
    { name: 'success', show: () => <Banner tone="success">{t('chainWhole')}</Banner> },
    {
      name: 'warning',
      show: () => (
        <Banner tone="warning" action={action}>
          {t('inGrace')}
        </Banner>
      ),
    },
    { name: 'error', show: () => <Banner tone="danger">{t('refused')}</Banner> },
    {
      name: 'longText',
      show: () => (
        <Banner tone="warning" action={action}>
          {t('long')}
        </Banner>
      ),
    },
    { name: 'edge', show: () => <Banner edge>{t('sampleBanner')}</Banner> },
    {
      name: 'loud',
      show: () => (
        <Banner tone="danger" edge loud>
          {t('frozen')}
        </Banner>
      ),
    },
  ],
};
