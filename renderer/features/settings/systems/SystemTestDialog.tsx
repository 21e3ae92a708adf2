import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { System, SystemTestResult } from '../../../../contract/operations/systems.ts';
import { useRead } from '../../../data/useRead.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { DialogFoot } from '../../../ui/DialogFoot.tsx';
import { Loaded, LoadingRows } from '../../../ui/states.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { t } from '../words.ts';

type Finding = SystemTestResult['findings'][number];

/** Worth knowing, and no reason not to use it. */
const WARNING = /^(can_|too_many|no_|open_to|nothing_|rights_unknown|secret_ends)/;
const toneOf = ({ code }: Finding) => (code === 'ok' ? 'success' : WARNING.test(code) ? 'warning' : 'danger');

/** What a system says that Gatehouse may do there. */
export function SystemTestDialog({ system, onClose }: { system: System; onClose: () => void }) {
  const { id, name } = system;
  const test = useRead('settings.systems.test', { id });
  return (
    <TaskDialog open title={t('testSystemNamed', { system: name })} onClose={onClose}>
      <Typography sx={{ mb: 4 }}>{t('testSystemLead')}</Typography>
      {test.isFetching ? (
        <LoadingRows rows={2} />
      ) : (
        <Loaded query={test} loading={<LoadingRows rows={2} />}>
          {({ findings }) => (
            <div role="status">
              {findings.map((finding) => (
                <Banner key={finding.code} tone={toneOf(finding)}>
                  {finding.sentence}
                </Banner>
              ))}
            </div>
          )}
        </Loaded>
      )}
      <DialogFoot>
        <Button variant="outlined" onClick={onClose}>
          {t('close')}
        </Button>
        <Button variant="contained" disabled={test.isFetching} onClick={() => void test.refetch()}>
          {t('testAgain')}
        </Button>
      </DialogFoot>
    </TaskDialog>
  );
}
