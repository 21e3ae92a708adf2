import type { ComponentProps } from 'react';
import { useRead } from '../../data/useRead.ts';
import { CardPage } from '../../ui/CardPage.tsx';

/** A card of the organisation, for pages that nothing but their address leads to: they ask whose it is themselves. */
export function OwnedCard(props: Omit<ComponentProps<typeof CardPage>, 'owner'>) {
  const options = useRead('signIn.options', {});
  return <CardPage {...props} owner={options.data?.organisation ?? (options.error ? undefined : null)} />;
}
