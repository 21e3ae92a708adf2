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
import { t } from '../words.ts';

const FROZEN: Record<FreezeSwitch, string> = {
  resets: t('frozenResets'),
  setups: t('frozenSetups'),
  passwords: t('frozenPasswords'),
};

const THAWED: Record<FreezeSwitch, string> = {
  resets: t('thawedResets'),
  setups: t('thawedSetups'),
  passwords: t('thawedPasswords'),
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
      toast(t('frozen', { switches: say(freezeWords(chosen)) }));
      onClose();
      // It is frozen at once; whoever doesn't confirm within 15 minutes has frozen nothing.
      if (!steppedUpUntil || Date.parse(steppedUpUntil) <= Date.now()) {
        void stepUp(t('freezeCounts'));
      }
    },
  });
  const unfreeze = useWrite('resetRequests.unfreeze', {
    onDone: () => {
      toast(t('unfrozen', { switches: say(freezeWords(chosen)) }));
      onClose();
    },
  });
  const write = isFreezing ? freeze : unfreeze;
  const confirm = () => {
    const why = reason.trim() ? undefined : t('freezeWhy');
    const form = chosen.length > 0 ? undefined : t('chooseSwitch');
    setProblem({ ...(why && { why }), ...(form && { form }) });
    if (!why && !form) write.mutate({ reason: reason.trim(), switches: [...chosen] });
  };
  return (
    <ConfirmDialog
      open
      title={isFreezing ? t('freezeTitle') : t('unfreezeTitle')}
      confirmLabel={isFreezing ? t('freeze') : t('unfreeze')}
      danger={isFreezing}
      busy={write.isPending}
      error={write.error?.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{isFreezing ? t('freezeLead') : t('unfreezeLead')}</p>
      <Box sx={{ mb: 3 }}>
        {offered.map((name) => (
          <SwitchField
            key={name}
            label={say(freezeWords([name]))}
            helper={(isFreezing ? FROZEN : THAWED)[name]}
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
