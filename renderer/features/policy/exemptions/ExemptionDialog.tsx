import { useState } from 'react';
import type { Exemption } from '../../../../contract/operations/policy.ts';
import type { Person } from '../../../../contract/schemas.ts';
import { useMe } from '../../../data/me.ts';
import { usePerson } from '../../../data/usePerson.ts';
import { PersonPicker } from '../../../shared/PersonPicker.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { dateOf, daysAfter, startOf } from '../dates.ts';
import {
  exemptionProblems,
  LONGEST_DAYS,
  whyMoot,
  whyNoOwner,
  type ExemptionDraft,
} from './exemptionWords.ts';
import { t } from '../words.ts';

interface Props {
  edited: { was: Exemption; person: Person; owner: Person | null } | null;
  /** Who is exempt already. */
  exempt: readonly Exemption[];
  onDone: (exemption: Exemption) => void;
  onClose: () => void;
}

/** Asks for a new exemption, or changes one; it counts when the policy is saved. */
export function ExemptionDialog({ edited, exempt, onDone, onClose }: Props) {
  const { user: me } = useMe();
  const now = useNow();
  const was = edited?.was ?? null;
  const [draft, setDraft] = useState<ExemptionDraft>({
    person: edited?.person ?? null,
    reason: was?.reason ?? '',
    owner: edited ? edited.owner : { id: me.id, username: me.username, name: me.name },
    endsAt: was?.endsAt ?? '',
  });
  const [isAsked, setAsked] = useState(false);
  const change = (part: Partial<ExemptionDraft>) => setDraft((before) => ({ ...before, ...part }));
  const moot = useWhy(draft.person, whyMoot);
  const noOwner = useWhy(draft.owner, whyNoOwner);
  const found = exemptionProblems(draft, { exempt, was, now });
  const problems = {
    ...(isAsked && found),
    ...(moot && { person: moot }),
    ...(noOwner && { owner: noOwner }),
  };
  const submit = () => {
    setAsked(true);
    const { person, owner, reason, endsAt } = draft;
    if (Object.keys(found).length > 0 || moot || noOwner || !person || !owner) return;
    onDone({ userId: person.id, reason: reason.trim(), ownerId: owner.id, endsAt });
  };
  return (
    <ConfirmDialog
      open
      title={edited ? t('changeExemptionOf', { name: edited.person.name }) : t('exemptTitle')}
      confirmLabel={
        edited
          ? t('changeExemption')
          : draft.person
            ? t('exemptName', { name: draft.person.name })
            : t('exempt')
      }
      error={edited ? problems.person : undefined}
      onConfirm={submit}
      onClose={onClose}
    >
      {!edited && (
        <PersonPicker
          label={t('person')}
          value={draft.person}
          onChange={(person) => change({ person })}
          error={problems.person}
          autoFocus
        />
      )}
      <Field
        label={t('reason')}
        value={draft.reason}
        onChange={({ target }) => change({ reason: target.value.replace(/\n/g, ' ') })}
        helper={t('reasonHelp')}
        error={problems.reason}
        multiline
        minRows={2}
        autoFocus={edited !== null}
        inputProps={{ maxLength: 200 }}
      />
      <PersonPicker
        label={t('owner')}
        value={draft.owner}
        onChange={(owner) => change({ owner })}
        helper={t('ownerHelp')}
        error={problems.owner}
      />
      <DayField
        label={t('endsOn')}
        fullWidth={false}
        day={dateOf(draft.endsAt)}
        onDay={(day) => change({ endsAt: startOf(day) })}
        helper={t('endsOnHelp')}
        error={problems.endsAt}
        min={dateOf(daysAfter(now, 1))}
        max={dateOf(daysAfter(now, LONGEST_DAYS))}
        sx={{ mb: 0, '& .MuiOutlinedInput-root': { width: 208 } }}
      />
    </ConfirmDialog>
  );
}

/** What is wrong with a person who was chosen, once it is known. */
function useWhy(person: Person | null, why: typeof whyMoot): string | null {
  const { data } = usePerson(person?.id ?? '', { enabled: person !== null });
  return person && data?.id === person.id ? why(data) : null;
}
