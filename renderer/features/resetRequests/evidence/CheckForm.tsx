import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import { mdiCheck, mdiClose, mdiPhoneMissedOutline } from '@mdi/js';
import { useState } from 'react';
import type {
  CheckKind,
  CheckOutcome,
  ResetRequest,
} from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { CHECK_WORDS } from '../../../shared/checkWords.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { FieldLabel } from '../../../ui/fieldParts.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { NumberToCall, callable, type NumberKind } from './NumberToCall.tsx';
import { RequestCodeField } from './RequestCodeField.tsx';
import { useDraftNote } from '../record/useDraftNote.ts';
import { useRequestWrite } from '../useRequestWrite.ts';

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
  const draft = useDraftNote(useMe().user.id, request.id, kind);
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
        Record again
      </Button>
    );

  const submit = (outcome: CheckOutcome) => {
    if (record.isPending) return;
    if (isCode && outcome === 'pass' && code.length < 6) {
      return setMissing('Type all six characters that the caller reads out.');
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
        label="Note"
        optional
        multiline
        value={note}
        onChange={(event) => draft.change(event.target.value)}
        inputProps={{ maxLength: 2000 }}
        sx={{ mb: 3 }}
      />
      {refused && <Banner tone="danger">{refused}</Banner>}
      {!isCode && <FieldLabel id={`outcome-${kind}`} label="How did it go?" />}
      <Box
        role="group"
        aria-label={isCode ? 'Request code' : undefined}
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
          {isCode ? 'Check code' : 'Passed'}
        </Button>
        <Button
          variant="outlined"
          startIcon={<Icon path={mdiClose} size={18} sx={{ color: 'error.main' }} />}
          onClick={() => setFailing(true)}
        >
          Failed
        </Button>
        <Button
          variant="outlined"
          startIcon={<Icon path={mdiPhoneMissedOutline} size={18} sx={{ color: 'text.secondary' }} />}
          onClick={() => submit('no_answer')}
        >
          No answer
        </Button>
      </Box>
      <ConfirmDialog
        open={isFailing}
        title={`${CHECK_WORDS[kind]}: ${request.user.name} failed it?`}
        confirmLabel="Record as failed"
        danger
        busy={record.isPending}
        onConfirm={() => submit('fail')}
        onClose={() => setFailing(false)}
      >
        A fail stays on the record and makes this request at least elevated, so policy asks for more evidence.
        If it was an attempt to deceive, deny the request as a suspected attack.
      </ConfirmDialog>
    </form>
  );
}
