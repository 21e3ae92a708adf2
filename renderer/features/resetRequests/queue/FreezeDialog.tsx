import Box from '@mui/material/Box';
import { use, useState } from 'react';
import { FREEZE_SWITCHES, freezeWords } from '../../../../contract/freeze.ts';
import type { FreezeSwitch } from '../../../../contract/freeze.ts';
import { StepUpContext } from '../../../data/context.ts';
import { useMe } from '../../../data/me.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { say } from '../../../language/say.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { WhyField } from '../../../ui/WhyField.tsx';

const CONSEQUENCES: Record<FreezeSwitch, string> = {
  resets: 'No reset happens, also none whose hold ends. Checks are still recorded, and requests denied.',
  setups:
    'Nobody sets up or moves MFA, and no activation code or set-up link goes out: nobody new can be added.',
  passwords: 'No mailed link sets a password, neither a forgotten one nor a first.',
};

const THAWED: Record<FreezeSwitch, string> = {
  resets: 'Resets can be approved again, and holds that ended meanwhile are carried out.',
  setups: 'People set up and move MFA again, and new people can be added.',
  passwords: 'Mailed links set passwords again.',
};

interface Props {
  act: 'freeze' | 'unfreeze';
  on: readonly FreezeSwitch[];
  onClose: () => void;
}

/** Which of the switches, and why. */
export function FreezeDialog({ act, on, onClose }: Props) {
  const isFreezing = act === 'freeze';
  const offered = FREEZE_SWITCHES.filter((name) => on.includes(name) !== isFreezing);
  const toast = useToast();
  const stepUp = use(StepUpContext);
  const { steppedUpUntil } = useMe().session;
  const [chosen, setChosen] = useState<readonly FreezeSwitch[]>(isFreezing ? offered.slice(0, 1) : offered);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<{ why?: string; form?: string }>({});
  const freeze = useWrite('resetRequests.freeze', {
    onDone: () => {
      toast(`${say(freezeWords(chosen))} are frozen.`);
      onClose();
      // It is frozen at once; whoever doesn't confirm within 15 minutes has frozen nothing.
      if (!steppedUpUntil || Date.parse(steppedUpUntil) <= Date.now()) void stepUp();
    },
  });
  const unfreeze = useWrite('resetRequests.unfreeze', {
    onDone: () => {
      toast(`${say(freezeWords(chosen))} go on again.`);
      onClose();
    },
  });
  const write = isFreezing ? freeze : unfreeze;
  const confirm = () => {
    const why = reason.trim() ? undefined : 'Say why, in a sentence: colleagues read it in the mail.';
    const form = chosen.length > 0 ? undefined : 'Choose what.';
    setProblem({ ...(why && { why }), ...(form && { form }) });
    if (!why && !form) write.mutate({ reason: reason.trim(), switches: [...chosen] });
  };
  return (
    <ConfirmDialog
      open
      title={isFreezing ? 'Freeze?' : 'Unfreeze?'}
      confirmLabel={isFreezing ? 'Freeze' : 'Unfreeze'}
      danger={isFreezing}
      busy={write.isPending}
      error={write.error?.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        {isFreezing
          ? 'It counts from this moment on. Then confirm within 15 minutes that it was you, or it ends by itself. People still sign in with what they have. Only a security officer can unfreeze.'
          : 'What you choose goes on at once. Check the queue first.'}
      </p>
      <Box sx={{ mb: 3 }}>
        {offered.map((name) => (
          <SwitchField
            key={name}
            label={say(freezeWords([name]))}
            helper={(isFreezing ? CONSEQUENCES : THAWED)[name]}
            checked={chosen.includes(name)}
            onChange={(checked) =>
              setChosen(FREEZE_SWITCHES.filter((each) => (each === name ? checked : chosen.includes(each))))
            }
          />
        ))}
      </Box>
      {problem.form && <Banner tone="danger">{problem.form}</Banner>}
      <WhyField
        value={reason}
        error={problem.why}
        onChange={(why) => {
          setReason(why);
          setProblem({});
        }}
      />
    </ConfirmDialog>
  );
}
