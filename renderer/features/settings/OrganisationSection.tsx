import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useFormContext } from 'react-hook-form';
import { LANGUAGES, LANGUAGE_TAGS } from '../../../contract/words/languages.ts';
import { countryOptions } from '../../shared/phoneNumbers.ts';
import { Field } from '../../ui/Field.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { SettingsValues } from './settingsForm.ts';
import { t } from './words.ts';

const LANGUAGE_NAMES = LANGUAGE_TAGS.map((value) => ({ value, label: LANGUAGES[value].name }));
const COUNTRIES = countryOptions(t('noCountry'));

/** Whose console this is, and whom its people call. */
export function OrganisationSection() {
  const form = useFormContext<SettingsValues>();
  const { errors } = form.formState;
  const zone = form.getValues('timeZone');
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return (known.includes(zone) ? known : [zone, ...known]).map((value) => {
      const [region = '', ...place] = value.split('/');
      return place.length === 0
        ? { value, label: value }
        : { value, label: place.join(', ').replace(/_/g, ' '), group: region };
    });
  }, [zone]);
  return (
    <Section title={t('organisation')} id="organisation">
      <Field
        label={t('name')}
        autoComplete="organization"
        helper={t('nameWhere')}
        error={errors.organisation?.message}
        {...form.register('organisation', { required: t('nameMissing') })}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 4 }}>
        <Field
          label={t('helpDeskPhone')}
          optional
          type="tel"
          helper={t('helpDeskPhoneWhere')}
          error={errors.helpDeskPhone?.message}
          {...form.register('helpDeskPhone')}
        />
        <Field
          label={t('helpDeskHours')}
          optional
          placeholder={t('helpDeskHoursExample')}
          error={errors.helpDeskHours?.message}
          {...form.register('helpDeskHours')}
        />
      </Box>
      <SelectField
        label={t('language')}
        options={LANGUAGE_NAMES}
        helper={t('languageMeaning')}
        error={errors.language?.message}
        {...form.register('language')}
      />
      <SelectField
        label={t('timeZone')}
        options={zones}
        helper={t('timeZoneMeaning')}
        error={errors.timeZone?.message}
        {...form.register('timeZone')}
      />
      <SelectField
        label={t('country')}
        options={COUNTRIES}
        helper={t('countryMeaning')}
        error={errors.country?.message}
        {...form.register('country')}
      />
    </Section>
  );
}
