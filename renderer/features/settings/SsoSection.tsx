import { mdiPlus } from '@mdi/js';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { SsoProvider } from '../../../contract/operations/sso.ts';
import { useRead } from '../../data/useRead.ts';
import { ActionList } from '../../ui/ActionList.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/Section.tsx';
import { Loaded } from '../../ui/states.tsx';
import { ConnectedRow } from './ConnectedRow.tsx';
import { RemoveProviderDialog } from './RemoveProviderDialog.tsx';
import { SsoProviderDialog } from './SsoProviderDialog.tsx';
import { SsoTestDialog } from './SsoTestDialog.tsx';
import { t } from './words.ts';

type Open = { name: 'add' } | { name: 'edit' | 'test' | 'remove'; provider: SsoProvider };

/** Identity providers that people may sign in at. */
export function SsoSection() {
  const providers = useRead('settings.sso.list', {});
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Section
      title={t('sso')}
      id="sso"
      lead={t('ssoLead')}
      action={
        <Button
          size="small"
          variant="outlined"
          startIcon={<Icon path={mdiPlus} size={18} />}
          onClick={() => setOpen({ name: 'add' })}
        >
          {t('addProvider')}
        </Button>
      }
    >
      <Loaded query={providers}>
        {({ items, redirectUris }) => (
          <>
            {items.length === 0 && <Typography color="textSecondary">{t('noProvider')}</Typography>}
            <ActionList>
              {items.map((provider) => (
                <ProviderRow
                  key={provider.id}
                  provider={provider}
                  onOpen={(name) => setOpen({ name, provider })}
                />
              ))}
            </ActionList>
            {open?.name === 'add' && <SsoProviderDialog redirectUris={redirectUris} onClose={close} />}
            {open?.name === 'edit' && (
              <SsoProviderDialog provider={open.provider} redirectUris={redirectUris} onClose={close} />
            )}
            {open?.name === 'test' && (
              <SsoTestDialog provider={open.provider} redirectUris={redirectUris} onClose={close} />
            )}
            {open?.name === 'remove' && <RemoveProviderDialog provider={open.provider} onClose={close} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function ProviderRow({
  provider,
  onOpen,
}: {
  provider: SsoProvider;
  onOpen: (name: 'edit' | 'test' | 'remove') => void;
}) {
  const { name, issuer, linked, external, linkByEmail } = provider;
  const facts = [
    t('linked', { count: linked }),
    ...(external > 0 ? [t('bySsoOnly', { count: external })] : []),
    ...(linkByEmail ? [t('linksByEmail')] : []),
  ];
  return (
    <ConnectedRow
      name={name}
      address={issuer}
      facts={facts}
      test={{
        label: t('testSignIn'),
        named: t('testSignInAt', { provider: name }),
        onClick: () => onOpen('test'),
      }}
      more={{
        label: t('moreFor', { provider: name }),
        actions: [
          { label: t('edit'), onSelect: () => onOpen('edit') },
          { label: t('remove'), danger: true, onSelect: () => onOpen('remove') },
        ],
      }}
    />
  );
}
