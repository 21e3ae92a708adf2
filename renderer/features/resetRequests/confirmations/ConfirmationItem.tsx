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

type Asked = OutputOf<'me.confirmations'>['items'][number];

/** One question: what is asked, by whom, and the two answers, neither harder than the other. */
export function ConfirmationItem({ asked }: { asked: Asked }) {
  const { person, department, reason, openedAt, askedBy, askedAt, asDeputy } = asked;
  const [answer, setAnswer] = useState<'pass' | 'fail' | null>(null);
  return (
    <Section title={`Did ${person.name} ask for a reset of MFA?`}>
      <DescriptionList
        facts={[
          { term: 'Username', value: person.username },
          { term: 'Department', value: department ?? 'None on record' },
          { term: 'Reason given', value: reasonWords(reason) },
          { term: 'Request made', value: <RelativeTime at={openedAt} /> },
          {
            term: 'Asked by',
            value: (
              <>
                {askedBy.name}, <RelativeTime at={askedAt} />
              </>
            ),
          },
        ]}
      />
      {asDeputy && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
          You are asked because {person.name}’s manager has not answered.
        </Typography>
      )}
      <Typography sx={{ mt: 4 }}>
        Speak to {person.name} in person, or call a number you knew before. A mail, a chat or a voice on an
        unknown number is not enough.
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4 }}>
        <Button variant="outlined" onClick={() => setAnswer('pass')}>
          Yes, it is genuine
        </Button>
        <Button variant="outlined" color="error" onClick={() => setAnswer('fail')}>
          No, or I can’t tell
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
      toast('Your answer is recorded. The help desk sees it at once.');
      onClose();
    },
  });
  const isYes = outcome === 'pass';
  return (
    <ConfirmDialog
      open
      title={isYes ? `Confirm that ${person.name} asked for it?` : `Refuse to confirm it for ${person.name}?`}
      confirmLabel={isYes ? 'Confirm' : 'Refuse'}
      danger={!isYes}
      busy={confirm.isPending}
      error={confirm.error?.refusal}
      onConfirm={() => confirm.mutate({ id, outcome, ...(note.trim() && { note: note.trim() }) })}
      onClose={onClose}
    >
      <p>
        {isYes
          ? 'It counts as evidence for a reset, with your name. You confirm it with a code from your authenticator app.'
          : 'It stays on the record with your name, and more evidence is asked for. You confirm it with a code from your authenticator app.'}
      </p>
      <Field
        label="Note"
        optional
        multiline
        value={note}
        onChange={({ target }) => setNote(target.value)}
        helper="How you spoke to them."
        inputProps={{ maxLength: 2000 }}
      />
    </ConfirmDialog>
  );
}
