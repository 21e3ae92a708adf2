import { useState } from 'react';
import { paths } from '../../../../contract/paths.ts';
import { useCan, useMe } from '../../../data/me.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { BackLink } from '../../../ui/BackLink.tsx';
import { Page } from '../../../ui/Page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Steps } from '../../../ui/Steps.tsx';
import { useUnsaved } from '../../../ui/unsaved.ts';
import { ImportDone } from './ImportDone.tsx';
import { ImportReport } from './ImportReport.tsx';
import { ImportSource } from './ImportSource.tsx';
import type { Reading, Report } from './reading.ts';
import { t } from '../words.ts';

const AS_IT_IS = { mapping: {}, leavesOut: [], whole: false };

/** Many people from a CSV: choose, see what can't be imported and why, import the rest. Nothing is imported before that. */
export function ImportPage() {
  const canManage = useCan('users.manage');
  const [content, setContent] = useState('');
  const [country, setCountry] = useState(useMe().organisation.country ?? '');
  const [system, setSystem] = useState('');
  const [reading, setReading] = useState<Reading>({ ...AS_IT_IS, country });
  const [fromHr, setFromHr] = useState(false);
  const [invites, setInvites] = useState(false);
  const [goneTyped, setGoneTyped] = useState('');
  const [report, setReport] = useState<Report | null>(null);
  const [first, setFirst] = useState<Report | null>(null);
  const check = useWrite('users.import');
  const doImport = useWrite('users.import');
  useUnsaved(content.trim() !== '' && !doImport.data, t('leaveImport'));
  const again = () => {
    setReport(null);
    setFirst(null);
    setInvites(false);
    setGoneTyped('');
    check.reset();
    doImport.reset();
  };
  const asSaid = (how: Reading) => ({
    grouped: true,
    mapping: JSON.stringify(how.mapping),
    ...(how.country === '' ? {} : { country: how.country }),
    ...(system === '' ? {} : { system }),
    ...(how.leavesOut.length > 0 ? { leaveOut: how.leavesOut.join(',') } : {}),
    ...(how.whole ? { whole: true } : {}),
  });
  const checkAs = (how: Reading, text = content) => {
    setReading(how);
    setGoneTyped('');
    check.mutate(
      { content: text, dryRun: true, ...asSaid(how) },
      {
        onSuccess: (found) => {
          setReport(found);
          setFirst((was) => was ?? found);
        },
      },
    );
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
      back={<BackLink href={paths.users()}>{t('usersTitle')}</BackLink>}
      lead={doImport.data ? undefined : t('importLead')}
    >
      <Steps labels={[t('stepChoose'), t('stepCheck'), t('stepImport')]} current={step} />
      {doImport.data ? (
        <ImportDone
          report={doImport.data}
          invited={invites}
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
          reading={reading}
          first={first ?? report}
          firstCountry={country}
          onReading={checkAs}
          goneTyped={goneTyped}
          onGoneTyped={setGoneTyped}
          fromHr={fromHr}
          onFromHr={setFromHr}
          invites={invites}
          onInvites={setInvites}
          onImport={() =>
            doImport.mutate({
              content,
              invite: invites,
              ...asSaid(reading),
              ...(reading.whole && goneTyped !== ''
                ? { confirmGone: Number(goneTyped.replace(/\D/g, '')) }
                : {}),
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
          onCheck={(text) => checkAs({ ...AS_IT_IS, country }, text)}
        />
      )}
    </Page>
  );
}
