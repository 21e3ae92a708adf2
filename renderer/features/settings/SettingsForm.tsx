import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useLocation } from 'react-router';
import { showRefusal } from '../../data/formErrors.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useUnsaved } from '../../ui/unsaved.ts';
import { MailSection } from './MailSection.tsx';
import { OrganisationSection } from './OrganisationSection.tsx';
import { changeOf, changesMail, valuesOf, type Settings, type SettingsValues } from './settingsForm.ts';
import { t } from './words.ts';

/** Everything that is saved as a whole. What changes elsewhere meanwhile comes in, but for fields that are being changed here. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const toast = useToast();
  const [refusal, setRefusal] = useState<string>();
  useSectionOfAddress();
  const form = useForm<SettingsValues>({
    defaultValues: valuesOf(settings),
    values: valuesOf(settings),
    resetOptions: { keepDirtyValues: true },
  });
  useWatch({ control: form.control });
  // Against what the server has, not against what was there first: a field that is typed back is no change.
  const change = changeOf(form.getValues(), settings);
  const count = Object.keys(change).length;
  useUnsaved(count > 0);
  const test = useWrite('settings.testMail');
  const update = useWrite('settings.update', {
    onDone: (_nothing, input) => {
      form.reset({ ...form.getValues(), smtpPassword: '', confirmed: false });
      toast(t('settingsSaved'));
      test.reset();
      // What was saved is tried at once: nothing else is mailed before that works.
      const { smtp = settings.smtp } = input;
      if (smtp !== null && changesMail(input)) test.mutate({});
    },
  });
  const submit = form.handleSubmit((values) => {
    setRefusal(undefined);
    update.mutate(changeOf(values, settings), { onError: (error) => setRefusal(showRefusal(form, error)) });
  });
  const discard = () => {
    form.reset(valuesOf(settings));
    setRefusal(undefined);
  };
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <OrganisationSection />
        <MailSection settings={settings} change={change} test={test} />
        {count > 0 && (
          <SaveBar
            actions={
              <>
                <Button variant="outlined" onClick={discard}>
                  {t('discard')}
                </Button>
                <SubmitButton busy={update.isPending}>{t('saveChanges')}</SubmitButton>
              </>
            }
          >
            {refusal ? <Banner tone="danger">{refusal}</Banner> : t('unsavedChanges', { count })}
          </SaveBar>
        )}
      </form>
    </FormProvider>
  );
}

/** Brings the section that the address names into sight, and the focus with it: it wasn't there when the page was. */
function useSectionOfAddress() {
  const { hash } = useLocation();
  useEffect(() => {
    const section = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
    section?.scrollIntoView();
    section?.focus({ preventScroll: true });
  }, [hash]);
}
