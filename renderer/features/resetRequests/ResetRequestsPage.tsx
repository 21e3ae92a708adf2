import { Page } from '../../ui/Page.tsx';

export function ResetRequestsPage() {
  return <Page title="Reset requests">{null}</Page>;
}
