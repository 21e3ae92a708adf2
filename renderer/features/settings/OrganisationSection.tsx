import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useFormContext } from 'react-hook-form';
import { countryOptions } from '../../shared/phoneNumbers.ts';
import { Field } from '../../ui/Field.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { SettingsValues } from './settingsForm.ts';

const COUNTRIES = countryOptions('None: numbers begin with +');

/** Whose console this is, and whom its people call. */
export function OrganisationSection() {
  const form = useFormContext<SettingsValues>();
  const { errors } = form.formState;
  const zone = form.getValues('timeZone');
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return (known.includes(zone) ? known : [zone, ...known]).map((value) => ({
      value,
      label: value.replace(/_/g, ' '),
    }));
  }, [zone]);
  return (
    <Section title="Organisation">
      <Field
        label="Name"
        autoComplete="organization"
        helper="On the sign-in screen and in every mail."
        error={errors.organisation?.message}
        {...form.register('organisation', { required: 'Type the name of the organisation.' })}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 4 }}>
        <Field
          label="Help desk phone"
          optional
          type="tel"
          helper="Shown where someone is stuck."
          error={errors.helpDeskPhone?.message}
          {...form.register('helpDeskPhone')}
        />
        <Field
          label="Help desk hours"
          optional
          placeholder="Monday to Friday, 8:00 to 18:00"
          error={errors.helpDeskHours?.message}
          {...form.register('helpDeskHours')}
        />
      </Box>
      <SelectField
        label="Time zone"
        options={zones}
        helper="Grace ends at 10:00 in this zone; mails write times in it."
        error={errors.timeZone?.message}
        {...form.register('timeZone')}
      />
      <SelectField
        label="Country"
        options={COUNTRIES}
        helper="Phone numbers in files and forms may be written as people there dial them."
        error={errors.country?.message}
        {...form.register('country')}
      />
    </Section>
  );
}
