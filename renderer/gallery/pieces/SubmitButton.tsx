import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const button = <SubmitButton onClick={nothing}>{t('approve')}</SubmitButton>;

export const piece: Piece = {
  group: 'acts',
  width: 240,
  states: [
    { name: 'plain', show: () => button },
    { name: 'hover', show: () => <Shown as="hover">{button}</Shown> },
    { name: 'focus', show: () => <Shown as="focus">{button}</Shown> },
    {
      name: 'busy',
      show: () => (
        <SubmitButton busy onClick={nothing}>
          {t('approve')}
        </SubmitButton>
      ),
    },
    {
      name: 'disabled',
      show: () => (
        <SubmitButton disabled onClick={nothing}>
          {t('approve')}
        </SubmitButton>
      ),
    },
    {
      name: 'danger',
      show: () => (
        <SubmitButton color="error" onClick={nothing}>
          {t('resetMfa')}
        </SubmitButton>
      ),
    },
    { name: 'longText', show: () => <SubmitButton onClick={nothing}>{t('longAct')}</SubmitButton> },
  ],
};
