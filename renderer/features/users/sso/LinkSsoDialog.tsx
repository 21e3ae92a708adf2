import { useState } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { dateFormat } from '../../../language/intl.ts';
import { keptToast } from '../../../shared/keptForSecond.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';

interface Props {
  user: UserDetail;
  providers: readonly { id: string; name: string }[];
  onClose: () => void;
}

const clock = dateFormat({ timeStyle: 'short' });

type By = 'email' | 'subject' | 'refused';

/** Links an account at a provider: by the e-mail that it is verified for there, or by its subject. */
export function LinkSsoDialog({ user, providers, onClose }: Props) {
  const toast = useToast();
  const [providerId, setProviderId] = useState(providers[0]?.id ?? '');
  const [by, setBy] = useState<By>('email');
  const [email, setEmail] = useState(user.email);
  const [subject, setSubject] = useState('');
  const refused = useRead('sso.refused', {});
  const signIns = refused.data?.items.filter(({ provider }) => provider.id === providerId) ?? [];
  const [picked, setPicked] = useState('');
  const [missing, setMissing] = useState<string>();
  const link = useWrite('users.linkSso', {
    onDone: (linked) => {
      toast('pendingChange' in linked ? keptToast(linked) : t('linked', { name: linked.name }));
      onClose();
    },
  });
  const submit = () => {
    const isEmail = by === 'email';
    const typed = (
      isEmail ? email : by === 'subject' ? subject : picked || (signIns[0]?.subject ?? '')
    ).trim();
    setMissing(typed === '' ? (isEmail ? t('typeProviderEmail') : t('typeSubject')) : undefined);
    if (typed !== '') link.mutate({ id: user.id, providerId, [isEmail ? 'email' : 'subject']: typed });
  };
  const field = by === 'email' ? 'email' : 'subject';
  const error = missing ?? link.error?.problem.fields?.[field];
  const isAtField = link.error?.problem.fields?.[field] !== undefined;
  return (
    <ConfirmDialog
      open
      title={t('linkToProvider', { name: user.name })}
      confirmLabel={t('linkAccount')}
      busy={link.isPending}
      error={isAtField ? undefined : link.error?.refusal}
      onConfirm={submit}
      onClose={onClose}
    >
      <SelectField
        label={t('provider')}
        value={providerId}
        onChange={(event) => setProviderId(event.target.value)}
        options={providers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoiceField<By>
        label={t('knownBy')}
        value={by}
        onChange={setBy}
        options={[
          { value: 'email', label: t('knownByEmail') },
          { value: 'subject', label: t('knownBySubject') },
          ...(signIns.length > 0 ? [{ value: 'refused' as const, label: t('knownByRefused') }] : []),
        ]}
      />
      {by === 'email' ? (
        <Field
          label={t('emailAtProvider')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={error}
        />
      ) : by === 'refused' ? (
        <SelectField
          label={t('signedInAs')}
          value={picked || signIns[0]?.subject}
          onChange={(event) => setPicked(event.target.value)}
          options={signIns.map(({ subject: value, username, email: address, at }) => ({
            value,
            label: `${username ?? address ?? value}, ${clock.format(new Date(at))}`,
          }))}
          helper={t('signedInAsHelp')}
          error={link.error?.problem.fields?.['subject']}
        />
      ) : (
        <Field
          label={t('subject')}
          mono
          value={subject}
          inputProps={{ autoCapitalize: 'none', spellCheck: false }}
          onChange={(event) => setSubject(event.target.value)}
          error={error}
        />
      )}
      {user.roles.length > 1 || user.mfa.state !== 'off'
        ? t('linkOutcomeStaff', { name: user.name })
        : t('linkOutcome', { name: user.name })}
    </ConfirmDialog>
  );
}
