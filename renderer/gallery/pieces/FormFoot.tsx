import { FormFoot } from '../../ui/FormFoot.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const foot = { label: t('addUser'), busy: false, onCancel: nothing };

export const piece: Piece = {
  group: 'forms',
  states: [
    { name: 'plain', show: () => <FormFoot {...foot} /> },
    { name: 'busy', show: () => <FormFoot {...foot} busy /> },
    { name: 'error', show: () => <FormFoot {...foot} refusal={t('usernameTaken')} /> },
    { name: 'longText', show: () => <FormFoot {...foot} label={t('longAct')} /> },
  ],
};
