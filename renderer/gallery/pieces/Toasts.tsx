import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { ToastProvider, useToast } from '../../ui/Toasts.tsx';
import { nothing } from '../Held.tsx';
import type { Piece, State } from '../piece.ts';
import { t } from '../words.ts';

type Toast = Parameters<ReturnType<typeof useToast>>[0];

function Say({ toast }: { toast: Toast }) {
  const show = useToast();
  useEffect(() => show(toast), [show, toast]);
  return <Box component="main" sx={{ minHeight: 240 }} aria-label={t('stage')} />;
}

function said(name: State['name'], toast: Toast): State {
  return {
    name,
    show: () => (
      <ToastProvider>
        <Say toast={toast} />
      </ToastProvider>
    ),
  };
}

export const piece: Piece = {
  group: 'messages',
  alone: true,
  states: [
    said('success', t('policySaved')),
    said('waiting', {
      text: t('waitsForSecond'),
      tone: 'waiting',
      action: { label: t('open'), onSelect: nothing },
    }),
    said('error', { text: t('stillSignedIn'), tone: 'danger' }),
    said('longText', { text: t('long'), action: { label: t('open'), onSelect: nothing } }),
  ],
};
