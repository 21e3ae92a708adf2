import { mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { OutputOf } from '../../../../contract/operations.ts';
import { paths } from '../../../../contract/paths.ts';
import { EmptyState } from '../../../ui/states.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Invitations } from '../../../shared/invitations/Invitations.tsx';
import { hrOutcome } from './hrWords.ts';
import { DownloadRows } from './ImportGroups.tsx';
import { t } from '../words.ts';

interface Props {
  report: OutputOf<'users.import'>;
  /** That the invitations went with it. */
  invited: boolean;
  /** Of the file, for the rows that were left out. */
  content: string;
  onMore: () => void;
}

/** What the import did, and where to go from there. */
export function ImportDone({ report, invited, content, onMore }: Props) {
  const waits = hrOutcome(report);
  const out = (report.groups ?? []).filter(({ imported }) => !imported);
  return (
    <>
      <Section>
        <EmptyState
          icon={mdiCheckCircleOutline}
          title={
            report.updated > 0
              ? t('importedAndChanged', { count: report.imported, updated: report.updated })
              : t('imported', { count: report.imported })
          }
          action={
            <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 2 }}>
              {/* What is to be done next, where anything is, is in Invitations below. */}
              <Button variant="outlined" href={paths.users()}>
                {t('seeUsers')}
              </Button>
              <Button variant="outlined" onClick={onMore}>
                {t('importMore')}
              </Button>
              {out.length > 0 && (
                <DownloadRows
                  label={t('downloadLeftOut', { count: report.skipped })}
                  size="medium"
                  groups={out}
                  content={content}
                />
              )}
            </Box>
          }
        >
          <span role="status">
            {report.skipped > 0 && `${t('rowsLeftOut', { count: report.skipped })} `}
            {report.imported > 0 &&
              (invited
                ? t('invitationsGoNow', { count: report.imported })
                : t('invitationsStayDrafts', { count: report.imported }))}
            {report.suspended !== undefined && ` ${t('goneSuspended', { count: report.suspended })}`}
            {waits && ` ${waits}`}
          </span>
        </EmptyState>
      </Section>
      <Invitations />
    </>
  );
}
