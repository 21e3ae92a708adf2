import Button from '@mui/material/Button';
import { Section, SectionPair } from '../../ui/Section.tsx';
import { LoadingRows } from '../../ui/states.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const action = (
  <Button size="small" variant="outlined">
    {t('showTable')}
  </Button>
);

export const piece: Piece = {
  group: 'layout',
  width: 400,
  states: [
    { name: 'plain', show: () => <Section>{t('nothingYet')}</Section> },
    {
      name: 'filled',
      show: () => (
        <Section title={t('history')} lead={t('historyLead')} action={action}>
          {t('nothingYet')}
        </Section>
      ),
    },
    {
      name: 'loading',
      show: () => (
        <Section title={t('sessions')} flush>
          <LoadingRows rows={3} />
        </Section>
      ),
    },
    {
      name: 'pair',
      show: () => (
        <SectionPair>
          <Section title={t('people')}>{t('peopleFound', { count: 480 })}</Section>
          <Section title={t('policy')}>{t('nothingYet')}</Section>
        </SectionPair>
      ),
    },
    {
      name: 'longText',
      show: () => (
        <Section title={t('longTitle')} lead={t('long')} action={action}>
          {t('long')}
        </Section>
      ),
    },
  ],
};
