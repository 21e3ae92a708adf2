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
import { counted } from '../../../ui/time.ts';
import { lineOf, onlyLines } from './csvFile.ts';
import { FROM_HR } from './hrWords.ts';

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
  { key: 'line', header: 'Line', align: 'end', width: 64, cell: ({ line }) => line },
  {
    key: 'problem',
    header: 'Why',
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
        {bad === 0
          ? `All ${counted(good, 'row')} can be imported.`
          : `${counted(good, 'row')} can be imported, ${counted(bad, 'row')} can’t.`}
      </Banner>
      {bad > 0 && (
        <Section
          flush
          title="Rows that can’t be imported"
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
              Download these rows
            </Button>
          }
        >
          <DataTable
            label="Rows that can’t be imported"
            rows={rows.slice(0, shown)}
            rowKey={({ line }) => String(line)}
            rowName={({ line }) => `Line ${line}`}
            columns={columnsFor(at)}
            more={
              rows.length > shown ? { onMore: () => setShown(shown + ROWS_AT_ONCE), busy: false } : undefined
            }
            footer={rows.length > shown && `${shown} of ${counted(rows.length, 'row')}`}
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
            {bad === 0
              ? `Import ${counted(good, 'person', 'people')}`
              : good === 1
                ? 'Import the good row'
                : `Import the ${counted(good, 'good row')}`}
          </SubmitButton>
        )}
        <Button variant="outlined" onClick={onBack} disabled={busy}>
          Back to the rows
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
