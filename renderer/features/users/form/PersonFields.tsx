import Box from '@mui/material/Box';
import { useId } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useMe } from '../../../data/me.ts';
import { useRead } from '../../../data/useRead.ts';
import { PersonPicker } from '../../../shared/PersonPicker.tsx';
import { Field } from '../../../ui/Field.tsx';
import { phoneCheck, type PersonValues } from './userForm.ts';
import { t } from '../words.ts';

interface Props {
  /** The person themselves: nobody is their own manager. */
  userId?: string;
  autoFocus?: boolean;
}

/** Name, department and contacts, as both the new and the existing person's form have them; stands in a FormProvider. */
export function PersonFields({ userId, autoFocus }: Props) {
  const form = useFormContext<PersonValues>();
  const { country } = useMe().organisation;
  const listId = useId();
  const departments = useRead('users.departments', {});
  const { errors } = form.formState;
  return (
    <>
      <Field
        label={t('name')}
        autoFocus={autoFocus}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name', { required: t('typeName') })}
      />
      <Field
        label={t('email')}
        type="email"
        autoComplete="off"
        error={errors.email?.message}
        {...form.register('email', {
          required: t('typeEmail'),
          pattern: { value: /^\s*[^\s@]+@[^\s@]+\s*$/, message: t('emailPattern') },
        })}
      />
      <Field
        label={t('department')}
        optional
        autoComplete="off"
        inputProps={{ list: listId }}
        error={errors.department?.message}
        {...form.register('department')}
      />
      <datalist id={listId}>
        {departments.data?.items.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 4 }}>
        <Field
          label={t('phone')}
          optional
          type="tel"
          autoComplete="off"
          placeholder="+44 1632 960123"
          error={errors.phone?.message}
          {...form.register('phone', { validate: phoneCheck(country) })}
        />
        <Field
          label={t('mobile')}
          optional
          type="tel"
          autoComplete="off"
          placeholder="+44 7700 900123"
          error={errors.mobile?.message}
          {...form.register('mobile', { validate: phoneCheck(country) })}
        />
      </Box>
      <Controller
        control={form.control}
        name="manager"
        render={({ field }) => (
          <PersonPicker
            label={t('manager')}
            optional
            value={field.value}
            onChange={field.onChange}
            except={userId}
            helper={t('managerHelp')}
            error={errors.manager?.message}
          />
        )}
      />
    </>
  );
}
