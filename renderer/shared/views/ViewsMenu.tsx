import { mdiBookmarkOutline, mdiBookmarkPlusOutline, mdiCheck, mdiPencilOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useId, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { View } from '../../../contract/operations/views.ts';
import type { ViewList } from '../../../contract/viewLists.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Icon } from '../../ui/Icon.tsx';
import { OneLine } from '../../ui/OneLine.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { ManageViews } from './ManageViews.tsx';
import { NameDialog } from './NameDialog.tsx';
import { viewAddress, viewQuery } from './viewAddress.ts';
import { t } from './words.ts';
import { useOpened } from '../../ui/useOpened.ts';

/** One's own views of a list: each by its name, the one that is shown with a tick, and what is shown to be kept as one. */
export function ViewsMenu({ list }: { list: ViewList }) {
  const id = useId();
  const navigate = useNavigate();
  const toast = useToast();
  const { search } = useLocation();
  const { anchor, isOpen, wasOpened, open, close } = useOpened();
  const [asked, setAsked] = useState<'save' | 'manage'>();
  const { data } = useRead('me.views', {});
  const views = data?.items.filter((view) => view.list === list) ?? [];
  const query = viewQuery(list, search);
  const leave = () => {
    save.reset();
    replace.reset();
    setAsked(undefined);
  };
  const save = useWrite('me.createView', {
    onDone: () => {
      toast(t('saved'));
      setAsked(undefined);
    },
  });
  const replace = useWrite('me.updateView');
  const named = (name: string) => views.find((view) => view.name.toLowerCase() === name.toLowerCase());
  const replaced = ({ id: viewId, name, query: before }: View) => {
    setAsked(undefined);
    toast({
      text: t('replaced', { name }),
      action: { label: t('undo'), onSelect: () => replace.mutate({ id: viewId, query: before }) },
    });
  };
  const restore = useWrite('me.createView');
  const putBack = ({ name, query: kept }: View) =>
    restore.mutate(
      { list, name, query: kept },
      { onError: ({ message }) => toast({ tone: 'danger', text: message }) },
    );
  const choose = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <>
      <Tooltip title={t('savedViews')}>
        <IconButton
          aria-label={t('savedViews')}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={open}
        >
          <Icon path={mdiBookmarkOutline} />
        </IconButton>
      </Tooltip>
      {wasOpened && (
        <Menu id={id} anchorEl={anchor} open={isOpen} onClose={close}>
          {views.length === 0 && (
            <Box component="li" role="presentation" sx={{ px: 4, py: 2, color: 'text.secondary' }}>
              {t('noneYet')}
            </Box>
          )}
          {views.map((view) => {
            const isShown = viewQuery(list, view.query) === query;
            return (
              <MenuItem
                key={view.id}
                role="menuitemradio"
                aria-checked={isShown}
                onClick={choose(() => void navigate(viewAddress(view)))}
              >
                <Icon path={mdiCheck} sx={{ visibility: isShown ? 'visible' : 'hidden' }} />
                <OneLine upTo={280}>{view.name}</OneLine>
              </MenuItem>
            );
          })}
          <Divider component="li" />
          <MenuItem disabled={query === ''} onClick={choose(() => setAsked('save'))}>
            <Icon path={mdiBookmarkPlusOutline} />
            {t(query === '' ? 'nothingToSave' : 'saveThis')}
          </MenuItem>
          {views.length > 0 && (
            <MenuItem onClick={choose(() => setAsked('manage'))}>
              <Icon path={mdiPencilOutline} />
              {t('manage')}
            </MenuItem>
          )}
        </Menu>
      )}
      {asked === 'save' && (
        <NameDialog
          title={t('saveTitle')}
          confirmLabel={t('save')}
          busy={save.isPending || replace.isPending}
          refusal={save.error?.refusal ?? replace.error?.refusal}
          isTaken={(name) => named(name) !== undefined}
          onName={(name) => {
            const taken = named(name);
            if (taken) replace.mutate({ id: taken.id, query }, { onSuccess: () => replaced(taken) });
            else save.mutate({ list, name, query });
          }}
          onClose={leave}
        />
      )}
      {asked === 'manage' && <ManageViews views={views} onRestore={putBack} onClose={leave} />}
    </>
  );
}
