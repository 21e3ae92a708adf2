import { Field } from '../../ui/Field.tsx';
import type { Piece } from '../piece.ts';
import { JO } from '../sample.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'forms',
  states: [
    { name: 'empty', show: () => <Field label={t('name')} helper={t('nameHint')} /> },
    { name: 'filled', show: () => <Field label={t('name')} defaultValue={JO} optional /> },
    {
      name: 'hover',
      show: () => (
        <Shown as="hover">
          <Field label={t('name')} defaultValue={JO} />
        </Shown>
      ),
    },
    {
      name: 'focus',
      show: () => (
        <Shown as="focus">
          <Field label={t('name')} defaultValue={JO} />
        </Shown>
      ),
    },
    { name: 'disabled', show: () => <Field label={t('name')} defaultValue={JO} disabled /> },
    { name: 'readOnly', show: () => <Field label={t('name')} defaultValue={JO} readOnly /> },
    { name: 'error', show: () => <Field label={t('name')} defaultValue="J" error={t('nameTooShort')} /> },
    { name: 'mono', show: () => <Field label={t('activationCode')} defaultValue="KRUG-S4ZA" mono /> },
    {
      name: 'longText',
      show: () => <Field label={t('longTitle')} defaultValue={t('long')} helper={t('long')} multiline />,
    },
  ],
};
