import { mdiPlus } from '@mdi/js';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { AttestorSettings } from '../../../../contract/operations/attestor.ts';
import { paths } from '../../../../contract/paths.ts';
import { useRead } from '../../../data/useRead.ts';
import { ActionList } from '../../../ui/ActionList.tsx';
import { DialogFoot } from '../../../ui/DialogFoot.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { ConnectedRow } from '../ConnectedRow.tsx';
import { rich, t } from '../words.ts';
import { AttestorDialog } from './AttestorDialog.tsx';
import { StopAnsweringDialog } from './StopAnsweringDialog.tsx';
import { ValuesForOkta } from './ValuesForOkta.tsx';

type Attestor = NonNullable<AttestorSettings['attestor']>;
type Open = 'edit' | 'values' | 'stop';

/** Who may ask whether somebody is who they say. */
export function IdentityChecksSection() {
  const settings = useRead('settings.attestor.read', {});
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Section
      title={t('identityChecks')}
      id="identity-checks"
      lead={t('identityChecksLead')}
      action={
        settings.data?.attestor === null && (
          <Button
            size="small"
            variant="outlined"
            startIcon={<Icon path={mdiPlus} size={18} />}
            onClick={() => setOpen('edit')}
          >
            {t('letOktaAsk')}
          </Button>
        )
      }
    >
      <Loaded query={settings}>
        {(data) => (
          <>
            {data.attestor ? (
              <ActionList>
                <AttestorRow attestor={data.attestor} onOpen={setOpen} />
              </ActionList>
            ) : (
              <Typography color="textSecondary">{t('nobodyAsks')}</Typography>
            )}
            {open === 'edit' && <AttestorDialog settings={data} onClose={close} />}
            {data.attestor && open === 'values' && (
              <TaskDialog open title={t('valuesFor', { system: data.attestor.name })} onClose={close}>
                <ValuesForOkta addresses={data.addresses} clientId={data.attestor.clientId} />
                <DialogFoot>
                  <Button variant="outlined" onClick={close}>
                    {t('close')}
                  </Button>
                </DialogFoot>
              </TaskDialog>
            )}
            {data.attestor && open === 'stop' && (
              <StopAnsweringDialog system={data.attestor.name} onClose={close} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

const inTheLog = (words: ReactNode) => (
  <Link href={paths.audit({ action: 'attestation.answered' })}>{words}</Link>
);

function AttestorRow({ attestor, onOpen }: { attestor: Attestor; onOpen: (open: Open) => void }) {
  const { name, redirectUri, questions } = attestor;
  const { lastAt, ...ended } = questions;
  return (
    <ConnectedRow
      name={name}
      address={redirectUri}
      facts={lastAt === null ? [t('neverAsked')] : [t('answeredLately', ended)]}
      test={{ label: t('values'), named: t('valuesFor', { system: name }), onClick: () => onOpen('values') }}
      more={{
        label: t('moreForSystem', { system: name }),
        actions: [
          { label: t('edit'), onSelect: () => onOpen('edit') },
          { label: t('remove'), danger: true, onSelect: () => onOpen('stop') },
        ],
      }}
    >
      {lastAt !== null && (
        <Typography variant="body2" color="textSecondary">
          {rich('askedLast', {
            time: <RelativeTime at={lastAt} />,
            log: inTheLog,
          })}
        </Typography>
      )}
    </ConnectedRow>
  );
}
