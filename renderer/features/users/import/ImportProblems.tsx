import { mdiDownloadOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../../contract/operations.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import { Section } from '../../../ui/Section.tsx';
import { lineOf, onlyLines } from './csvFile.ts';
import { t } from '../words.ts';

type Row = OutputOf<'users.import'>['rows'][number];

const ROWS_AT_ONCE = 100;

const columnsFor = (at: (line: number) => string): Column<Row>[] => [
  { key: 'line', header: t('line'), align: 'end', width: 64, cell: ({ line }) => line },
  {
    key: 'problem',
    header: t('why'),
    cell: ({ line, problem }) => <Problem problem={problem} text={at(line)} />,
  },
];

/** Rows of the file with what is wrong with each, to be put right and imported again. */
export function ImportProblems({
  title,
  rows,
  content,
  isDone = false,
}: {
  title: string;
  rows: readonly Row[];
  content: string;
  /** Nothing of them is to be put right. */
  isDone?: boolean;
}) {
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const at = useMemo(() => lineOf(content), [content]);
  return (
    <Section flush title={title} action={!isDone && <DownloadRows rows={rows} content={content} />}>
      <DataTable
        label={title}
        rows={rows.slice(0, shown)}
        rowKey={({ line }) => String(line)}
        rowName={({ line }) => t('lineNumber', { line })}
        columns={columnsFor(at)}
        more={rows.length > shown ? { onMore: () => setShown(shown + ROWS_AT_ONCE), busy: false } : undefined}
        footer={rows.length > shown && t('rowsShown', { shown, count: rows.length })}
      />
    </Section>
  );
}

export function DownloadRows({ rows, content }: { rows: readonly Row[]; content: string }) {
  const save = () => {
    const lines = rows.map(({ line }) => line);
    saveFile('rows-to-put-right.csv', onlyLines(content, lines), 'text/csv;charset=utf-8');
  };
  return (
    <Button
      size="small"
      variant="outlined"
      startIcon={<Icon path={mdiDownloadOutline} size={16} />}
      onClick={save}
    >
      {t('downloadRows')}
    </Button>
  );
}

/** Why, and below it the row as it stands in the file. */
function Problem({ problem, text }: { problem: string; text: string }) {
  return (
    <Box sx={{ py: 2 }}>
      {problem}
      <Box
        sx={{
          mt: 0.5,
          color: 'text.secondary',
          fontFamily: (theme) => theme.typography.mono.fontFamily,
          fontSize: '0.75rem',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </Box>
    </Box>
  );
}
