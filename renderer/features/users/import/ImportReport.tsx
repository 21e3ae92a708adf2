import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ImportMapping } from '../../../../contract/importFields.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import { allOf } from '../../../language/intl.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { FIELD_NAMES } from './fieldNames.ts';
import { FROM_HR } from './hrWords.ts';
import { ImportChoice } from './ImportChoice.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { GoneFromFile } from './GoneFromFile.tsx';
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
  /** That everybody is in the file, and the number typed of those who aren't. */
  whole: boolean;
  onWhole: (whole: boolean) => void;
  goneTyped: string;
  onGoneTyped: (typed: string) => void;
  /** That the file comes from the HR system. */
  fromHr: boolean;
  onFromHr: (fromHr: boolean) => void;
  onImport: () => void;
  onBack: () => void;
}

/** What a dry run found: what each column is read as, which rows can't be imported and why, and the way on with the others. */
export function ImportReport(props: Props) {
  const { content, report, busy, error, mapping, onMapping, leavesOut, onLeavesOut } = props;
  const { whole, onWhole, goneTyped, onGoneTyped, fromHr, onFromHr, onImport, onBack } = props;
  const { gone } = report;
  const { imported: good, updated, unchanged, skipped: bad, lacks = [], links = 0 } = report;
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
          {report.links !== undefined && ` ${t('linksAsked', { count: links })}`}
          {updated + unchanged > 0 && ` ${t('alreadyHere', { updated, unchanged })}`}
        </Banner>
      )}
      {report.departments?.map(({ name, count, alsoWritten }) => (
        <Box key={name} component="p" sx={{ m: 0, mb: 3, color: 'text.secondary' }}>
          {t('alsoWritten', { name, count, others: allOf(alsoWritten) })}
        </Box>
      ))}
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
      {updated + unchanged > 0 && (
        <ImportChoice label={t('wholeFile')} helper={t('wholeFileHelp')} checked={whole} onChange={onWhole} />
      )}
      {gone && <GoneFromFile gone={gone} typed={goneTyped} onTyped={onGoneTyped} />}
      {good > 0 && (
        <ImportChoice label={FROM_HR.label} helper={FROM_HR.helper} checked={fromHr} onChange={onFromHr} />
      )}
      {error && <Banner tone="danger">{error}</Banner>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {good + updated + links + (gone?.count ?? 0) > 0 && (
          <SubmitButton onClick={onImport} busy={busy}>
            {good + updated > 0
              ? actWords({ good, updated, bad })
              : links > 0
                ? t('linkPeople', { count: links })
                : t('suspendGone', { count: gone?.count ?? 0 })}
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
