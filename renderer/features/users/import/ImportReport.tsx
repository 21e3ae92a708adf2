import { mdiDownloadOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId, useMemo, useState } from 'react';
import type { OutputOf } from '../../../../contract/operations.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import { Section } from '../../../ui/Section.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { lineOf, onlyLines } from './csvFile.ts';
import { FROM_HR } from './hrWords.ts';
import { t } from '../words.ts';

interface Props {
  content: string;
  report: OutputOf<'users.import'>;
  busy: boolean;
  error: string | undefined;
  /** That the file comes from the HR system. */
  fromHr: boolean;
  onFromHr: (fromHr: boolean) => void;
  onImport: () => void;
  onBack: () => void;
}

const ROWS_AT_ONCE = 100;

type BadRow = Props['report']['rows'][number];

const columnsFor = (at: (line: number) => string): Column<BadRow>[] => [
  { key: 'line', header: t('line'), align: 'end', width: 64, cell: ({ line }) => line },
  {
    key: 'problem',
    header: t('why'),
    cell: ({ line, problem }) => <Problem problem={problem} text={at(line)} />,
  },
];

/** What a dry run found: which rows can't be imported and why, and the way on with the others. */
export function ImportReport({ content, report, busy, error, fromHr, onFromHr, onImport, onBack }: Props) {
  const about = useId();
  const { imported: good, skipped: bad, rows } = report;
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const at = useMemo(() => lineOf(content), [content]);
  return (
    <>
      <Banner tone={bad === 0 ? 'success' : 'warning'}>
        {bad === 0 ? t('allRowsGood', { count: good }) : t('someRowsBad', { good, bad })}
      </Banner>
      {bad > 0 && (
        <Section
          flush
          title={t('badRows')}
          action={
            <Button
              size="small"
              variant="outlined"
              startIcon={<Icon path={mdiDownloadOutline} size={16} />}
              onClick={() =>
                saveFile(
                  'rows-to-put-right.csv',
                  onlyLines(
                    content,
                    rows.map(({ line }) => line),
                  ),
                  'text/csv;charset=utf-8',
                )
              }
            >
              {t('downloadRows')}
            </Button>
          }
        >
          <DataTable
            label={t('badRows')}
            rows={rows.slice(0, shown)}
            rowKey={({ line }) => String(line)}
            rowName={({ line }) => t('lineNumber', { line })}
            columns={columnsFor(at)}
            more={
              rows.length > shown ? { onMore: () => setShown(shown + ROWS_AT_ONCE), busy: false } : undefined
            }
            footer={rows.length > shown && t('rowsShown', { shown, count: rows.length })}
          />
        </Section>
      )}
      {good > 0 && (
        <FormControlLabel
          sx={{ display: 'flex', alignItems: 'flex-start', mb: 4 }}
          control={
            <Checkbox
              size="small"
              checked={fromHr}
              onChange={({ target }) => onFromHr(target.checked)}
              slotProps={{ input: { 'aria-describedby': about } }}
            />
          }
          label={
            <Box sx={{ pt: 1 }}>
              {FROM_HR.label}
              <Typography id={about} variant="body2" color="textSecondary">
                {FROM_HR.helper}
              </Typography>
            </Box>
          }
        />
      )}
      {error && <Banner tone="danger">{error}</Banner>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {good > 0 && (
          <SubmitButton onClick={onImport} busy={busy}>
            {bad === 0 ? t('importAll', { count: good }) : t('importGood', { count: good })}
          </SubmitButton>
        )}
        <Button variant="outlined" onClick={onBack} disabled={busy}>
          {t('backToRows')}
        </Button>
      </Box>
    </>
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
