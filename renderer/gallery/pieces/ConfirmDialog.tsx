import { ConfirmDialog, LeaveDialog } from '../../ui/ConfirmDialog.tsx';
import { WhyField } from '../../ui/WhyField.tsx';
import { Held, nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { JO } from '../sample.ts';
import { t } from '../words.ts';

const asked = {
  open: true,
  title: t('resetMfaOf', { name: JO }),
  confirmLabel: t('resetMfa'),
  onConfirm: nothing,
  onClose: nothing,
};

export const piece: Piece = {
  group: 'messages',
  alone: true,
  states: [
    { name: 'plain', show: () => <ConfirmDialog {...asked}>{t('resetMeans', { name: JO })}</ConfirmDialog> },
    { name: 'danger', show: () => <ConfirmDialog {...asked} danger /> },
    {
      name: 'filled',
      show: () => (
        <ConfirmDialog {...asked} danger>
          <Held start="">{(value, change) => <WhyField value={value} onChange={change} />}</Held>
        </ConfirmDialog>
      ),
    },
    { name: 'open', show: () => <LeaveDialog onStay={nothing} onLeave={nothing} /> },
    {
      name: 'busy',
      show: () => (
        <ConfirmDialog {...asked} danger busy>
          {t('resetMeans', { name: JO })}
        </ConfirmDialog>
      ),
    },
    {
      name: 'error',
      show: () => (
        <ConfirmDialog {...asked} danger error={t('refused')}>
          {t('resetMeans', { name: JO })}
        </ConfirmDialog>
      ),
    },
    {
      name: 'longText',
      show: () => (
        <ConfirmDialog {...asked} title={t('longTitle')} confirmLabel={t('longAct')}>
          {t('long')}
        </ConfirmDialog>
      ),
    },
  ],
};
