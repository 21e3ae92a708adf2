import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { System } from '../../../../contract/operations/systems.ts';
import { LINK_RULES } from '../../../../contract/systems.ts';
import type { LinkRule } from '../../../../contract/systems.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { keptToast } from '../../../shared/keptForSecond.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { FormFoot } from '../../../ui/FormFoot.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';
import { LinkRulePreview } from './LinkRulePreview.tsx';

type Choice = LinkRule | 'off';

const LABELS: Record<Choice, string> = {
  off: t('ruleOff'),
  username: t('ruleUsername'),
  email: t('ruleEmail'),
};
const OPTIONS = (['off', ...LINK_RULES] as const).map((value) => ({ value, label: LABELS[value] }));

/** Chooses by which rule people are linked to a system; switching one on waits for a second person. */
export function LinkRuleDialog({ system, onClose }: { system: System; onClose: () => void }) {
  const { id, name, linkRule } = system;
  const toast = useToast();
  const [choice, setChoice] = useState<Choice>(linkRule?.rule ?? 'off');
  const [previewed, setPreviewed] = useState<LinkRule>();
  const save = useWrite('settings.systems.setLinkRule', {
    onDone: (done) => {
      toast('pendingChange' in done ? keptToast(done) : t('ruleSavedOff', { system: name }));
      onClose();
    },
  });
  return (
    <TaskDialog open title={t('linkByRuleTitle', { system: name })} onClose={onClose}>
      <Typography sx={{ mb: 4 }}>{t('linkByRuleLead')}</Typography>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ id, rule: choice === 'off' ? null : choice });
        }}
      >
        <ChoiceField label={t('ruleChoice')} options={OPTIONS} value={choice} onChange={setChoice} />
        {choice !== 'off' && choice !== previewed && (
          <Button variant="outlined" size="small" sx={{ mb: 4 }} onClick={() => setPreviewed(choice)}>
            {t('rulePreview')}
          </Button>
        )}
        {choice !== 'off' && choice === previewed && <LinkRulePreview systemId={id} rule={choice} />}
        <FormFoot
          refusal={save.error?.refusal}
          label={t('ruleSave')}
          busy={save.isPending}
          onCancel={onClose}
        />
      </form>
    </TaskDialog>
  );
}
