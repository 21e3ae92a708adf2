import { mdiHistory } from '@mdi/js';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Policy } from '../../../contract/operations/policy.ts';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Page } from '../../ui/Page.tsx';
import { SectionList } from '../../ui/SectionList.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Loaded, LoadingRows } from '../../ui/states.tsx';
import { CeilingNotice } from './ceilings/CeilingNotice.tsx';
import { PausedBanner } from './rollOut/PausedBanner.tsx';
import { PolicyForm, type BroughtBack } from './form/PolicyForm.tsx';
import { SECTIONS } from './policySections.ts';
import { PolicyView } from './PolicyView.tsx';
import { rich, t } from './words.ts';

/** The policy in force: to be changed by who may, to be read by all staff. */
export function PolicyPage() {
  const policy = useRead('policy.get', {});
  const canWrite = useCan('policy.write');
  const { state } = useLocation() as { state: { begin?: BroughtBack } | null };
  const navigate = useNavigate();
  const [begin, setBegin] = useState(state?.begin);
  const isHandedOver = state !== null;
  useEffect(() => {
    // Once: an entry of the history that kept it would bring the version back again at every reload.
    if (isHandedOver) void navigate(paths.policy(), { replace: true });
  }, [isHandedOver, navigate]);
  return (
    <Page
      title={t('title')}
      lead={policy.data && <Lead policy={policy.data} />}
      action={
        <Button
          variant="outlined"
          href={paths.policyVersions()}
          startIcon={<Icon path={mdiHistory} size={18} />}
        >
          {t('versions')}
        </Button>
      }
    >
      <Loaded cards query={policy} loading={<LoadingRows rows={10} height={56} />}>
        {(inForce) => (
          <SectionList sections={SECTIONS}>
            <PausedBanner policy={inForce} />
            <CeilingNotice />
            {canWrite ? (
              <PolicyForm inForce={inForce} begin={begin} onBegun={() => setBegin(undefined)} />
            ) : (
              <PolicyView policy={inForce} />
            )}
          </SectionList>
        )}
      </Loaded>
    </Page>
  );
}

function Lead({ policy: { version, savedAt, savedBy, reason } }: { policy: Policy }) {
  const values = { version: String(version), at: <RelativeTime at={savedAt} />, reason };
  return savedBy ? rich('leadBy', { ...values, name: savedBy.name }) : rich('lead', values);
}
