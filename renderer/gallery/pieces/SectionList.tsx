import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { SectionList } from '../../ui/SectionList.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

function show(titles: readonly string[], text: string) {
  const sections = titles.map((title, index) => ({ id: `section-${index}`, title }));
  return () => (
    <main>
      <Page title={t('policy')}>
        <SectionList sections={sections}>
          {sections.map(({ id, title }) => (
            <Section key={id} id={id} title={title}>
              {text}
            </Section>
          ))}
        </SectionList>
      </Page>
    </main>
  );
}

export const piece: Piece = {
  group: 'layout',
  alone: true,
  states: [
    { name: 'plain', show: show([t('whoNeedsMfa'), t('sessions'), t('history')], t('nothingYet')) },
    { name: 'longText', show: show([t('longTitle'), t('sessions'), t('history')], t('long')) },
  ],
};
