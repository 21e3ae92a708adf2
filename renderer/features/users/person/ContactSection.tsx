import { mdiAlertOutline, mdiEmailOffOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { paths } from '../../../../contract/paths.ts';
import { useCan } from '../../../data/me.ts';
import { grouped } from '../../../shared/phoneNumbers.ts';
import { enteredWords } from './enteredWords.ts';
import { Address } from '../../../ui/Address.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { DescriptionList } from '../../../ui/DescriptionList.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { rich, t } from '../words.ts';

/** How a person is reached, each with the day since when: a contact that changed lately proves nothing. */
export function ContactSection({ user }: { user: UserDetail }) {
  const { phone, mobile, manager, contactsEnteredBy, refusedMails } = user;
  const canSend = useCan('settings.write');
  return (
    <Section title={t('contacts')}>
      {refusedMails && (
        <Banner
          tone="danger"
          icon={mdiEmailOffOutline}
          action={
            canSend && (
              <Button size="small" variant="outlined" href={paths.mail(refusedMails.newestId)}>
                {t('mailRefusedShow')}
              </Button>
            )
          }
        >
          {t('mailRefused', { words: refusedMails.serverSaid, count: refusedMails.count })}
        </Banner>
      )}
      {user.emailAltered && <Banner tone="danger">{t('emailAltered', { name: user.name })}</Banner>}
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
    <Contact since={contact.since} from={contact.readFrom} changed={contact.changedRecently}>
      {contact.value === null ? t('noneOnRecord') : grouped(contact.value)}
    </Contact>
  );
}

function Contact({
  since,
  from,
  changed,
  children,
}: {
  since: string | null;
  /** The connected system that it was read from. */
  from?: string | undefined;
  changed?: boolean;
  children: ReactNode;
}) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
      {children}
      {since && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {from === undefined
            ? rich('since', { day: <RelativeTime at={since} dayOnly /> })
            : rich('sinceReadFrom', { day: <RelativeTime at={since} dayOnly />, system: from })}
        </Box>
      )}
      {changed && <StatusChip icon={mdiAlertOutline} tone="warning" label={t('changedRecently')} />}
    </Box>
  );
}
