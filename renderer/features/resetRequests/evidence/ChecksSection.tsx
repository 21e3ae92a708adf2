import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import type { CheckKind, ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CheckItem } from './CheckItem.tsx';
import { nextKind } from './checkState.ts';
import { requirementsOf } from './requirements.ts';
import { RequirementHead } from './RequirementHead.tsx';
import { forgetDraftNotes } from '../record/useDraftNote.ts';
import { t } from '../words.ts';

/** What policy asks for, each check under what it fills; the next one to make is open. */
export function ChecksSection({ request }: { request: ResetRequest }) {
  const { decision, state } = request;
  const session = useMe().session.id;
  const [chosen, setChosen] = useState<CheckKind | null | 'next'>('next');
  const list = useRef<HTMLUListElement>(null);
  const [recorded, setRecorded] = useState(0);
  const open = chosen === 'next' ? nextKind(request) : chosen;
  const isUndecided = state === 'open' || state === 'verified';
  useEffect(() => {
    if (!isUndecided) forgetDraftNotes(session, request.id);
  }, [isUndecided, session, request.id]);
  useEffect(() => {
    if (recorded === 0) return;
    // The buttons that were pressed are gone: the focus goes on to the next check, or stays at the list.
    const next = list.current?.querySelector<HTMLElement>('button[aria-expanded=true]');
    (next ?? list.current)?.focus();
  }, [recorded]);

  const { requirements, besides } = requirementsOf(request);
  const items = (kinds: readonly CheckKind[], strongAsked: boolean) =>
    kinds.map((kind) => (
      <CheckItem
        key={kind}
        kind={kind}
        strongAsked={strongAsked}
        request={request}
        isOpen={open === kind}
        onToggle={() => setChosen(open === kind ? null : kind)}
        onRecorded={() => {
          setChosen('next');
          setRecorded((count) => count + 1);
        }}
      />
    ));
  return (
    <Section
      title={t('evidence')}
      lead={isUndecided ? undefined : t('checksRecorded', { count: request.checks.length })}
      flush
    >
      {isUndecided && !decision.verify.allowed && decision.verify.sentence && (
        <Box sx={{ px: 4 }}>
          <Banner>{decision.verify.sentence}</Banner>
        </Box>
      )}
      <Box
        component="ul"
        ref={list}
        tabIndex={-1}
        aria-label={isUndecided ? t('policyAsks') : t('checks')}
        sx={LIST}
      >
        {requirements.map((requirement) =>
          // Its one check says itself what is asked for.
          requirement.kinds.length === 1 && requirement.strong === 0 ? (
            items(requirement.kinds, false)
          ) : (
            <li key={requirement.id}>
              <RequirementHead requirement={requirement} />
              <Box component="ul" aria-label={t('checks')} sx={LIST}>
                {items(requirement.kinds, requirement.strong > 0)}
              </Box>
            </li>
          ),
        )}
        {requirements.length === 0 && items(besides, false)}
        {requirements.length > 0 && besides.length > 0 && (
          <li>
            <RequirementHead />
            <Box component="ul" aria-label={t('checks')} sx={LIST}>
              {items(besides, false)}
            </Box>
          </li>
        )}
      </Box>
    </Section>
  );
}

const LIST = { listStyle: 'none', m: 0, p: 0 } as const;
