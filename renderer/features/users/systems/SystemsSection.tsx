import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { rankOf } from '../../../../contract/permissions.ts';
import { useCan, useMe } from '../../../data/me.ts';
import { useRead } from '../../../data/useRead.ts';
import { ActionList, ActionRow } from '../../../ui/ActionList.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { rich, t } from '../words.ts';
import { LinkSystemDialog } from './LinkSystemDialog.tsx';
import type { PersonsSystem } from './personsSystem.ts';
import { UnlinkSystemDialog } from './UnlinkSystemDialog.tsx';

type Factors = OutputOf<'users.factors'>;
interface Open {
  name: 'link' | 'unlink';
  system: PersonsSystem;
}

/** What this person has in connected systems; nothing where none is connected. */
export function SystemsSection({ user }: { user: UserDetail }) {
  const { systems = [] } = user;
  const me = useMe();
  const canSee = useCan('users.manage');
  const canManage = canSee && rankOf(user.roles) <= rankOf(me.user.roles);
  const isLinked = systems.some(({ link }) => link !== null);
  const factors = useRead('users.factors', { id: user.id }, { enabled: isLinked });
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  if (systems.length === 0) return null;
  return (
    <Section title={t('elsewhere')}>
      <ActionList>
        {systems.map((system) => (
          <ActionRow
            key={system.id}
            actions={
              canManage && (
                <Button
                  size="small"
                  variant="outlined"
                  aria-label={t(system.link ? 'unlinkFrom' : 'linkTo', { system: system.name })}
                  onClick={() => setOpen({ name: system.link ? 'unlink' : 'link', system })}
                >
                  {system.link ? t('remove') : t('linkEllipsis')}
                </Button>
              )
            }
          >
            <Typography sx={{ fontWeight: 600 }}>{system.name}</Typography>
            <LinkLine system={system} />
            {system.link && <CountedLine system={system} />}
            {system.link && factors.data && <HeldThere factors={factors.data} system={system} />}
            {system.link && factors.isPending && (
              <Typography role="status" variant="body2" color="textSecondary">
                {t('factorsLoading', { system: system.name })}
              </Typography>
            )}
          </ActionRow>
        ))}
      </ActionList>
      {!factors.data && factors.error && (
        <ErrorState message={factors.error.message} onRetry={() => void factors.refetch()} />
      )}
      {open?.name === 'link' && <LinkSystemDialog user={user} system={open.system} onClose={close} />}
      {open?.name === 'unlink' && <UnlinkSystemDialog user={user} system={open.system} onClose={close} />}
    </Section>
  );
}

function LinkLine({ system: { link } }: { system: PersonsSystem }) {
  return (
    <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
      {link
        ? rich('linkedAs', { account: link.externalName, day: <RelativeTime at={link.linkedAt} dayOnly /> })
        : t('notLinkedThere')}
    </Typography>
  );
}

/** Why lists and figures count them so. */
function CountedLine({ system: { name, counted } }: { system: PersonsSystem }) {
  const facts = counted && { system: name, at: <RelativeTime at={counted.readAt} /> };
  return (
    <Typography variant="body2" color="textSecondary">
      {facts ? rich(counted.withMfa ? 'countedWith' : 'countedWithout', facts) : t('notCountedYet')}
    </Typography>
  );
}

function HeldThere({ factors, system: { id } }: { factors: Factors; system: PersonsSystem }) {
  const unavailable = factors.unavailable.find(({ systemId }) => systemId === id);
  if (unavailable) return <Banner tone="warning">{unavailable.sentence}</Banner>;
  const held = factors.items.filter(({ systemId }) => systemId === id);
  if (held.length === 0) return <Typography variant="body2">{t('noFactorThere')}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, overflowWrap: 'anywhere' }}>
      {held.map(({ id: factorId, name, createdAt, lastUsedAt, stopped }) => (
        <li key={factorId}>
          {name}
          {stopped && <strong> · {t('factorStopped')}</strong>}
          <Typography variant="body2" color="textSecondary">
            {createdAt && rich('factorSetUp', { day: <RelativeTime at={createdAt} dayOnly /> })}
            {createdAt && lastUsedAt && ' · '}
            {lastUsedAt && rich('factorLastUsed', { time: <RelativeTime at={lastUsedAt} /> })}
          </Typography>
        </li>
      ))}
    </Box>
  );
}
