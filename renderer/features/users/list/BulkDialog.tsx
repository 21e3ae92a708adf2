import Box from '@mui/material/Box';
import { useState } from 'react';
import type { JobKindName } from '../../../../contract/jobs.ts';
import type { InputOf, OutputOf } from '../../../../contract/operations.ts';
import type { Job } from '../../../../contract/operations/jobs.ts';
import type { Person } from '../../../../contract/schemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { allOf } from '../../../language/intl.ts';
import { PersonPicker } from '../../../shared/PersonPicker.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { BULK_ACTS } from './bulkActs.ts';
import { t } from '../words.ts';

export type Whom = Pick<InputOf<'jobs.create'>, 'filter' | 'userIds'>;

interface Props {
  kind: JobKindName;
  whom: Whom;
  onBegun: (job: Job) => void;
  onClose: () => void;
}

/** What is asked before many are touched: for whom, for whom not and why, and their number where nobody has seen them all. */
export function BulkDialog({ kind, whom, onBegun, onClose }: Props) {
  const act = BULK_ACTS[kind];
  const [department, setDepartment] = useState('');
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState<Person | null>(null);
  const [day, setDay] = useState('');
  const [typed, setTyped] = useState('');
  const input = inputOf(kind, { department, reason, owner, day });
  const preview = useRead('jobs.preview', { kind, ...whom, input }, { keep: true });
  const create = useWrite('jobs.create', { onDone: ({ job }) => onBegun(job) });
  const { total, fitting } = preview.data ?? {};
  const isByNumber = whom.filter !== undefined;
  const number = Number(typed.replace(/\D/g, ''));
  const begin = () =>
    create.mutate({ kind, ...whom, input, ...(isByNumber ? { confirmCount: number } : {}) });
  return (
    <ConfirmDialog
      open
      title={act.question(fitting ?? total ?? whom.userIds?.length ?? 0)}
      confirmLabel={act.label}
      danger={act.danger}
      busy={create.isPending || (preview.isPending && !preview.data)}
      error={create.error?.refusal ?? preview.error?.message}
      onConfirm={begin}
      onClose={onClose}
    >
      {preview.data && <WhoAndWho preview={preview.data} />}
      <p>{act.consequence}</p>
      {kind === 'department' && (
        <Field
          label={t('department')}
          value={department}
          onChange={({ target }) => setDepartment(target.value)}
          helper={t('departmentEmpty')}
        />
      )}
      {kind === 'exempt' && (
        <>
          <Field label={t('exemptWhy')} value={reason} onChange={({ target }) => setReason(target.value)} />
          <PersonPicker label={t('exemptOwner')} value={owner} onChange={setOwner} />
          <DayField label={t('exemptEnds')} day={day} onDay={setDay} />
        </>
      )}
      {isByNumber && total !== undefined && (
        <Field
          label={t('typeTotal', { count: total })}
          value={typed}
          inputProps={{ inputMode: 'numeric' }}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
    </ConfirmDialog>
  );
}

function WhoAndWho({ preview: { fitting, people, notDone } }: { preview: OutputOf<'jobs.preview'> }) {
  const names = people.map(({ name }) => name);
  const rest = fitting - names.length;
  return (
    <>
      {names.length > 0 && <p>{allOf(rest > 0 ? [...names, t('moreNames', { count: rest })] : names)}</p>}
      {notDone.map(({ sentence, count }) => (
        <Box key={sentence} component="p">
          {t('notDoneFor', { count })}: {sentence}
        </Box>
      ))}
    </>
  );
}

interface Typed {
  department: string;
  reason: string;
  owner: Person | null;
  day: string;
}

function inputOf(
  kind: JobKindName,
  { department, reason, owner, day }: Typed,
): InputOf<'jobs.create'>['input'] {
  if (kind === 'department') return { department: department.trim() || null };
  if (kind !== 'exempt') return {};
  return {
    ...(reason.trim() && { reason: reason.trim() }),
    ...(owner && { ownerId: owner.id }),
    ...(day && { endsAt: new Date(`${day}T23:59:59`).toISOString() }),
  };
}
