import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { inOrder } from '../../../language/intl.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';
import { t } from '../words.ts';

/** Gives a request to a colleague, who is on it from then on. */
export function HandToDialog({ request, onClose }: { request: ResetRequest; onClose: () => void }) {
  const { id, user } = request;
  const toast = useToast();
  const { data, error } = useRead('resetRequests.colleagues', { id });
  const colleagues = data?.items ?? [];
  const [userId, setUserId] = useState('');
  const [missing, setMissing] = useState<string>();
  const hand = useRequestWrite('resetRequests.handTo', () => {
    toast(t('handedNow', { name: colleagues.find((one) => one.id === userId)?.name ?? '' }));
    onClose();
  });
  return (
    <ConfirmDialog
      open
      title={t('handToTitle', { name: user.name })}
      confirmLabel={t('hand')}
      busy={hand.isPending}
      error={hand.error?.message ?? error?.message}
      onConfirm={() => (userId ? hand.mutate({ id, userId }) : setMissing(t('handToChoose')))}
      onClose={onClose}
    >
      <p>{t('handToMeans')}</p>
      {data && colleagues.length === 0 ? (
        <Banner tone="warning">{t('handToNobody')}</Banner>
      ) : (
        <SelectField
          label={t('handToWhom')}
          value={userId}
          error={missing}
          onChange={({ target }) => {
            setUserId(target.value);
            setMissing(undefined);
          }}
          options={[
            { value: '', label: t('handToChoose') },
            ...colleagues
              .toSorted((a, b) => inOrder(a.name, b.name))
              .map((one) => ({ value: one.id, label: `${one.name} (${one.username})` })),
          ]}
        />
      )}
    </ConfirmDialog>
  );
}
