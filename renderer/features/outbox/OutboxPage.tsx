import { Page } from '../../ui/Page.tsx';

export function OutboxPage() {
  return <Page title="Outbox">{null}</Page>;
}
