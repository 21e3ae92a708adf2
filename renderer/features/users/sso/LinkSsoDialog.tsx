import { useState } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
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

type By = 'email' | 'subject';

/** Links an account at a provider: by the e-mail that it is verified for there, or by its subject. */
export function LinkSsoDialog({ user, providers, onClose }: Props) {
  const toast = useToast();
  const [providerId, setProviderId] = useState(providers[0]?.id ?? '');
  const [by, setBy] = useState<By>('email');
  const [email, setEmail] = useState(user.email);
  const [subject, setSubject] = useState('');
  const [missing, setMissing] = useState<string>();
  const link = useWrite('users.linkSso', {
    onDone: ({ name }) => {
      toast(`${name} was linked.`);
      onClose();
    },
  });
  const submit = () => {
    const typed = (by === 'email' ? email : subject).trim();
    setMissing(
      typed === ''
        ? by === 'email'
          ? 'Type the address at the provider.'
          : 'Type the subject, as a test sign-in shows it.'
        : undefined,
    );
    if (typed !== '') link.mutate({ id: user.id, providerId, [by]: typed });
  };
  const error = missing ?? link.error?.problem.fields?.[by];
  const isAtField = link.error?.problem.fields?.[by] !== undefined;
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
      {user.roles.length > 1 ? ', and so are administrators and security officers.' : '.'}
    </ConfirmDialog>
  );
}
