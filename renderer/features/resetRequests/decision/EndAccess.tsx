import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { rankOf, ROLES } from '../../../../contract/permissions.ts';
import { useCan, useMe } from '../../../data/me.ts';
import { EndSessionsDialog } from '../../../shared/EndSessionsDialog.tsx';
import { t } from '../words.ts';

/** After an attack by somebody who may know the password: the person is signed out, and asked for a new one. Once. */
export function EndAccess({ request }: { request: ResetRequest }) {
  const [isOpen, setOpen] = useState(false);
  const { user: me } = useMe();
  const mayDecide = useCan('resets.decide');
  const { id, user, person, suspectedAttack, history } = request;
  const isAbove = rankOf(ROLES.filter((role) => person.roles.includes(role))) > rankOf(me.roles);
  const wasAsked = history.some(({ action }) => action === 'password.asked_anew');
  if (!suspectedAttack || !mayDecide || me.id === user.id || isAbove || wasAsked) return null;
  return (
    <>
      <Button
        variant="outlined"
        color="error"
        size="small"
        onClick={() => setOpen(true)}
        // On a phone it is longer than its line, in some languages.
        sx={{ height: 'auto', py: 1, whiteSpace: 'normal', textAlign: 'start' }}
      >
        {t('endAccess')}
      </Button>
      {isOpen && <EndSessionsDialog user={user} requestId={id} onClose={() => setOpen(false)} />}
    </>
  );
}
