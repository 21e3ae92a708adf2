import { mdiArrowLeft } from '@mdi/js';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ImportMapping } from '../../../../contract/importFields.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import { paths } from '../../../../contract/paths.ts';
import { useCan, useMe } from '../../../data/me.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Page } from '../../../ui/Page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Steps } from '../../../ui/Steps.tsx';
import { useUnsaved } from '../../../ui/unsaved.ts';
import { ImportDone } from './ImportDone.tsx';
import { ImportReport } from './ImportReport.tsx';
import { ImportSource } from './ImportSource.tsx';
import { t } from '../words.ts';

type Report = OutputOf<'users.import'>;

/** How the file is read. */
interface Reading {
  mapping: ImportMapping;
  leavesOut: boolean;
  whole: boolean;
}

/** Many people from a CSV: choose, see what can't be imported and why, import the rest. Nothing is imported before that. */
export function ImportPage() {
  const canManage = useCan('users.manage');
  const [content, setContent] = useState('');
  const [country, setCountry] = useState(useMe().organisation.country ?? '');
  const [system, setSystem] = useState('');
  const [mapping, setMapping] = useState<ImportMapping>({});
  const [leavesOut, setLeavesOut] = useState(false);
  const [fromHr, setFromHr] = useState(false);
  const [whole, setWhole] = useState(false);
  const [goneTyped, setGoneTyped] = useState('');
  const [report, setReport] = useState<Report | null>(null);
  const check = useWrite('users.import', { onDone: setReport });
  const doImport = useWrite('users.import');
  useUnsaved(content.trim() !== '' && !doImport.data, t('leaveImport'));
  const again = () => {
    setReport(null);
    setMapping({});
    setLeavesOut(false);
    setWhole(false);
    setGoneTyped('');
    check.reset();
    doImport.reset();
  };
  const asSaid = (how: Reading) => ({
    mapping: JSON.stringify(how.mapping),
    ...(country === '' ? {} : { country }),
    ...(system === '' ? {} : { system }),
    ...(how.leavesOut ? { leaveOutBadValues: true } : {}),
    ...(how.whole ? { whole: true } : {}),
  });
  const checkAgain = (change: Partial<Reading>, text = content) => {
    const how = { mapping, leavesOut, whole, ...change };
    setMapping(how.mapping);
    setLeavesOut(how.leavesOut);
    setWhole(how.whole);
    setGoneTyped('');
    check.mutate({ content: text, dryRun: true, ...asSaid(how) });
  };
  if (!canManage) {
    return (
      <Page title={t('importTitle')}>
        <EmptyState title={t('onlyAdministrators')} />
      </Page>
    );
  }
  const step = doImport.data ? 3 : report ? 1 : 0;
  return (
    <Page
      title={t('importTitle')}
      width="reading"
      back={
        <Button
          size="small"
          href={paths.users()}
          startIcon={<Icon path={mdiArrowLeft} size={18} />}
          sx={{ ml: -2 }}
        >
          {t('usersTitle')}
        </Button>
      }
      lead={doImport.data ? undefined : t('importLead')}
    >
      <Steps labels={[t('stepChoose'), t('stepCheck'), t('stepImport')]} current={step} />
      {doImport.data ? (
        <ImportDone
          report={doImport.data}
          content={content}
          onMore={() => {
            setContent('');
            setFromHr(false);
            again();
          }}
        />
      ) : report ? (
        <ImportReport
          content={content}
          report={report}
          busy={doImport.isPending || check.isPending}
          error={(doImport.error ?? check.error)?.refusal}
          mapping={mapping}
          onMapping={(next) => checkAgain({ mapping: next })}
          leavesOut={leavesOut}
          onLeavesOut={(next) => checkAgain({ leavesOut: next })}
          whole={whole}
          onWhole={(next) => checkAgain({ whole: next })}
          goneTyped={goneTyped}
          onGoneTyped={setGoneTyped}
          fromHr={fromHr}
          onFromHr={setFromHr}
          onImport={() =>
            doImport.mutate({
              content,
              invite: false,
              ...asSaid({ mapping, leavesOut, whole }),
              ...(whole && goneTyped !== '' ? { confirmGone: Number(goneTyped.replace(/\D/g, '')) } : {}),
              ...(fromHr ? { fromHr } : {}),
            })
          }
          onBack={again}
        />
      ) : (
        <ImportSource
          content={content}
          onChange={setContent}
          country={country}
          onCountry={setCountry}
          system={system}
          onSystem={setSystem}
          busy={check.isPending}
          error={check.error?.refusal}
          onCheck={(text) => checkAgain({ mapping: {}, leavesOut: false, whole: false }, text)}
        />
      )}
    </Page>
  );
}
