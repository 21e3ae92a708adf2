import { mdiMonitor } from '@mdi/js';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { deviceOf } from '../../shared/device.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Section } from '../../ui/Section.tsx';
import { Loaded, LoadingRows } from '../../ui/states.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { rich, t } from './words.ts';

/** Where one is signed in, and the way to end all but this. */
export function SessionsSection() {
  const sessions = useRead('me.sessions', {});
  const toast = useToast();
  const end = useWrite('me.endSessions', {
    onDone: ({ ended }) => toast(t('sessionsEnded', { count: ended })),
  });
  const hasOthers = (sessions.data?.items.length ?? 0) > 1;
  return (
    <Section
      title={t('sessions')}
      action={
        hasOthers && (
          <SubmitButton variant="outlined" busy={end.isPending} onClick={() => end.mutate({})}>
            {t('signOutElsewhere')}
          </SubmitButton>
        )
      }
    >
      {end.error && <Banner tone="danger">{end.error.message}</Banner>}
      <Loaded query={sessions} loading={<LoadingRows rows={2} />}>
        {({ items }) => (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {items.map((session) => (
              <Box
                component="li"
                key={session.id}
                sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 2 }}
              >
                <Icon path={mdiMonitor} sx={{ color: 'text.secondary' }} />
                <Box>
                  <Typography>
                    {deviceOf(session.userAgent)}
                    {session.current && <strong> · {t('thisSession')}</strong>}
                  </Typography>
                  <Typography variant="body2" color="textSecondary">
                    {session.address && `${session.address} · `}
                    {rich('sessionTimes', {
                      since: <RelativeTime at={session.createdAt} />,
                      seen: <RelativeTime at={session.lastSeenAt} />,
                    })}
                  </Typography>
                </Box>
              </Box>
            ))}
          </Box>
        )}
      </Loaded>
    </Section>
  );
}
