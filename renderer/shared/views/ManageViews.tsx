import Button from '@mui/material/Button';
import { useState } from 'react';
import type { View } from '../../../contract/operations/views.ts';
import { useWrite } from '../../data/useWrite.ts';
import { ActionList, ActionRow } from '../../ui/ActionList.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { OneLine } from '../../ui/OneLine.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { NameDialog } from './NameDialog.tsx';
import { t } from './words.ts';

interface Props {
  views: readonly View[];
  /** Whoever asks for it may have closed this before. */
  onRestore: (view: View) => void;
  onClose: () => void;
}

/** One's own views of a list, each to be renamed or deleted; what is deleted can be had back at once. */
export function ManageViews({ views, onRestore, onClose }: Props) {
  const toast = useToast();
  const [renaming, setRenaming] = useState<View>();
  const rename = useWrite('me.updateView', {
    onDone: () => {
      setRenaming(undefined);
      toast(t('renamed'));
    },
  });
  const remove = useWrite('me.deleteView', {
    onDone: (_none, { id }) => {
      const gone = views.find((view) => view.id === id);
      if (!gone) return;
      toast({
        text: t('deleted', { name: gone.name }),
        action: { label: t('undo'), onSelect: () => onRestore(gone) },
      });
      if (views.length === 1) onClose();
    },
  });
  return (
    <TaskDialog open title={t('savedViews')} onClose={onClose}>
      <ActionList>
        {views.map((view) => (
          <ActionRow
            key={view.id}
            actions={
              <>
                <Button
                  size="small"
                  variant="outlined"
                  aria-label={t('renameOf', { name: view.name })}
                  onClick={() => setRenaming(view)}
                >
                  {t('rename')}
                </Button>
                <Button
                  size="small"
                  variant="outlined"
                  color="error"
                  aria-label={t('deleteOf', { name: view.name })}
                  disabled={remove.isPending}
                  onClick={() =>
                    remove.mutate(
                      { id: view.id },
                      { onError: ({ message }) => toast({ tone: 'danger', text: message }) },
                    )
                  }
                >
                  {t('deleteIt')}
                </Button>
              </>
            }
          >
            <OneLine>{view.name}</OneLine>
          </ActionRow>
        ))}
      </ActionList>
      <DialogFoot>
        <Button variant="contained" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogFoot>
      {renaming && (
        <NameDialog
          title={t('renameTitle')}
          confirmLabel={t('rename')}
          name={renaming.name}
          busy={rename.isPending}
          refusal={rename.error?.refusal}
          onName={(name) => rename.mutate({ id: renaming.id, name })}
          onClose={() => {
            rename.reset();
            setRenaming(undefined);
          }}
        />
      )}
    </TaskDialog>
  );
}
