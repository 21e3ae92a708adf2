import { PasswordField } from '../../ui/PasswordField.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const typed = { label: t('password'), defaultValue: 'quiet harbour 1974', autoComplete: 'off' };

export const piece: Piece = {
  group: 'forms',
  states: [
    { name: 'empty', show: () => <PasswordField label={t('password')} helper={t('passwordHint')} /> },
    { name: 'filled', show: () => <PasswordField {...typed} /> },
    {
      name: 'focus',
      show: () => (
        <Shown as="focus">
          <PasswordField {...typed} />
        </Shown>
      ),
    },
    { name: 'disabled', show: () => <PasswordField {...typed} disabled /> },
    { name: 'error', show: () => <PasswordField {...typed} error={t('passwordKnown')} /> },
  ],
};
