import { mdiAlertOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { paths } from '../../../../contract/paths.ts';
import { isStaff, ROLES, type Role } from '../../../../contract/permissions.ts';
import { allOf } from '../../../language/intl.ts';
import { ROLE_WORDS } from '../../../shared/roles.ts';
import { Address } from '../../../ui/Address.tsx';
import { DescriptionList } from '../../../ui/DescriptionList.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Initials } from '../../../ui/Initials.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { grouped } from '../../../shared/phoneNumbers.ts';
import { rich, t } from '../words.ts';

type NumberOnRecord = ResetRequest['person']['numbers'][number];

/** Who is asking, as the record has it: what the caller says is compared with this, never the other way round. */
export function WhoSection({ request }: { request: ResetRequest }) {
  const { user, department, person } = request;
  const roles = ROLES.filter((role) => person.roles.includes(role));
  const facts = [
    { term: t('department'), value: department ?? t('noneOnRecord') },
    {
      term: t('manager'),
      value: person.manager ? (
        <Since at={person.managerSince}>{person.manager.name}</Since>
      ) : (
        t('noneOnRecord')
      ),
    },
    {
      term: t('email'),
      value: (
        <Since at={person.emailSince}>
          <Address>{person.email}</Address>
        </Since>
      ),
    },
    ...(isStaff(roles) ? [{ term: t('roles'), value: staffRoles(roles) }] : []),
    {
      term: t('lastSignIn'),
      value: person.lastSignInAt ? <RelativeTime at={person.lastSignInAt} /> : t('never'),
    },
    { term: t('accountSince'), value: <RelativeTime at={person.createdAt} dayOnly /> },
  ];
  return (
    <Section title={t('whoIsAsking')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 4 }}>
        <Initials name={user.name} size={44} />
        <Box sx={{ minWidth: 0 }}>
          <Link href={paths.user(user.id)} color="inherit" sx={{ fontWeight: 600 }}>
            {user.name}
          </Link>
          <Typography variant="body2" color="textSecondary">
            {user.username}
          </Typography>
        </Box>
      </Box>
      <DescriptionList facts={facts} />
      <Typography variant="h3" sx={{ mt: 5, mb: 1 }}>
        {t('numbersOnRecord')}
      </Typography>
      {person.numbers.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('noNumbers')}
        </Typography>
      )}
      {person.numbers.map((number) => (
        <OnRecord key={number.kind} number={number} accountSince={person.createdAt} />
      ))}
    </Section>
  );
}

/** A number that never changed is as old as the account. */
function OnRecord({ number, accountSince }: { number: NumberOnRecord; accountSince: string }) {
  return (
    <Box sx={{ py: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2 }}>
        <Typography variant="body2" color="textSecondary" component="span">
          {number.kind === 'mobile' ? t('mobile') : t('phone')}
        </Typography>
        <Box
          component="span"
          sx={{
            fontWeight: 500,
            fontVariantNumeric: 'tabular-nums',
            whiteSpace: 'nowrap',
            color: number.refusal ? 'text.secondary' : undefined,
          }}
        >
          {grouped(number.value)}
        </Box>
        <Typography variant="caption" color="textSecondary" component="span">
          {rich('since', { at: <RelativeTime at={number.since ?? accountSince} dayOnly /> })}
        </Typography>
      </Box>
      {number.refusal && (
        <Box sx={{ display: 'flex', gap: 1, mt: 1, fontSize: '0.8125rem', color: 'warning.main' }}>
          <Icon path={mdiAlertOutline} size={16} sx={{ mt: '2px' }} />
          {number.refusal}
        </Box>
      )}
    </Box>
  );
}

function Since({ at, children }: { at: string | null; children: ReactNode }) {
  return (
    <>
      {children}
      {at && (
        <Typography variant="caption" color="textSecondary" component="div">
          {rich('since', { at: <RelativeTime at={at} dayOnly /> })}
        </Typography>
      )}
    </>
  );
}

const staffRoles = (roles: readonly Role[]) =>
  allOf(roles.filter((role) => role !== 'user').map((role) => ROLE_WORDS[role]));
