import { mdiAccountQuestionOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { useMe } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { Banner } from '../../ui/Banner.tsx';
import { t } from './confirmations/words.ts';

/** What is asked of the signed-in person about reset requests: as the one it is for, and as a manager. */
export function OwnNotices() {
  const { mfa } = useMe();
  const { pathname } = useLocation();
  const isPending = mfa.state === 'reset_pending';
  const own = useRead('me.resetRequest', {}, { enabled: isPending });
  const asked = useRead('me.confirmations', {}, { enabled: !mfa.blocked });
  const waiting = asked.data?.items.length ?? 0;
  return (
    <>
      {isPending && own.data?.request?.paused && pathname !== paths.security() && (
        <Notice tone="warning" href={paths.security()}>
          {t('didYouAsk')}
        </Notice>
      )}
      {waiting > 0 && pathname !== paths.confirmations() && (
        <Notice tone="accent" href={paths.confirmations()}>
          {t('confirmationsWait', { count: waiting })}
        </Notice>
      )}
    </>
  );
}

interface NoticeProps {
  tone: 'warning' | 'accent';
  href: string;
  children: ReactNode;
}

function Notice({ tone, href, children }: NoticeProps) {
  return (
    <Banner
      edge
      tone={tone}
      icon={mdiAccountQuestionOutline}
      action={
        <Button size="small" variant="outlined" href={href}>
          {t('answer')}
        </Button>
      }
    >
      {children}
    </Banner>
  );
}
