import { mdiCheckCircle, mdiCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import type { CheckKind, ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CheckItem } from './CheckItem.tsx';
import { kindsOf, nextKind } from './checkState.ts';
import { forgetDraftNotes } from '../record/useDraftNote.ts';
import { t } from '../words.ts';

/** The recipe as numbered checks. What still lacks stands on top; the next one to make is open. */
export function ChecksSection({ request }: { request: ResetRequest }) {
  const { recipe, checksPassed, checksNeeded, decision, state } = request;
  const userId = useMe().user.id;
  const [chosen, setChosen] = useState<CheckKind | null | 'next'>('next');
  const list = useRef<HTMLOListElement>(null);
  const [recorded, setRecorded] = useState(0);
  const open = chosen === 'next' ? nextKind(request) : chosen;
  const isUndecided = state === 'open' || state === 'verified';
  useEffect(() => {
    if (!isUndecided) forgetDraftNotes(userId, request.id);
  }, [isUndecided, userId, request.id]);
  useEffect(() => {
    if (recorded === 0) return;
    // The buttons that were pressed are gone: the focus goes on to the next check, or stays at the list.
    const next = list.current?.querySelector<HTMLElement>('button[aria-expanded=true]');
    (next ?? list.current)?.focus();
  }, [recorded]);
  return (
    <Section
      title={t('evidence')}
      lead={
        isUndecided
          ? t('checksMet', { passed: checksPassed, needed: checksNeeded })
          : t('checksRecorded', { count: request.checks.length })
      }
      flush
    >
      {isUndecided && (
        <Box component="ul" aria-label={t('policyAsks')} sx={{ listStyle: 'none', m: 0, px: 4, pb: 4 }}>
          {recipe.steps.map((step) => (
            <Box component="li" key={step.id} sx={{ display: 'flex', gap: 2, py: 0.5 }}>
              <Icon
                path={step.met ? mdiCheckCircle : mdiCircleOutline}
                size={18}
                titleAccess={step.met ? t('met') : t('notMetYet')}
                sx={{ color: step.met ? 'success.main' : 'control.main', mt: '1.5px' }}
              />
              <Box sx={{ flex: 1, minWidth: 0 }}>{step.text}</Box>
              {step.needed > 1 && (
                <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
                  {t('passedOf', { passed: step.passed, needed: step.needed })}
                </Box>
              )}
            </Box>
          ))}
        </Box>
      )}
      {isUndecided && !decision.verify.allowed && decision.verify.sentence && (
        <Box sx={{ px: 4 }}>
          <Banner>{decision.verify.sentence}</Banner>
        </Box>
      )}
      <Box
        component="ol"
        ref={list}
        tabIndex={-1}
        aria-label={t('checks')}
        sx={{ listStyle: 'none', m: 0, p: 0 }}
      >
        {kindsOf(request).map((kind, index) => (
          <CheckItem
            key={kind}
            kind={kind}
            number={index + 1}
            request={request}
            isOpen={open === kind}
            onToggle={() => setChosen(open === kind ? null : kind)}
            onRecorded={() => {
              setChosen('next');
              setRecorded((count) => count + 1);
            }}
          />
        ))}
      </Box>
    </Section>
  );
}
