import { mdiEmailOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Job } from '../../../contract/operations/jobs.ts';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { JobProgress } from '../jobs/JobProgress.tsx';
import { t } from '../words.ts';
import { LACK_WORDS } from './invitationWords.ts';

/** Invitations that are drafts: how many, what they lack, and the way to send them; nothing where there are none. */
export function Invitations() {
  const canManage = useCan('users.manage');
  const read = useRead('invitations.get', {}, { enabled: canManage });
  const [begun, setBegun] = useState<Job | null>(null);
  const [isAsking, setAsking] = useState(false);
  if (!canManage || !read.data) return null;
  const { draft, lacks, job } = read.data;
  const shown = job ?? begun;
  if (shown) {
    return (
      <Banner tone="accent" icon={mdiEmailOutline}>
        <JobProgress key={shown.id} job={shown} done={({ done }) => t('invitationsSent', { count: done })} />
      </Banner>
    );
  }
  if (draft === 0) return null;
  const isReady = lacks.length === 0;
  return (
    <>
      <Banner
        tone={isReady ? 'accent' : 'warning'}
        icon={mdiEmailOutline}
        action={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            <Button size="small" variant="outlined" href={paths.users({ invitation: 'draft' })}>
              {t('seeDrafts')}
            </Button>
            {isReady ? (
              <Button size="small" variant="contained" onClick={() => setAsking(true)}>
                {t('sendInvitations', { count: draft })}
              </Button>
            ) : (
              <Button size="small" variant="contained" href={paths.settings({ section: 'mail' })}>
                {t('setUpMailFirst')}
              </Button>
            )}
          </Box>
        }
      >
        {t('invitationsAreDrafts', { count: draft })} {lacks.map((lack) => LACK_WORDS[lack]).join(' ')}
      </Banner>
      {isAsking && <SendDialog invitations={read.data} onBegun={setBegun} onClose={() => setAsking(false)} />}
    </>
  );
}

interface DialogProps {
  invitations: OutputOf<'invitations.get'>;
  onBegun: (job: Job) => void;
  onClose: () => void;
}

/** All, or one department's. */
function SendDialog({ invitations: { draft, departments }, onBegun, onClose }: DialogProps) {
  // A select can't tell "all" from "without one" by an empty value.
  const [chosen, setChosen] = useState('');
  const department = chosen === '' ? undefined : chosen.slice(1);
  const count = departments.find(({ name }) => name === department)?.count ?? draft;
  const send = useWrite('invitations.send', {
    onDone: ({ job }) => {
      onBegun(job);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('sendInvitationsAsk', { count })}
      confirmLabel={t('sendInvitations', { count })}
      busy={send.isPending}
      error={send.error?.refusal}
      onConfirm={() => send.mutate(department === undefined ? {} : { department })}
      onClose={onClose}
    >
      <p>{t('sendInvitationsOutcome')}</p>
      {departments.length > 1 && (
        <SelectField
          label={t('invitationsOf')}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
          options={[
            { value: '', label: t('everybodysDrafts', { count: draft }) },
            ...departments.map(({ name, count: some }) => ({
              value: `=${name}`,
              label: t('departmentsDrafts', { department: name || t('noDepartmentDrafts'), count: some }),
            })),
          ]}
        />
      )}
    </ConfirmDialog>
  );
}
