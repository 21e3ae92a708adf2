import { Banner } from '../../ui/Banner.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { Field } from '../../ui/Field.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { ORGANISATION } from '../sample.ts';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const form = (
  <>
    <Field label={t('username')} />
    <SubmitButton fullWidth>{t('continueOn')}</SubmitButton>
  </>
);

export const piece: Piece = {
  group: 'layout',
  alone: true,
  states: [
    {
      name: 'plain',
      show: () => (
        <CardPage title={t('signIn')} owner={ORGANISATION}>
          {form}
        </CardPage>
      ),
    },
    {
      name: 'filled',
      show: () => (
        <CardPage
          title={t('signIn')}
          owner={ORGANISATION}
          lead={t('cardLead')}
          footer={t('deskHours')}
          banner={<Banner edge>{t('sampleBanner')}</Banner>}
          width={520}
        >
          {form}
        </CardPage>
      ),
    },
    {
      name: 'loading',
      show: () => (
        <CardPage title={t('signIn')} owner={null}>
          {form}
        </CardPage>
      ),
    },
    {
      name: 'longText',
      show: () => (
        <CardPage title={t('longTitle')} owner={t('longName')} lead={t('long')}>
          {form}
        </CardPage>
      ),
    },
  ],
};
