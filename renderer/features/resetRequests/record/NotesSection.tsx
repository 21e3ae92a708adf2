import { mdiCheck, mdiCloudOffOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useSavedNote } from './useSavedNote.ts';
import { rich, t } from '../words.ts';

/** Notes of whoever works on the request, for colleagues who take over and for whoever decides. */
export function NotesSection({ request }: { request: ResetRequest }) {
  const { session } = useMe();
  const canSave = request.decision.verify.allowed;
  const note = useSavedNote(request, session.id, canSave);
  if (!canSave && !note.isUnsaved) {
    return (
      <Section title={t('notes')}>
        {note.text ? (
          <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap' }}>
            {note.text}
          </Typography>
        ) : (
          <Typography variant="body2" color="textSecondary">
            {t('noNotes')}
          </Typography>
        )}
      </Section>
    );
  }
  return (
    <Section title={t('notes')}>
      <OutlinedInput
        fullWidth
        multiline
        minRows={4}
        maxRows={14}
        value={note.text}
        onChange={(event) => note.change(event.target.value)}
        onBlur={note.saveNow}
        placeholder={t('notesPlaceholder')}
        inputProps={{ 'aria-label': t('notes'), maxLength: 2000 }}
      />
      <Box role="status" sx={{ mt: 2, minHeight: 20, fontSize: '0.8125rem', color: 'text.secondary' }}>
        <SavedWords note={note} canSave={canSave} />
      </Box>
    </Section>
  );
}

function SavedWords({ note, canSave }: { note: ReturnType<typeof useSavedNote>; canSave: boolean }) {
  const { saving, isUnsaved } = note;
  if (!canSave) return t('noteAfterDecision');
  if (saving.state === 'waiting') {
    return (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, color: 'warning.main' }}>
        <Icon path={mdiCloudOffOutline} size={16} />
        <Box component="span" sx={{ flex: 1 }}>
          {t('noteKept')}
        </Box>
        <Button size="small" onClick={note.tryNow}>
          {t('tryNow')}
        </Button>
      </Box>
    );
  }
  if (saving.state === 'refused') return t('noteRefused', { message: saving.sentence });
  if (saving.state === 'saving' || isUnsaved) return t('noteSaving');
  if (!saving.at) return t('noteSavedAsTyped');
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      <Icon path={mdiCheck} size={16} sx={{ color: 'success.main' }} />
      <span>{rich('noteSavedAt', { at: <RelativeTime at={saving.at} /> })}</span>
    </Box>
  );
}
