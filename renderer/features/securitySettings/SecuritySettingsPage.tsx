import { Page } from '../../ui/Page.tsx';

export function SecuritySettingsPage() {
  return <Page title="Security Settings">{null}</Page>;
}
