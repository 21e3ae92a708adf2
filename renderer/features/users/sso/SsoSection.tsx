import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { rankOf } from '../../../../contract/permissions.ts';
import { useCan, useMe } from '../../../data/me.ts';
import { useRead } from '../../../data/useRead.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { LinkSsoDialog } from './LinkSsoDialog.tsx';
import { PasswordUseDialog } from './PasswordUseDialog.tsx';
import { UnlinkSsoDialog } from './UnlinkSsoDialog.tsx';
import { rich, t } from '../words.ts';

type Link = UserDetail['ssoLinks'][number];
type Open = { name: 'link' | 'password' } | { name: 'unlink'; link: Link };

/** Accounts at identity providers that sign this person in; nothing where no provider is set up and none is linked. */
export function SsoSection({ user }: { user: UserDetail }) {
  const { data: options } = useRead('signIn.options', {});
  const me = useMe();
  const isHigher = rankOf(user.roles) > rankOf(me.user.roles);
  const canManage = useCan('users.manage') && !isHigher;
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { ssoLinks: links } = user;
  const free = (options?.sso ?? []).filter(({ id }) => !links.some((link) => link.provider.id === id));
  if (links.length === 0 && !user.mfa.external && (options?.sso ?? []).length === 0) return null;
  return (
    <Section
      title={t('singleSignOn')}
      action={
        canManage &&
        free.length > 0 && (
          <Button size="small" variant="outlined" onClick={() => setOpen({ name: 'link' })}>
            {t('linkAccountEllipsis')}
          </Button>
        )
      }
    >
      {links.length === 0 && <Typography color="textSecondary">{t('notLinked')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {links.map((link) => (
          <Box component="li" key={link.id} sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, py: 2 }}>
            <LinkFacts link={link} />
            {canManage && (
              <Button
                size="small"
                aria-label={t('removeLinkTo', { provider: link.provider.name })}
                onClick={() => setOpen({ name: 'unlink', link })}
              >
                {t('remove')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {(links.length > 0 || user.mfa.external) && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 2 }}>
          <Typography variant="body2" sx={{ flex: 1 }}>
            {user.mfa.external ? t('onlySso') : t('passwordToo')}
          </Typography>
          {canManage && (
            <Button size="small" variant="outlined" onClick={() => setOpen({ name: 'password' })}>
              {user.mfa.external ? t('allowPasswordEllipsis') : t('forbidPasswordEllipsis')}
            </Button>
          )}
        </Box>
      )}
      {open?.name === 'link' && <LinkSsoDialog user={user} providers={free} onClose={close} />}
      {open?.name === 'unlink' && <UnlinkSsoDialog user={user} link={open.link} onClose={close} />}
      {open?.name === 'password' && <PasswordUseDialog user={user} onClose={close} />}
    </Section>
  );
}

function LinkFacts({ link }: { link: Link }) {
  const { provider, subject, email, lastSignInAt, mfaAsserted, provenAt } = link;
  return (
    <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
      <Typography sx={{ fontWeight: 500 }}>{provider.name}</Typography>
      <Typography variant="body2" color="textSecondary">
        {subject === null ? t('waitsForSignIn', { email: email ?? '' }) : (email ?? subject)}
      </Typography>
      {subject !== null && (
        <Typography variant="body2" color="textSecondary">
          {provenAt ? rich('linkProven', { when: <RelativeTime at={provenAt} /> }) : t('linkNotProven')}
        </Typography>
      )}
      {lastSignInAt && (
        <Typography variant="body2" color="textSecondary">
          {rich(mfaAsserted ? 'lastSignInWithFactor' : 'lastSignInWithoutFactor', {
            when: <RelativeTime at={lastSignInAt} />,
          })}
        </Typography>
      )}
    </Box>
  );
}
