import { mdiEmailOffOutline, mdiEmailOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { usePages } from '../../data/useRead.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ListDetail } from '../../ui/ListDetail.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { counted } from '../../ui/time.ts';
import { MAIL_COLUMNS, MAIL_COLUMNS_BESIDE } from './mailColumns.tsx';
import { MAIL_STATES, type Mail } from './mailLook.ts';
import { SendAgain } from './SendAgain.tsx';
import { MailPanel } from './MailPanel.tsx';

const STATES = ['waiting', 'failed', 'sent'] as const;

/** Every mail, with codes and links masked: what went out, what waits, what can't be sent and why. */
export function OutboxPage() {
  const [params, setParams] = useSearchParams();
  const state = STATES.find((known) => known === params.get('state'));
  const mails = usePages('outbox.list', { ...(state && { state }), limit: 50 });
  const [openId, setOpenId] = useState<string | null>(null);
  const close = useCallback(() => setOpenId(null), []);
  const open = mails.items?.find(({ id }) => id === openId);
  const isConfigured = mails.data?.pages[0]?.smtpConfigured ?? true;
  const total =
    mails.total && `${mails.total.exact ? '' : 'more than '}${counted(mails.total.count, 'mail')}`;
  return (
    <ListDetail
      detail={open && <MailPanel key={open.id} mail={open} isConfigured={isConfigured} onClose={close} />}
      onClose={close}
    >
      <Page title="Outbox">
        {!isConfigured && (
          <Banner
            tone="warning"
            icon={mdiEmailOffOutline}
            action={
              <Button size="small" variant="outlined" href={paths.settings()}>
                Set up mail
              </Button>
            }
          >
            <strong>No mail server is set.</strong> Mails wait here, and go out once there is one. Until then
            someone can reveal a mail and hand it over in person: one that lets somebody in, only who neither
            made that account nor had the mail sent.
          </Banner>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 3 }}>
          <SelectField
            compact
            label="State"
            value={state ?? ''}
            onChange={({ target }) =>
              setParams(target.value ? { state: target.value } : {}, { replace: true })
            }
            options={[
              { value: '', label: 'Any state' },
              ...STATES.map((value) => ({ value, label: MAIL_STATES[value].label })),
            ]}
          />
          <Box sx={{ flex: 1 }} />
          {isConfigured && mails.items?.some(({ state: stands }) => stands !== 'sent') && <SendAgain />}
          <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {mails.items?.length !== 0 && total}
          </Box>
        </Box>
        <Section flush>
          <Loaded query={{ ...mails, data: mails.items }}>
            {(items) => (
              <DataTable<Mail>
                label="Outbox"
                columns={open ? MAIL_COLUMNS_BESIDE : MAIL_COLUMNS}
                rows={items}
                rowKey={({ id }) => id}
                rowName={({ subject, to }) => `${subject}, to ${to}`}
                onOpen={({ id }) => setOpenId(id)}
                openKey={open?.id}
                more={mails.more}
                footer={mails.more && `${items.length.toLocaleString('en-GB')} of ${total}`}
                empty={
                  <EmptyState
                    icon={mdiEmailOutline}
                    title={state ? `No mail is ${MAIL_STATES[state].label.toLowerCase()}` : 'No mail yet'}
                  >
                    {!state && 'Everything that people are told by mail will be listed here.'}
                  </EmptyState>
                }
              />
            )}
          </Loaded>
        </Section>
      </Page>
    </ListDetail>
  );
}
