import { mdiEmailOffOutline, mdiEmailOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { paths } from '../../../contract/paths.ts';
import { usePages } from '../../data/useRead.ts';
import { strong } from '../../language/rich.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { BesideDetail, ListDetail } from '../../ui/ListDetail.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { useAddressFilters } from '../../ui/useAddressFilters.ts';
import { useOpenRow } from '../../ui/useOpenRow.ts';
import { MAIL_COLUMNS, MAIL_COLUMNS_BESIDE } from './mailColumns.tsx';
import { MAIL_STATES, type Mail } from './mailLook.ts';
import { SendAgain } from './SendAgain.tsx';
import { MailPanel } from './MailPanel.tsx';
import { rich, t } from './words.ts';

const STATES = ['waiting', 'failed', 'sent'] as const;

/** Every mail, with codes and links masked: what went out, what waits, what can't be sent and why. */
export function OutboxPage() {
  const { params, change } = useAddressFilters<'state'>();
  const state = STATES.find((known) => known === params.get('state'));
  const mails = usePages('outbox.list', { ...(state && { state }), limit: 50 });
  const showAll = () => change({ state: null });
  const { id, addressOf, open, close } = useOpenRow(paths.mail, paths.outbox());
  const isConfigured = mails.data?.pages[0]?.smtpConfigured ?? true;
  const total = mails.total && t(mails.total.exact ? 'total' : 'moreThan', { count: mails.total.count });
  return (
    <ListDetail
      detail={
        id && (
          <MailPanel
            key={id}
            id={id}
            listed={mails.items?.find((mail) => mail.id === id)}
            isConfigured={isConfigured}
            onClose={close}
          />
        )
      }
      onClose={close}
    >
      <Page title={t('title')}>
        {!isConfigured && (
          <Banner
            tone="warning"
            icon={mdiEmailOffOutline}
            action={
              <Button size="small" variant="outlined" href={paths.settings({ section: 'mail' })}>
                {t('setUpMail')}
              </Button>
            }
          >
            {rich('noMailServer', { b: strong })}
          </Banner>
        )}
        <FilterBar
          chips={
            state
              ? [{ key: 'state', name: t('state'), value: MAIL_STATES[state].label, onRemove: showAll }]
              : []
          }
          onClear={showAll}
          side={
            <>
              {isConfigured && mails.items?.some(({ state: stands }) => stands !== 'sent') && <SendAgain />}
              <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                {mails.items?.length !== 0 && total}
              </Box>
            </>
          }
        >
          <SelectField
            compact
            label={t('state')}
            value={state ?? ''}
            onChange={({ target }) => change({ state: target.value || null })}
            options={[
              { value: '', label: t('anyState') },
              ...STATES.map((value) => ({ value, label: MAIL_STATES[value].label })),
            ]}
          />
        </FilterBar>
        <BesideDetail>
          <Section flush>
            <Loaded query={{ ...mails, data: mails.items }}>
              {(items) => (
                <DataTable<Mail>
                  label={t('title')}
                  columns={id ? MAIL_COLUMNS_BESIDE : MAIL_COLUMNS}
                  rows={items}
                  rowKey={(mail) => mail.id}
                  rowName={({ subject, to }) => t('rowName', { subject, to })}
                  href={(mail) => addressOf(mail.id)}
                  onOpen={(mail) => open(mail.id)}
                  openKey={id}
                  more={mails.more}
                  footer={mails.more && total && t('shownOf', { shown: items.length, total })}
                  empty={
                    <EmptyState icon={mdiEmailOutline} title={state ? t('noneIn', { state }) : t('noneYet')}>
                      {!state && t('noneYetHint')}
                    </EmptyState>
                  }
                />
              )}
            </Loaded>
          </Section>
        </BesideDetail>
      </Page>
    </ListDetail>
  );
}
