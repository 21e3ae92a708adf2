import { mdiAccountArrowRightOutline, mdiAccountQuestionOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { useMe } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { Banner } from '../../ui/Banner.tsx';
import { t } from './confirmations/words.ts';
import { useDeskNotices } from './onIt/useDeskNotices.ts';

/** What is asked of the signed-in person about reset requests: as the one it is for, as a manager, and by colleagues. */
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
        <Notice tone="warning" href={paths.security()} action={t('answer')}>
          {t('didYouAsk')}
        </Notice>
      )}
      {waiting > 0 && pathname !== paths.confirmations() && (
        <Notice tone="accent" href={paths.confirmations()} action={t('answer')}>
          {t('confirmationsWait', { count: waiting })}
        </Notice>
      )}
      <FromColleagues kind="handed" list={paths.resetRequests({ forMe: 'handed' })} />
      <FromColleagues kind="decision" list={paths.resetRequests({ forMe: 'waiting' })} />
    </>
  );
}

/** What colleagues want: of one request in a sentence that leads to it, of several how many. Nothing of the one that is open. */
function FromColleagues({ kind, list }: { kind: 'handed' | 'decision'; list: string }) {
  const { pathname } = useLocation();
  const notices = useDeskNotices().filter(
    (notice) => notice.kind === kind && pathname !== paths.resetRequest(notice.requestId),
  );
  const [first] = notices;
  if (!first) return null;
  const words = { by: first.by, person: first.person };
  const [one, several] =
    kind === 'handed'
      ? [t('handedNotice', words), t('handedNotices', { count: notices.length })]
      : [t('decisionNotice', words), t('decisionNotices', { count: notices.length })];
  const isOne = notices.length === 1;
  return (
    <Notice
      tone="accent"
      icon={mdiAccountArrowRightOutline}
      href={isOne ? paths.resetRequest(first.requestId) : list}
      action={isOne ? t('open') : t('openAll')}
    >
      {isOne ? one : several}
    </Notice>
  );
}

interface NoticeProps {
  tone: 'warning' | 'accent';
  icon?: string;
  href: string;
  action: string;
  children: ReactNode;
}

function Notice({ tone, icon = mdiAccountQuestionOutline, href, action, children }: NoticeProps) {
  return (
    <Banner
      edge
      tone={tone}
      icon={icon}
      action={
        <Button size="small" variant="outlined" href={href}>
          {action}
        </Button>
      }
    >
      {children}
    </Banner>
  );
}
