import { useState } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { keptToast } from '../../../shared/keptForSecond.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { LoadingRows } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';
import type { PersonsSystem } from './personsSystem.ts';

interface Props {
  user: UserDetail;
  system: PersonsSystem;
  onClose: () => void;
}

/** Says which account there is this person's: one that goes by their name, or another by its ID. */
export function LinkSystemDialog({ user, system, onClose }: Props) {
  const toast = useToast();
  const accounts = useRead('users.systemAccounts', { id: user.id, systemId: system.id });
  const found = accounts.data?.items ?? [];
  const [picked, setPicked] = useState<string>();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState<string>();
  const link = useWrite('users.linkSystem', {
    onDone: (linked) => {
      toast('pendingChange' in linked ? keptToast(linked) : t('linkedThere', { name: linked.name }));
      onClose();
    },
  });
  const chosen = picked ?? found[0]?.externalId ?? '';
  const isTyped = chosen === '';
  const submit = () => {
    const externalId = isTyped ? typed.trim() : chosen;
    setMissing(externalId === '' ? t('typeAccountId') : undefined);
    if (externalId !== '') link.mutate({ id: user.id, systemId: system.id, externalId });
  };
  const problem = link.error?.problem.fields?.['externalId'];
  return (
    <ConfirmDialog
      open
      title={t('linkToTitle', { name: user.name, system: system.name })}
      confirmLabel={t('linkAccount')}
      busy={link.isPending}
      error={problem ? undefined : link.error?.refusal}
      onConfirm={submit}
      onClose={onClose}
    >
      {accounts.isPending && <LoadingRows rows={1} />}
      {accounts.error && <Banner tone="warning">{accounts.error.message}</Banner>}
      {accounts.data && found.length === 0 && <Banner>{t('noAccountFound')}</Banner>}
      {found.length > 0 && (
        <SelectField
          label={t('accountThere')}
          value={chosen}
          onChange={(event) => setPicked(event.target.value)}
          options={[
            ...found.map(({ externalId, username, email, enabled }) => {
              const account = email === null ? username : `${username} (${email})`;
              return { value: externalId, label: enabled ? account : t('accountDisabled', { account }) };
            }),
            { value: '', label: t('anotherAccount') },
          ]}
        />
      )}
      {isTyped && !accounts.isPending && (
        <Field
          label={t('accountId')}
          mono
          value={typed}
          inputProps={{ autoCapitalize: 'none', spellCheck: false }}
          onChange={(event) => setTyped(event.target.value)}
          error={missing ?? problem}
        />
      )}
      {t('linkThereOutcome', { name: user.name })}
    </ConfirmDialog>
  );
}
