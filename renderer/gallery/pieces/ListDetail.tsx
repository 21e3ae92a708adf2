import { mdiCheckCircleOutline } from '@mdi/js';
import { DataTable } from '../../ui/DataTable.tsx';
import { BesideDetail, Detail, ListDetail } from '../../ui/ListDetail.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { JO, PEOPLE } from '../sample.ts';
import { t } from '../words.ts';

const list = (
  <main>
    <Page title={t('people')}>
      <BesideDetail>
        <Section flush>
          <DataTable
            label={t('people')}
            columns={[{ key: 'name', header: t('name'), cell: ({ name }) => name }]}
            rows={PEOPLE}
            rowKey={({ name }) => name}
            rowName={({ name }) => name}
            href={() => '#'}
            onOpen={nothing}
            openKey={JO}
          />
        </Section>
      </BesideDetail>
    </Page>
  </main>
);

const detail = (title: string, text: string) => (
  <Detail
    title={title}
    lead={<StatusChip icon={mdiCheckCircleOutline} label={t('on')} tone="success" />}
    onClose={nothing}
  >
    <Section title={t('history')}>{text}</Section>
  </Detail>
);

export const piece: Piece = {
  group: 'layout',
  alone: true,
  states: [
    {
      name: 'closed',
      show: () => (
        <ListDetail detail={null} onClose={nothing}>
          {list}
        </ListDetail>
      ),
    },
    {
      name: 'open',
      show: () => (
        <ListDetail detail={detail(JO, t('nothingYet'))} onClose={nothing}>
          {list}
        </ListDetail>
      ),
    },
    {
      name: 'longText',
      show: () => (
        <ListDetail detail={detail(t('longName'), t('long'))} onClose={nothing}>
          {list}
        </ListDetail>
      ),
    },
  ],
};
