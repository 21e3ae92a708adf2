import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import { mdiCheck, mdiClose, mdiMinus } from '@mdi/js';
import { useState } from 'react';
import type {
  CheckKind,
  CheckOutcome,
  ResetRequest,
} from '../../../../contract/operations/resetRequestSchemas.ts';
import { CHECK_WORDS, OUTCOME_WORDS } from '../../../shared/checkWords.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { FieldLabel } from '../../../ui/fieldParts.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { NumberToCall, callable, type NumberKind } from './NumberToCall.tsx';
import { RequestCodeField } from './RequestCodeField.tsx';
import { useDraftNote } from '../record/useDraftNote.ts';
import { useRequestWrite } from '../useRequestWrite.ts';
import { t } from '../words.ts';

interface Props {
  kind: CheckKind;
  request: ResetRequest;
  /** Why it can't be recorded. */
  refusal: string | null;
  /** It has passed already. */
  isAgain: boolean;
  onRecorded: () => void;
}

/** Where one check is recorded. What was typed stays until the server has taken it, a note also when the page is loaded again. */
export function CheckForm({ kind, request, refusal, isAgain, onRecorded }: Props) {
  const numbers = callable(request);
  const draft = useDraftNote(request.id, kind);
  const { note } = draft;
  const [isAsked, setAsked] = useState(!isAgain || note !== '');
  const [code, setCode] = useState('');
  const [number, setNumber] = useState<NumberKind | undefined>(numbers[0]?.kind);
  const [missing, setMissing] = useState<string>();
  const [isFailing, setFailing] = useState(false);
  const record = useRequestWrite('resetRequests.recordCheck', () => {
    draft.forget();
    onRecorded();
  });
  const isCode = kind === 'request_code';

  if (refusal) return <Banner tone="warning">{refusal}</Banner>;
  if (!isAsked)
    return (
      <Button size="small" variant="outlined" onClick={() => setAsked(true)}>
        {t('recordAgain')}
      </Button>
    );

  const submit = (outcome: CheckOutcome) => {
    if (record.isPending) return;
    if (isCode && outcome === 'pass' && code.length < 6) {
      return setMissing(t('allSixCharacters'));
    }
    record.mutate(
      {
        id: request.id,
        kind,
        outcome,
        ...(note.trim() && { note: note.trim() }),
        ...(isCode && outcome === 'pass' && { requestCode: code }),
        ...(kind === 'call_back' && number && { number }),
      },
      { onSettled: () => setFailing(false) },
    );
  };
  const isWrongCode =
    record.error?.code === 'wrong_request_code' || record.error?.code === 'request_code_closed';
  const refused = record.error && !isWrongCode && record.error.message;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit('pass');
      }}
    >
      {kind === 'call_back' && <NumberToCall numbers={numbers} chosen={number} onChoose={setNumber} />}
      {isCode && (
        <RequestCodeField
          value={code}
          onChange={(typed) => {
            setCode(typed);
            setMissing(undefined);
          }}
          error={missing ?? (isWrongCode ? record.error?.message : undefined)}
          triesLeft={request.requestCodeTriesLeft}
          busy={record.isPending}
        />
      )}
      <Field
        label={t('note')}
        optional
        multiline
        value={note}
        onChange={(event) => draft.change(event.target.value)}
        inputProps={{ maxLength: 2000 }}
        sx={{ mb: 3 }}
      />
      {refused && <Banner tone="danger">{refused}</Banner>}
      {!isCode && <FieldLabel id={`outcome-${kind}`} label={t('howDidItGo')} />}
      <Box
        role="group"
        aria-label={isCode ? t('requestCode') : undefined}
        aria-labelledby={isCode ? undefined : `outcome-${kind}`}
        aria-busy={record.isPending}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}
      >
        <Button
          type="submit"
          variant="outlined"
          startIcon={<Icon path={mdiCheck} size={18} sx={{ color: 'success.main' }} />}
          loading={record.isPending && !isFailing}
          loadingPosition="start"
        >
          {isCode ? t('checkCode') : OUTCOME_WORDS.pass}
        </Button>
        <Button
          variant="outlined"
          startIcon={<Icon path={mdiClose} size={18} sx={{ color: 'error.main' }} />}
          onClick={() => setFailing(true)}
        >
          {OUTCOME_WORDS.fail}
        </Button>
        <Button
          variant="outlined"
          startIcon={<Icon path={mdiMinus} size={18} sx={{ color: 'text.secondary' }} />}
          onClick={() => submit('no_answer')}
        >
          {OUTCOME_WORDS.no_answer}
        </Button>
      </Box>
      <ConfirmDialog
        open={isFailing}
        title={t('failTitle', { check: CHECK_WORDS[kind], name: request.user.name })}
        confirmLabel={t('recordAsFailed')}
        danger
        busy={record.isPending}
        onConfirm={() => submit('fail')}
        onClose={() => setFailing(false)}
      >
        {t('failMeans')}
      </ConfirmDialog>
    </form>
  );
}
