import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { UserRow } from '../../../../contract/operations/userSchemas.ts';
import { allOf } from '../../../language/intl.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DialogFoot } from '../../../ui/DialogFoot.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { BULK_ACTS, useBulk, type BulkName, type BulkOutcome } from './useBulk.ts';
import { t } from '../words.ts';

/** Acts for everyone who is selected; floats at the foot while anyone is. */
export function SelectionBar({ users, onDone }: { users: readonly UserRow[]; onDone: () => void }) {
  const toast = useToast();
  const bulk = useBulk();
  const [asked, setAsked] = useState<{ name: BulkName; users: readonly UserRow[] } | null>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const act = asked && BULK_ACTS[asked.name];

  const confirm = async () => {
    if (!asked || !act) return;
    const result = await bulk.run(asked.name, asked.users);
    setAsked(null);
    if (result.done > 0) toast(act.done(result.done));
    if (result.refused.length > 0) setOutcome(result);
    else onDone();
  };

  return (
    <Box
      role="region"
      aria-label={t('selectedPeople')}
      data-foot
      sx={{
        position: 'sticky',
        bottom: 16,
        zIndex: 2,
        width: 'fit-content',
        maxWidth: '100%',
        mx: 'auto',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        px: 4,
        py: 2,
        borderRadius: '8px',
        bgcolor: 'surface.raised',
        boxShadow: 'var(--gh-palette-floating-shadow)',
      }}
    >
      <Box sx={{ fontWeight: 500, mr: 2 }} role="status">
        {t('selected', { count: users.length })}
      </Box>
      {(Object.keys(BULK_ACTS) as BulkName[]).map((name) => {
        const fitting = users.filter(BULK_ACTS[name].fits);
        if (fitting.length === 0) return null;
        const isSome = fitting.length < users.length;
        return (
          <Button
            key={name}
            size="small"
            variant="outlined"
            color={name === 'suspend' ? 'error' : 'primary'}
            onClick={() => setAsked({ name, users: fitting })}
          >
            {isSome ? BULK_ACTS[name].some(fitting.length) : BULK_ACTS[name].label}
          </Button>
        );
      })}
      <Button size="small" onClick={onDone}>
        {t('clearSelection')}
      </Button>
      <ConfirmDialog
        open={act !== null}
        title={asked && act ? act.question(asked.users) : ''}
        confirmLabel={act?.label ?? ''}
        danger={asked?.name === 'suspend'}
        busy={bulk.progress !== undefined}
        onConfirm={() => void confirm()}
        onClose={() => setAsked(null)}
      >
        {asked && asked.users.length > 1 && <p>{listed(asked.users)}</p>}
        <p>{act?.consequence}</p>
        <span role="status">
          {bulk.progress !== undefined &&
            asked &&
            t('progress', { done: bulk.progress + 1, count: asked.users.length })}
        </span>
      </ConfirmDialog>
      {outcome && <RefusedDialog refused={outcome.refused} onClose={() => setOutcome(null)} />}
    </Box>
  );
}

/** Who was left out, and why: one sentence for all of whom it is true. */
function RefusedDialog({ refused, onClose }: Pick<BulkOutcome, 'refused'> & { onClose: () => void }) {
  const groups = Map.groupBy(refused, ({ sentence }) => sentence);
  return (
    <TaskDialog open title={t('notDoneFor', { count: refused.length })} onClose={onClose}>
      {[...groups].map(([sentence, members]) => (
        <Box key={sentence} sx={{ mb: 4 }}>
          {listed(members.map(({ user }) => user))}
          <Box sx={{ color: 'text.secondary' }}>{sentence}</Box>
        </Box>
      ))}
      <DialogFoot>
        <Button variant="contained" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogFoot>
    </TaskDialog>
  );
}

const NAMES_SHOWN = 8;
function listed(users: readonly UserRow[]): string {
  const names = users.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const rest = users.length - names.length;
  return allOf(rest > 0 ? [...names, t('moreNames', { count: rest })] : names);
}
