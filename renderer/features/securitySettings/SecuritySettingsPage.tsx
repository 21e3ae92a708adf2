import { useLocation } from 'react-router';
import { Page } from '../../ui/Page.tsx';
import { AuthenticationSection } from './AuthenticationSection.tsx';
import { DidYouAskSection } from './DidYouAskSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { SessionsSection } from './SessionsSection.tsx';
import { useMe } from '../../data/me.ts';
import { Banner } from '../../ui/Banner.tsx';
import { t } from './words.ts';

/** Everyone's own page: their MFA, password, sessions and history. */
export function SecuritySettingsPage() {
  const { mfa } = useMe();
  const { key: visit } = useLocation();
  return (
    <Page title={t('title')} width="reading">
      {mfa.blocked && <Banner tone="warning">{t('setUpToGoOn')}</Banner>}
      {!mfa.blocked && <DidYouAskSection />}
      {/* Made anew at each visit: the banner's link leads here from here, too. */}
      <AuthenticationSection key={visit} />
      {!mfa.blocked && (
        <>
          <PasswordSection />
          <SessionsSection />
          <HistorySection />
        </>
      )}
    </Page>
  );
}
