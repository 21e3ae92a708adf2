import { mdiAlertOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { paths } from '../../../../contract/paths.ts';
import { grouped } from '../../../shared/phoneNumbers.ts';
import { enteredWords } from './enteredWords.ts';
import { Address } from '../../../ui/Address.tsx';
import { DescriptionList } from '../../../ui/DescriptionList.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { rich, t } from '../words.ts';

/** How a person is reached, each with the day since when: a contact that changed lately proves nothing. */
export function ContactSection({ user }: { user: UserDetail }) {
  const { phone, mobile, manager, contactsEnteredBy } = user;
  return (
    <Section title={t('contacts')}>
      <DescriptionList
        facts={[
          {
            term: t('email'),
            value: (
              <Contact since={user.emailSince} changed={isEmailNew(user)}>
                <Address>{user.email}</Address>
              </Contact>
            ),
          },
          { term: t('phone'), value: <PhoneNumber contact={phone} /> },
          { term: t('mobile'), value: <PhoneNumber contact={mobile} /> },
          {
            term: t('manager'),
            value: manager ? <Link href={paths.user(manager.id)}>{manager.name}</Link> : t('noneOnRecord'),
          },
        ]}
      />
      {contactsEnteredBy && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
          {enteredWords(contactsEnteredBy)}
        </Typography>
      )}
    </Section>
  );
}

const RECENT_MS = 30 * 24 * 60 * 60 * 1000;

/** An address that is as old as the account was never changed. */
function isEmailNew({ emailSince, createdAt }: UserDetail): boolean {
  if (!emailSince || emailSince === createdAt) return false;
  return Date.parse(emailSince) > Date.now() - RECENT_MS;
}

function PhoneNumber({ contact }: { contact: UserDetail['phone'] }) {
  if (!contact.value && !contact.changedRecently) return <>{t('noneOnRecord')}</>;
  return (
    <Contact since={contact.since} changed={contact.changedRecently}>
      {contact.value === null ? t('noneOnRecord') : grouped(contact.value)}
    </Contact>
  );
}

function Contact({
  since,
  changed,
  children,
}: {
  since: string | null;
  changed?: boolean;
  children: ReactNode;
}) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
      {children}
      {since && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {rich('since', { day: <RelativeTime at={since} dayOnly /> })}
        </Box>
      )}
      {changed && <StatusChip icon={mdiAlertOutline} tone="warning" label={t('changedRecently')} />}
    </Box>
  );
}
