import { mdiDatabaseAlertOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import { memo, Suspense, useEffect, useState } from 'react';
import { paths } from '../../../contract/paths.ts';
import { useShell } from '../../data/context.ts';
import { useMe } from '../../data/me.ts';
import { strong } from '../../language/rich.ts';
import { Banner } from '../../ui/Banner.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useDesktopState } from '../../data/desktop.ts';
import { OwnNotices } from '../../features/resetRequests/OwnNotices.tsx';
import { FreezeBanners } from './FreezeBanners.tsx';
import { rich, t } from '../words.ts';

const ColleaguesDialog = lazyPart(() => import('./ColleaguesDialog.tsx'), 'ColleaguesDialog');

/** What holds for the whole organisation or for the whole session. */
export const Banners = memo(function Banners() {
  const { organisation, mfa, trouble } = useMe();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const warnings = useDesktopState()?.warnings ?? [];
  const isConnected = useIsConnected();
  const isGrace = mfa.required && mfa.state === 'off' && mfa.graceEndsAt !== null;
  return (
    <aside aria-label={t('notices')}>
      {!isConnected && (
        <Banner edge tone="warning">
          {t('notConnected')}
        </Banner>
      )}
      {trouble !== undefined && (
        <Banner edge loud icon={mdiDatabaseAlertOutline}>
          {t('trouble', { sentence: trouble })}
        </Banner>
      )}
      <FreezeBanners />
      <OwnNotices />
      {isGrace && mfa.graceEndsAt && (
        <Banner
          edge
          tone="warning"
          action={
            <Button size="small" variant="outlined" href={paths.security({ setup: true })}>
              {t('setUpNow')}
            </Button>
          }
        >
          {rich('setUpBy', { date: <RelativeTime at={mfa.graceEndsAt} due /> })}
        </Banner>
      )}
      {organisation.kind === 'sample' && (
        <Banner edge tone="accent">
          {t('sample')}
        </Banner>
      )}
      {organisation.kind === 'local' && (
        <Banner
          edge
          action={
            <Button size="small" onClick={() => setHelpOpen(true)}>
              {t('showHow')}
            </Button>
          }
        >
          {rich('local', { b: strong })}
        </Banner>
      )}
      {warnings.map((warning) => (
        <Banner edge key={warning} tone="warning">
          {warning}
        </Banner>
      ))}
      <Suspense fallback={null}>
        {isHelpOpen && <ColleaguesDialog onClose={() => setHelpOpen(false)} />}
      </Suspense>
    </aside>
  );
});

function useIsConnected(): boolean {
  const shell = useShell();
  const [isConnected, setConnected] = useState(true);
  useEffect(
    () => shell.subscribe((event) => event.type === 'connection' && setConnected(event.connected)),
    [shell],
  );
  return isConnected;
}
