import { useState } from 'react';
import type { Job } from '../../../../contract/operations/jobs.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { plainLetters } from '../../../language/intl.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { BULK_ACTS } from '../list/bulkActs.ts';
import type { Department } from './department.ts';
import { policyWords } from './departmentColumns.tsx';
import { t } from '../words.ts';

interface Props {
  department: Department;
  others: readonly Department[];
  onBegun: (job: Job) => void;
  onClose: () => void;
}

const keyOf = (name: string) => plainLetters(name).trim();

/** Asks for a department's new name, and says so where there is one of that name: then they become one. */
export function RenameDialog({ department, others, onBegun, onClose }: Props) {
  const { name: from, count, sameAs } = department;
  const [name, setName] = useState(sameAs ?? from);
  const [error, setError] = useState<string>();
  const create = useWrite('jobs.create', { onDone: ({ job }) => onBegun(job) });
  const typed = name.trim();
  const other =
    others.find((one) => one.name === typed) ?? others.find((one) => keyOf(one.name) === keyOf(typed));
  const becomes = other?.name ?? typed;
  const begin = () => {
    if (becomes === '' || becomes === from) return setError(t('newNameMissing'));
    create.mutate({
      kind: 'merge_department',
      filter: { department: from },
      input: { from, department: becomes },
      confirmCount: count,
    });
  };
  const said = [department, ...(other ? [other] : [])]
    .map((one) => ({ name: one.name, words: policyWords(one) }))
    .filter(({ words }) => words !== '');
  return (
    <ConfirmDialog
      open
      title={t('renameOf', { name: from })}
      confirmLabel={other ? t('merge') : t('rename')}
      busy={create.isPending}
      error={create.error?.refusal}
      onConfirm={begin}
      onClose={onClose}
    >
      <Field
        label={t('newName')}
        value={name}
        error={error}
        autoFocus
        onChange={({ target }) => {
          setName(target.value);
          setError(undefined);
        }}
      />
      {other && (
        <>
          <p>{t('becomesOne', { name: other.name, count: other.count })}</p>
          <p>{BULK_ACTS.merge_department.consequence}</p>
        </>
      )}
      {said.map(({ name: named, words }) => (
        <p key={named}>{t('policyOfDepartment', { name: named, words })}</p>
      ))}
      <p>{t(other ? 'filesFollow' : 'namesFollow')}</p>
    </ConfirmDialog>
  );
}
