import Typography from '@mui/material/Typography';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { allOf } from '../../../language/intl.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import { DescriptionList } from '../../../ui/DescriptionList.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { rich, t } from '../words.ts';

/** What the organisation knows about the account. */
export function AccountSection({ user }: { user: UserDetail }) {
  return (
    <Section title={t('account')}>
      <DescriptionList
        facts={[
          { term: t('username'), value: user.username },
          { term: t('department'), value: user.department ?? t('noDepartment') },
          { term: t('roles'), value: allOf(user.roles.map((role) => ROLE_WORDS[role])) },
          { term: t('password'), value: <PasswordFact user={user} /> },
          {
            term: t('lastSignIn'),
            value: user.lastSignInAt ? <RelativeTime at={user.lastSignInAt} /> : t('never'),
          },
          { term: t('added'), value: <RelativeTime at={user.createdAt} dayOnly /> },
        ]}
      />
    </Section>
  );
}

function PasswordFact({ user }: { user: UserDetail }) {
  const now = useNow();
  if (user.hasPassword) return <>{t('passwordSet')}</>;
  const { setUpLinkSentAt: at, setUpLinkMail: mail, setUpLinkEndsAt: ends, invitation } = user;
  if (invitation === 'draft') return <>{t('passwordInvitationDraft')}</>;
  if (invitation === 'waiting' && ends === undefined) return <>{t('passwordInvitationWaits')}</>;
  if (!at) return <>{t('passwordNone')}</>;
  const when = <RelativeTime at={at} />;
  if (ends !== undefined && Date.parse(ends) < now)
    return <>{rich('passwordLinkEnded', { when, ended: <RelativeTime at={ends} /> })}</>;
  if (invitation === 'opened') return <>{rich('passwordLinkOpened', { when })}</>;
  return (
    <>
      {rich(LINK_WORDS[mail ?? 'made'], { when })}
      {(mail === 'waiting' || mail === 'failed') && (
        <Typography variant="body2" color="textSecondary">
          {rich('passwordLinkRecover', { command: <code>{`gatehouse recover ${user.username}`}</code> })}
        </Typography>
      )}
    </>
  );
}

const LINK_WORDS = {
  waiting: 'passwordLinkWaits',
  sent: 'passwordLinkSent',
  failed: 'passwordLinkFailed',
  made: 'passwordLinkMade',
} as const;
