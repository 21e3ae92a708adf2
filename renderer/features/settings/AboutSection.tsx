import { useDesktopState } from '../../data/desktop.ts';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Settings } from './settingsForm.ts';

/** What runs where: for whoever is asked for it by support. */
export function AboutSection({ server }: Pick<Settings, 'server'>) {
  const desktop = useDesktopState();
  return (
    <Section title="About">
      <DescriptionList
        facts={[
          { term: 'Server', value: `Gatehouse ${server.version}` },
          { term: 'Database', value: server.database },
          { term: 'Listens on', value: server.address },
          ...(desktop
            ? [{ term: 'This app', value: `Gatehouse ${desktop.version}, ${desktop.platform}` }]
            : []),
        ]}
      />
    </Section>
  );
}
