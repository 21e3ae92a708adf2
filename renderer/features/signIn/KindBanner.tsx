import { Banner } from '../../ui/Banner.tsx';

/** Says that this is no organisation for colleagues. */
export function KindBanner({ kind }: { kind: 'local' | 'sample' }) {
  return (
    <Banner edge tone={kind === 'sample' ? 'accent' : 'neutral'}>
      {kind === 'sample'
        ? 'A sample organisation: its people are made up, and no mail leaves this computer.'
        : 'On this computer: only you can sign in here; for colleagues, run a server.'}
    </Banner>
  );
}
