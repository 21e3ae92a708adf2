import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef, type ComponentProps } from 'react';
import { OPTIONAL_FIELDS } from '../../../../contract/importFields.ts';
import { useRead } from '../../../data/useRead.ts';
import { allOf } from '../../../language/intl.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { FIELD_NAMES } from './fieldNames.ts';
import { FROM_HR } from './hrWords.ts';
import { ImportChoice } from './ImportChoice.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { FixAll } from './FixAll.tsx';
import { GoneFromFile } from './GoneFromFile.tsx';
import { ImportGroups } from './ImportGroups.tsx';
import { PutRight } from './PutRight.tsx';
import { repairsOf, type Group, type Reading, type Report } from './reading.ts';
import { t } from '../words.ts';

interface Props {
  content: string;
  report: Report;
  busy: boolean;
  error: string | undefined;
  /** How the file is read now, and as it was first. */
  reading: Reading;
  first: ComponentProps<typeof ImportColumns>['report'];
  firstCountry: string;
  onReading: (reading: Reading) => void;
  goneTyped: string;
  onGoneTyped: (typed: string) => void;
  /** That the file comes from the HR system. */
  fromHr: boolean;
  onFromHr: (fromHr: boolean) => void;
  /** That invitations go with the import, where they can. */
  invites: boolean;
  onInvites: (invites: boolean) => void;
  onImport: () => void;
  onBack: () => void;
}

/** What a dry run found: what each column is read as, which rows can't be imported and why, and the way on with the others. */
export function ImportReport(props: Props) {
  const { content, report, busy, error, reading, first, firstCountry, onReading } = props;
  const { goneTyped, onGoneTyped, fromHr, onFromHr, invites, onInvites, onImport, onBack } = props;
  const invitations = useRead('invitations.get', {});
  const selects = useRef(new Map<string, HTMLSelectElement>());
  const outcome = useRef<HTMLDivElement>(null);
  const { gone, groups = [] } = report;
  const { imported: good, updated, unchanged, skipped: bad, lacks = [], links = 0 } = report;
  const changing = groups.filter(({ kind }) => kind === 'changes');
  const out = groups.filter(({ imported }) => !imported);
  const without = groups.filter((group) => group.imported && !changing.includes(group));
  const leavesAll = OPTIONAL_FIELDS.every((field) => reading.leavesOut.includes(field));
  // What was pressed is gone with its problem: the focus goes to what came of it.
  const fix = (after: Reading) => {
    outcome.current?.focus({ preventScroll: true });
    onReading(after);
  };
  const fixAll = (group: Group, titleId: string) => (
    <FixAll
      group={group}
      titleId={titleId}
      reading={reading}
      report={report}
      onFix={fix}
      onChooseColumn={(header) => selects.current.get(header)?.focus()}
    />
  );
  const repairs = repairsOf(reading, report, { columns: first.columns ?? [], country: firstCountry });
  return (
    <>
      <Box ref={outcome} tabIndex={-1} role="status" sx={{ '&:focus': { outline: 'none' } }}>
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
      </Box>
      {report.departments?.map(({ name, count, alsoWritten }) => (
        <Box key={name} component="p" sx={{ m: 0, mb: 3, color: 'text.secondary' }}>
          {t('alsoWritten', { name, count, others: allOf(alsoWritten) })}
        </Box>
      ))}
      <ImportColumns
        report={report}
        mapping={reading.mapping}
        onMapping={(mapping) => onReading({ ...reading, mapping })}
        selects={selects}
      />
      <PutRight repairs={repairs} onBack={fix} />
      {out.length > 0 && <ImportGroups title={t('badRows')} groups={out} content={content} actsOf={fixAll} />}
      {without.length > 0 && <ImportGroups title={t('rowsWithout')} groups={without} content={content} />}
      {changing.length > 0 && <ImportGroups title={t('peopleChange')} groups={changing} content={content} />}
      {(reading.leavesOut.length > 0 || out.length > 0) && (
        <ImportChoice
          label={t('leaveOutBad')}
          helper={t('leaveOutBadHelp')}
          checked={leavesAll}
          onChange={(all) => onReading({ ...reading, leavesOut: all ? OPTIONAL_FIELDS : [] })}
        />
      )}
      {updated + unchanged > 0 && (
        <ImportChoice
          label={t('wholeFile')}
          helper={t('wholeFileHelp')}
          checked={reading.whole}
          onChange={(whole) => onReading({ ...reading, whole })}
        />
      )}
      {gone && <GoneFromFile gone={gone} typed={goneTyped} onTyped={onGoneTyped} />}
      {good > 0 && (
        <ImportChoice label={FROM_HR.label} helper={FROM_HR.helper} checked={fromHr} onChange={onFromHr} />
      )}
      {good > 0 && invitations.data?.lacks.length === 0 && (
        <ImportChoice
          label={t('inviteNow', { count: good })}
          helper={t('inviteNowHelp')}
          checked={invites}
          onChange={onInvites}
        />
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
