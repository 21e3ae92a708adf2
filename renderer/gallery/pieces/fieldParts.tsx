import { FieldLabel, FieldNote } from '../../ui/fieldParts.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'forms',
  states: [
    { name: 'plain', show: () => <FieldLabel label={t('name')} /> },
    { name: 'optional', show: () => <FieldLabel label={t('name')} optional /> },
    { name: 'helped', show: () => <FieldNote id="gallery-helped" helper={t('nameHint')} /> },
    { name: 'error', show: () => <FieldNote id="gallery-error" error={t('nameTooShort')} /> },
    { name: 'longText', show: () => <FieldNote id="gallery-long" error={t('long')} /> },
  ],
};
