import { mdiHistory } from '@mdi/js';
import Button from '@mui/material/Button';
import { useLocation } from 'react-router';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { useCan } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Page } from '../../ui/Page.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Loaded, LoadingRows } from '../../ui/states.tsx';
import { PausedBanner } from './PausedBanner.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import { PolicyView } from './PolicyView.tsx';

/** The policy in force: to be changed by who may, to be read by all staff. */
export function PolicyPage() {
  const policy = useRead('policy.get', {});
  const canWrite = useCan('policy.write');
  const { state, key } = useLocation() as {
    state: { begin?: { document: PolicyDocument; version: number } } | null;
    key: string;
  };
  return (
    <Page
      title="Policy"
      width="reading"
      lead={
        policy.data && (
          <>
            Version {policy.data.version}, saved <RelativeTime at={policy.data.savedAt} />
            {policy.data.savedBy && ` by ${policy.data.savedBy.name}`}: “{policy.data.reason}”
          </>
        )
      }
      action={
        <Button variant="outlined" href="/policy/versions" startIcon={<Icon path={mdiHistory} size={18} />}>
          Versions
        </Button>
      }
    >
      <Loaded query={policy} loading={<LoadingRows rows={10} height={56} />}>
        {(inForce) => (
          <>
            <PausedBanner policy={inForce} />
            {canWrite ? (
              <PolicyForm key={key} inForce={inForce} begin={state?.begin} />
            ) : (
              <PolicyView policy={inForce} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
