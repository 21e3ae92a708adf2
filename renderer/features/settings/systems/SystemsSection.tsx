import { mdiPlus } from '@mdi/js';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { System } from '../../../../contract/operations/systems.ts';
import { useRead } from '../../../data/useRead.ts';
import { dateFormat } from '../../../language/intl.ts';
import { ActionList, ActionRow } from '../../../ui/ActionList.tsx';
import { ActionMenu } from '../../../ui/ActionMenu.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { t } from '../words.ts';
import { RemoveSystemDialog } from './RemoveSystemDialog.tsx';
import { SystemDialog } from './SystemDialog.tsx';
import { KIND_NAMES } from './kindNames.ts';
import { SystemTestDialog } from './SystemTestDialog.tsx';

type Open = { name: 'add' } | { name: 'edit' | 'test' | 'remove'; system: System };

const dayFormat = dateFormat({ dateStyle: 'medium', timeZone: 'UTC' });

/** Products in which people have MFA besides here. */
export function SystemsSection() {
  const systems = useRead('settings.systems.list', {});
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Section
      title={t('systems')}
      lead={t('systemsLead')}
      action={
        <Button
          size="small"
          variant="outlined"
          startIcon={<Icon path={mdiPlus} size={18} />}
          onClick={() => setOpen({ name: 'add' })}
        >
          {t('addSystem')}
        </Button>
      }
    >
      <Loaded query={systems}>
        {({ items }) => (
          <>
            {items.length === 0 && <Typography color="textSecondary">{t('noSystem')}</Typography>}
            <ActionList>
              {items.map((system) => (
                <SystemRow key={system.id} system={system} onOpen={(name) => setOpen({ name, system })} />
              ))}
            </ActionList>
          </>
        )}
      </Loaded>
      {open?.name === 'add' && <SystemDialog onClose={close} />}
      {open?.name === 'edit' && <SystemDialog system={open.system} onClose={close} />}
      {open?.name === 'test' && <SystemTestDialog system={open.system} onClose={close} />}
      {open?.name === 'remove' && <RemoveSystemDialog system={open.system} onClose={close} />}
    </Section>
  );
}

function SystemRow({
  system,
  onOpen,
}: {
  system: System;
  onOpen: (name: 'edit' | 'test' | 'remove') => void;
}) {
  const { name, kind, url, realm, linked } = system;
  const facts = [KIND_NAMES[kind], ...(realm === null ? [] : [realm]), t('linked', { count: linked })];
  return (
    <ActionRow
      actions={
        <>
          <Button
            size="small"
            variant="outlined"
            aria-label={t('testSystemNamed', { system: name })}
            onClick={() => onOpen('test')}
          >
            {t('testSystem')}
          </Button>
          <ActionMenu
            label={t('moreForSystem', { system: name })}
            actions={[
              { label: t('edit'), onSelect: () => onOpen('edit') },
              { label: t('remove'), danger: true, onSelect: () => onOpen('remove') },
            ]}
          />
        </>
      }
    >
      <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {url}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {facts.join(' · ')}
      </Typography>
      {system.secretExpiresOn !== null && <SecretEnd on={system.secretExpiresOn} />}
    </ActionRow>
  );
}

function SecretEnd({ on }: { on: string }) {
  const isOver = Date.parse(on) <= useNow();
  const day = dayFormat.format(new Date(on));
  return (
    <Typography variant="body2" sx={{ color: isOver ? 'error.main' : 'text.secondary' }}>
      {isOver ? t('secretEndedOn', { day }) : t('secretEndsOn', { day })}
    </Typography>
  );
}
