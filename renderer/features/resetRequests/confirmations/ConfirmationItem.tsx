import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../../contract/operations.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { reasonWords } from '../../../shared/resetReasons.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DescriptionList } from '../../../ui/DescriptionList.tsx';
import { Field } from '../../../ui/Field.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { rich, t } from './words.ts';

type Asked = OutputOf<'me.confirmations'>['items'][number];

/** One question: what is asked, by whom, and the two answers, neither harder than the other. */
export function ConfirmationItem({ asked }: { asked: Asked }) {
  const { person, department, reason, openedAt, askedBy, askedAt, asDeputy } = asked;
  const [answer, setAnswer] = useState<'pass' | 'fail' | null>(null);
  return (
    <Section title={t('question', { name: person.name })}>
      <DescriptionList
        facts={[
          { term: t('username'), value: person.username },
          { term: t('department'), value: department ?? t('noneOnRecord') },
          { term: t('reason'), value: reasonWords(reason) },
          { term: t('requestMade'), value: <RelativeTime at={openedAt} /> },
          {
            term: t('askedBy'),
            value: rich('askedByAt', { name: askedBy.name, at: <RelativeTime at={askedAt} /> }),
          },
        ]}
      />
      {asDeputy && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
          {t('asDeputy', { name: person.name })}
        </Typography>
      )}
      <Typography sx={{ mt: 4 }}>{t('speakToThem', { name: person.name })}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4 }}>
        <Button variant="outlined" onClick={() => setAnswer('pass')}>
          {t('yes')}
        </Button>
        <Button variant="outlined" color="error" onClick={() => setAnswer('fail')}>
          {t('no')}
        </Button>
      </Box>
      {answer && <AnswerDialog asked={asked} outcome={answer} onClose={() => setAnswer(null)} />}
    </Section>
  );
}

interface AnswerProps {
  asked: Asked;
  outcome: 'pass' | 'fail';
  onClose: () => void;
}

function AnswerDialog({ asked, outcome, onClose }: AnswerProps) {
  const { id, person } = asked;
  const toast = useToast();
  const [note, setNote] = useState('');
  const confirm = useWrite('me.answerConfirmation', {
    onDone: () => {
      toast(t('answerRecorded'));
      onClose();
    },
  });
  const isYes = outcome === 'pass';
  return (
    <ConfirmDialog
      open
      title={t(isYes ? 'confirmTitle' : 'refuseTitle', { name: person.name })}
      confirmLabel={isYes ? t('confirm') : t('refuse')}
      danger={!isYes}
      busy={confirm.isPending}
      error={confirm.error?.refusal}
      onConfirm={() => confirm.mutate({ id, outcome, ...(note.trim() && { note: note.trim() }) })}
      onClose={onClose}
    >
      <p>{isYes ? t('confirmMeans') : t('refuseMeans')}</p>
      <Field
        label={t('note')}
        optional
        multiline
        value={note}
        onChange={({ target }) => setNote(target.value)}
        helper={t('noteHelper')}
        inputProps={{ maxLength: 2000 }}
      />
    </ConfirmDialog>
  );
}
