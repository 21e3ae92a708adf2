import Box from '@mui/material/Box';
import type { RefObject } from 'react';
import { IMPORT_FIELDS } from '../../../../contract/importFields.ts';
import type { ImportField, ImportMapping } from '../../../../contract/importFields.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { FIELD_NAMES } from './fieldNames.ts';
import { withColumn } from './reading.ts';
import { t } from '../words.ts';

type Report = OutputOf<'users.import'>;
type PreviewRow = NonNullable<Report['preview']>[number];

interface Props {
  report: Report;
  /** What somebody said so far. */
  mapping: ImportMapping;
  onMapping: (mapping: ImportMapping) => void;
  /** By header, for who goes to one from a problem. */
  selects: RefObject<Map<string, HTMLSelectElement>>;
}

const NOT_READ = '';
const OPTIONS = [
  { value: NOT_READ, label: t('notRead') },
  ...IMPORT_FIELDS.map((field) => ({ value: field, label: FIELD_NAMES[field] })),
];

/** A first and a last name are shown as the name that they make. */
const SHOWN = [
  'username',
  'email',
  'name',
  'department',
  'role',
  'phone',
  'mobile',
  'manager',
  'account',
] as const;

/** Which column of the file is which, to be changed, and the first rows as they are read. */
export function ImportColumns({ report, mapping, onMapping, selects }: Props) {
  const columns = (report.columns ?? []).filter(({ header }) => header !== '');
  const now = (header: string, read: ImportField | null) => mapping[header] ?? read;
  const choose = (header: string, value: string) => {
    const field = IMPORT_FIELDS.find((name) => name === value) ?? null;
    onMapping(withColumn(columns, mapping, header, field));
  };
  if (columns.length === 0) return null;
  return (
    <>
      <Section title={t('columnsTitle')} lead={t('columnsLead')}>
        <Box
          sx={{
            display: 'grid',
            columnGap: 4,
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
          }}
        >
          {columns.map(({ header, field }) => (
            <SelectField
              key={header}
              ref={(select) => void (select && selects.current.set(header, select))}
              label={header}
              options={OPTIONS}
              value={now(header, field) ?? NOT_READ}
              onChange={({ target }) => choose(header, target.value)}
            />
          ))}
        </Box>
      </Section>
      <Preview rows={report.preview ?? []} />
    </>
  );
}

const columnOf = (field: (typeof SHOWN)[number]): Column<PreviewRow> => ({
  key: field,
  header: FIELD_NAMES[field],
  cell: (row) => <Box sx={{ whiteSpace: 'nowrap' }}>{row[field] ?? ''}</Box>,
});

function Preview({ rows }: { rows: readonly PreviewRow[] }) {
  if (rows.length === 0) return null;
  // Without a column of their own, usernames are the addresses beside them.
  const isTwice = rows.every(({ username, email }) => username === email);
  const shown = SHOWN.filter((field) => rows.some((row) => row[field]) && !(isTwice && field === 'username'));
  return (
    <Section flush title={t('firstRows')}>
      <Box sx={{ overflowX: 'auto' }}>
        <DataTable
          compact
          label={t('firstRows')}
          rows={rows}
          rowKey={({ line }) => String(line)}
          rowName={({ line }) => t('lineNumber', { line })}
          columns={shown.map(columnOf)}
        />
      </Box>
    </Section>
  );
}
