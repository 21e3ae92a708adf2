import { mdiOfficeBuildingOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import { useState } from 'react';
import type { Job } from '../../../../contract/operations/jobs.ts';
import { paths } from '../../../../contract/paths.ts';
import { useCan } from '../../../data/me.ts';
import { useRead } from '../../../data/useRead.ts';
import { JobProgress } from '../../../shared/jobs/JobProgress.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { BackLink } from '../../../ui/BackLink.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { BULK_ACTS } from '../list/bulkActs.ts';
import type { Department } from './department.ts';
import { departmentColumns } from './departmentColumns.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { t } from '../words.ts';

/** Every department with its people and what policy says of it; here one gets another name, or becomes one with another. */
export function DepartmentsPage() {
  const canManage = useCan('users.manage');
  const departments = useRead('users.listDepartments', {});
  const [renamed, setRenamed] = useState<Department | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  return (
    <Page
      title={t('departments')}
      lead={t('departmentsLead')}
      back={<BackLink href={paths.users()}>{t('usersTitle')}</BackLink>}
    >
      {job && (
        <Box sx={{ mb: 5 }}>
          <JobProgress key={job.id} job={job} done={({ kind, done }) => BULK_ACTS[kind].done(done)} />
        </Box>
      )}
      <Section flush>
        <Loaded query={departments}>
          {({ items }) => (
            <DataTable
              label={t('departments')}
              columns={departmentColumns(canManage ? setRenamed : null)}
              rows={items}
              rowKey={({ name }) => name}
              rowName={({ name }) => name}
              href={({ name }) => paths.users({ department: name })}
              empty={
                <EmptyState icon={mdiOfficeBuildingOutline} title={t('noDepartments')}>
                  {t('noDepartmentsHint')}
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Section>
      {renamed && (
        <RenameDialog
          department={renamed}
          others={(departments.data?.items ?? []).filter(({ name }) => name !== renamed.name)}
          onBegun={(begun) => {
            setRenamed(null);
            setJob(begun);
          }}
          onClose={() => setRenamed(null)}
        />
      )}
    </Page>
  );
}
