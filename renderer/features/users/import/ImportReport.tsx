import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ImportMapping } from '../../../../contract/importFields.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { FIELD_NAMES } from './fieldNames.ts';
import { FROM_HR } from './hrWords.ts';
import { ImportChoice } from './ImportChoice.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportProblems } from './ImportProblems.tsx';
import { t } from '../words.ts';

interface Props {
  content: string;
  report: OutputOf<'users.import'>;
  busy: boolean;
  error: string | undefined;
  mapping: ImportMapping;
  onMapping: (mapping: ImportMapping) => void;
  /** Whether rows go in without bad values that nobody needs. */
  leavesOut: boolean;
  onLeavesOut: (leavesOut: boolean) => void;
  /** That the file comes from the HR system. */
  fromHr: boolean;
  onFromHr: (fromHr: boolean) => void;
  onImport: () => void;
  onBack: () => void;
}

/** What a dry run found: what each column is read as, which rows can't be imported and why, and the way on with the others. */
export function ImportReport(props: Props) {
  const { content, report, busy, error, mapping, onMapping, leavesOut, onLeavesOut } = props;
  const { fromHr, onFromHr, onImport, onBack } = props;
  const { imported: good, updated, unchanged, skipped: bad, lacks = [] } = report;
  const out = report.rows.filter(({ imported }) => !imported);
  const without = report.rows.filter(({ imported, changes }) => imported && !changes);
  const changing = report.rows.filter(({ changes }) => changes);
  return (
    <>
      {lacks.length > 0 ? (
        <Banner tone="warning">
          {t('columnsLack', { lacks: lacks.map((field) => FIELD_NAMES[field]).join(', ') })}
        </Banner>
      ) : (
        <Banner tone={bad === 0 ? 'success' : 'warning'}>
          {bad === 0 ? t('allRowsGood', { count: good }) : t('someRowsBad', { good, bad })}
          {updated + unchanged > 0 && ` ${t('alreadyHere', { updated, unchanged })}`}
        </Banner>
      )}
      <ImportColumns report={report} mapping={mapping} onMapping={onMapping} />
      {out.length > 0 && <ImportProblems title={t('badRows')} rows={out} content={content} />}
      {without.length > 0 && <ImportProblems title={t('rowsWithout')} rows={without} content={content} />}
      {changing.length > 0 && (
        <ImportProblems title={t('peopleChange')} rows={changing} content={content} isDone />
      )}
      {(leavesOut || out.length > 0) && (
        <ImportChoice
          label={t('leaveOutBad')}
          helper={t('leaveOutBadHelp')}
          checked={leavesOut}
          onChange={onLeavesOut}
        />
      )}
      {good > 0 && (
        <ImportChoice label={FROM_HR.label} helper={FROM_HR.helper} checked={fromHr} onChange={onFromHr} />
      )}
      {error && <Banner tone="danger">{error}</Banner>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {good + updated > 0 && (
          <SubmitButton onClick={onImport} busy={busy}>
            {actWords({ good, updated, bad })}
          </SubmitButton>
        )}
        <Button variant="outlined" onClick={onBack} disabled={busy}>
          {t('backToRows')}
        </Button>
      </Box>
    </>
  );
}

function actWords({ good, updated, bad }: { good: number; updated: number; bad: number }): string {
  if (updated > 0) return good > 0 ? t('importAndChange', { good, updated }) : t('changePeople', { updated });
  return bad === 0 ? t('importAll', { count: good }) : t('importGood', { count: good });
}
