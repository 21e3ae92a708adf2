import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { paths } from '../../../contract/paths.ts';
import { useShell } from '../../data/context.ts';
import { useMe } from '../../data/me.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useDesktopState } from '../../data/desktop.ts';
import { OwnNotices } from '../../features/resetRequests/OwnNotices.tsx';
import { ColleaguesDialog } from './ColleaguesDialog.tsx';
import { FreezeBanners } from './FreezeBanners.tsx';

/** What holds for the whole organisation or for the whole session. */
export function Banners() {
  const { organisation, mfa } = useMe();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const warnings = useDesktopState()?.warnings ?? [];
  const isConnected = useIsConnected();
  const isGrace = mfa.required && mfa.state === 'off' && mfa.graceEndsAt !== null;
  return (
    <aside aria-label="Notices">
      {!isConnected && (
        <Banner edge tone="warning">
          The server cannot be reached. Trying again by itself; what you see may be old.
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
              Set up now
            </Button>
          }
        >
          Set up multi-factor authentication by <RelativeTime at={mfa.graceEndsAt} />: from then on signing in
          asks for it.
        </Banner>
      )}
      {organisation.kind === 'sample' && (
        <Banner edge tone="accent">
          A sample organisation: its people are made up, and no mail leaves this computer.
        </Banner>
      )}
      {organisation.kind === 'local' && (
        <Banner
          edge
          action={
            <Button size="small" onClick={() => setHelpOpen(true)}>
              Show how
            </Button>
          }
        >
          <strong>On this computer.</strong> Only you can sign in here; for colleagues, run a server.
        </Banner>
      )}
      {warnings.map((warning) => (
        <Banner edge key={warning} tone="warning">
          {warning}
        </Banner>
      ))}
      <ColleaguesDialog open={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </aside>
  );
}

function useIsConnected(): boolean {
  const shell = useShell();
  const [isConnected, setConnected] = useState(true);
  useEffect(
    () => shell.subscribe((event) => event.type === 'connection' && setConnected(event.connected)),
    [shell],
  );
  return isConnected;
}
