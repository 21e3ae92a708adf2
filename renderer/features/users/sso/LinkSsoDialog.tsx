import { useState } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { keptToast } from '../../../shared/keptForSecond.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useToast } from '../../../ui/Toasts.tsx';

interface Props {
  user: UserDetail;
  providers: readonly { id: string; name: string }[];
  onClose: () => void;
}

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
      toast('pendingChange' in linked ? keptToast(linked) : `${linked.name} was linked.`);
      onClose();
    },
  });
  const submit = () => {
    const isEmail = by === 'email';
    const typed = (
      isEmail ? email : by === 'subject' ? subject : picked || (signIns[0]?.subject ?? '')
    ).trim();
    setMissing(
      typed === ''
        ? isEmail
          ? 'Type the address at the provider.'
          : 'Type the subject, as a test sign-in shows it.'
        : undefined,
    );
    if (typed !== '') link.mutate({ id: user.id, providerId, [isEmail ? 'email' : 'subject']: typed });
  };
  const field = by === 'email' ? 'email' : 'subject';
  const error = missing ?? link.error?.problem.fields?.[field];
  const isAtField = link.error?.problem.fields?.[field] !== undefined;
  return (
    <ConfirmDialog
      open
      title={`Link ${user.name} to a provider`}
      confirmLabel="Link account"
      busy={link.isPending}
      error={isAtField ? undefined : link.error?.refusal}
      onConfirm={submit}
      onClose={onClose}
    >
      <SelectField
        label="Provider"
        value={providerId}
        onChange={(event) => setProviderId(event.target.value)}
        options={providers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoiceField<By>
        label="Known there by"
        value={by}
        onChange={setBy}
        options={[
          { value: 'email', label: 'A verified e-mail address, at the first sign-in' },
          { value: 'subject', label: 'The subject: the provider’s own name of the account' },
          ...(signIns.length > 0
            ? [{ value: 'refused' as const, label: 'A sign-in of the last day that was nobody’s here' }]
            : []),
        ]}
      />
      {by === 'email' ? (
        <Field
          label="E-mail at the provider"
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={error}
        />
      ) : by === 'refused' ? (
        <SelectField
          label="Signed in there as"
          value={picked || signIns[0]?.subject}
          onChange={(event) => setPicked(event.target.value)}
          options={signIns.map(({ subject: value, username, email: address, at }) => ({
            value,
            label: `${username ?? address ?? value}, ${new Date(at).toLocaleTimeString('en-GB', { timeStyle: 'short' })}`,
          }))}
          helper="What an account is called there proves nothing: ask the person, in person, when they tried."
          error={link.error?.problem.fields?.['subject']}
        />
      ) : (
        <Field
          label="Subject"
          mono
          value={subject}
          inputProps={{ autoCapitalize: 'none', spellCheck: false }}
          onChange={(event) => setSubject(event.target.value)}
          error={error}
        />
      )}
      Whoever has that account signs in here as {user.name}, without a code from Gatehouse. They are told by
      mail
      {user.roles.length > 1 || user.mfa.state !== 'off'
        ? ', and so are administrators and security officers.'
        : '.'}
    </ConfirmDialog>
  );
}
