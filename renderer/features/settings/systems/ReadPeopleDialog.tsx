import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { System } from '../../../../contract/operations/systems.ts';
import { GRACE_OF_THE_GONE, READING_EVERY } from '../../../../contract/systems.ts';
import type { ReadingEvery } from '../../../../contract/systems.ts';
import { useRead } from '../../../data/useRead.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { keptToast } from '../../../shared/keptForSecond.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { FormFoot } from '../../../ui/FormFoot.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';
import { LastReading } from './LastReading.tsx';
import { ReadPeoplePreview } from './ReadPeoplePreview.tsx';

type Choice = ReadingEvery | 'off';

const LABELS: Record<Choice, string> = { off: t('readOff'), hour: t('readHour'), day: t('readDay') };
const OPTIONS = (['off', ...READING_EVERY] as const).map((value) => ({ value, label: LABELS[value] }));
const { least, most, usual } = GRACE_OF_THE_GONE;

/** Whether people are read from a system, and what the last reading found; switching it on waits for a second person. */
export function ReadPeopleDialog({ system: opened, onClose }: { system: System; onClose: () => void }) {
  const { id, name } = opened;
  const systems = useRead('settings.systems.list', {});
  const { people } = systems.data?.items.find((one) => one.id === id) ?? opened;
  const toast = useToast();
  const [choice, setChoice] = useState<Choice>(people?.every ?? 'off');
  const [days, setDays] = useState(String(people?.graceDays ?? usual));
  const [error, setError] = useState<string>();
  const [isPreviewed, setPreviewed] = useState(false);
  const save = useWrite('settings.systems.setPeopleReading', {
    onDone: (done) => {
      toast('pendingChange' in done ? keptToast(done) : t('readSavedOff', { system: name }));
      onClose();
    },
  });
  const submit = () => {
    const graceDays = Number(days);
    const isGood = Number.isInteger(graceDays) && graceDays >= least && graceDays <= most;
    setError(choice === 'off' || isGood ? undefined : t('graceDaysOdd', { least, most }));
    if (choice === 'off') save.mutate({ id, reading: null });
    else if (isGood) save.mutate({ id, reading: { every: choice, graceDays } });
  };
  return (
    <TaskDialog open title={t('readPeopleTitle', { system: name })} onClose={onClose}>
      <Typography sx={{ mb: 4 }}>{t('readPeopleLead')}</Typography>
      {people && <LastReading systemId={id} people={people} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ChoiceField row label={t('readEvery')} options={OPTIONS} value={choice} onChange={setChoice} />
        {choice !== 'off' && (
          <Field
            label={t('graceDays')}
            helper={t('graceDaysMeaning', { least, most })}
            value={days}
            inputProps={{ inputMode: 'numeric', maxLength: 2 }}
            onChange={(event) => setDays(event.target.value)}
            error={error}
          />
        )}
        {isPreviewed ? (
          <ReadPeoplePreview systemId={id} />
        ) : (
          <Button variant="outlined" size="small" sx={{ mb: 4 }} onClick={() => setPreviewed(true)}>
            {t('readPreview')}
          </Button>
        )}
        <FormFoot
          refusal={save.error?.refusal}
          label={t('readSave')}
          busy={save.isPending}
          onCancel={onClose}
        />
      </form>
    </TaskDialog>
  );
}
