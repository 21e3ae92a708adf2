import type { Language } from '../../../contract/words/languages.ts';
import { useMe } from '../../data/me.ts';
import { useWrite } from '../../data/useWrite.ts';
import { chooseOwn } from '../../language/current.ts';
import { useToast } from '../../ui/Toasts.tsx';
import { t } from '../words.ts';

/** The language that the person chose, null as their system says; a choice is kept with their account, and loads the page anew. */
export function useOwnLanguage() {
  const { language: own } = useMe();
  const toast = useToast();
  const update = useWrite('me.update', { onDone: (me) => chooseOwn(me.language) });
  const choose = (language: Language | null) =>
    update.mutate(
      { language },
      {
        onError: ({ message }) => toast({ tone: 'danger', text: t('languageNotSaved', { detail: message }) }),
      },
    );
  return { own, choose };
}
