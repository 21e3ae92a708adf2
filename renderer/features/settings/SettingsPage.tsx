import { useRead } from '../../data/useRead.ts';
import { WaitingChanges } from '../../shared/WaitingChanges.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { SectionList } from '../../ui/SectionList.tsx';
import { Loaded, LoadingRows } from '../../ui/states.tsx';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { DoctorSection } from './DoctorSection.tsx';
import { IdentityChecksSection } from './identityChecks/IdentityChecksSection.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { SsoSection } from './SsoSection.tsx';
import { SystemsSection } from './systems/SystemsSection.tsx';
import { SECTIONS } from './settingsSections.ts';
import { t } from './words.ts';

/** The organisation, mail, and how Gatehouse looks on this computer. */
export function SettingsPage() {
  const settings = useRead('settings.get', {});
  return (
    <Page title={t('title')}>
      <SectionList sections={SECTIONS} width="reading">
        {settings.data ? (
          <SettingsForm settings={settings.data} />
        ) : (
          <Section flush>
            <Loaded query={settings} loading={<LoadingRows rows={8} />}>
              {() => null}
            </Loaded>
          </Section>
        )}
        <WaitingChanges />
        <SsoSection />
        <SystemsSection />
        <IdentityChecksSection />
        <AppearanceSection />
        <DoctorSection />
        {settings.data && (
          <AboutSection server={settings.data.server} auditPublicKeys={settings.data.auditPublicKeys} />
        )}
      </SectionList>
    </Page>
  );
}
