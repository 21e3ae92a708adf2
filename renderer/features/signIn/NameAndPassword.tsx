import type { UseFormRegisterReturn } from 'react-hook-form';
import { Field } from '../../ui/Field.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { t } from './words.ts';

/** A form with at least these fields: its `register`, and what is wrong with them. */
interface Props<Name extends string> {
  register: (name: Name, rules: { required: string }) => UseFormRegisterReturn;
  errors: { [Field in Name]?: { message?: string } };
}

/** Who signs in. */
export function NameField({ register, errors }: Props<'username'>) {
  return (
    <Field
      label={t('signInName')}
      autoComplete="username"
      autoFocus
      inputProps={{ autoCapitalize: 'none', spellCheck: false }}
      error={errors.username?.message}
      {...register('username', { required: t('signInNameMissing') })}
    />
  );
}

/** Who signs in, and by which password. */
export function NameAndPassword({ register, errors }: Props<'username' | 'password'>) {
  return (
    <>
      <NameField register={register} errors={errors} />
      <PasswordField
        label={t('password')}
        autoComplete="current-password"
        error={errors.password?.message}
        {...register('password', { required: t('passwordMissing') })}
      />
    </>
  );
}
