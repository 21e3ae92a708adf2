import Button from '@mui/material/Button';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const foot = (label: string, busy = false) => (
  <DialogFoot>
    <Button variant="outlined">{t('discard')}</Button>
    <SubmitButton busy={busy}>{label}</SubmitButton>
  </DialogFoot>
);

export const piece: Piece = {
  group: 'messages',
  width: 400,
  states: [
    { name: 'plain', show: () => foot(t('savePolicy')) },
    { name: 'busy', show: () => foot(t('savePolicy'), true) },
    { name: 'longText', show: () => foot(t('longAct')) },
  ],
};
