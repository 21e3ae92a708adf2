import Button from '@mui/material/Button';
import { paths } from '../../../contract/paths.ts';
import { Page } from '../../ui/Page.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Section } from '../../ui/Section.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const add = <Button variant="contained">{t('addUser')}</Button>;

export const piece: Piece = {
  group: 'layout',
  alone: true,
  states: [
    {
      name: 'plain',
      show: () => (
        <main>
          <Page
            title={t('people')}
            action={add}
            search={<SearchField label={t('searchPeople')} value="" onChange={nothing} />}
          >
            <Section>{t('nothingYet')}</Section>
          </Page>
        </main>
      ),
    },
    {
      name: 'reading',
      show: () => (
        <main>
          <Page
            title={t('policy')}
            lead={t('policyLead')}
            width="reading"
            back={<Button href={paths.policy()}>{t('back')}</Button>}
            foot={<SaveBar actions={add}>{t('changesWait', { count: 3 })}</SaveBar>}
          >
            <Section title={t('whoNeedsMfa')}>{t('nobody')}</Section>
          </Page>
        </main>
      ),
    },
    {
      name: 'longText',
      show: () => (
        <main>
          <Page
            title={t('longTitle')}
            lead={t('long')}
            action={<Button variant="contained">{t('longAct')}</Button>}
          >
            <Section>{t('long')}</Section>
          </Page>
        </main>
      ),
    },
  ],
};
