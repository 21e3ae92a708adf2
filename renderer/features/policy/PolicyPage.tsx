import { Page } from '../../ui/Page.tsx';

export function PolicyPage() {
  return <Page title="Policy">{null}</Page>;
}
