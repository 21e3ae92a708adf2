import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { Look } from '../app/Look.tsx';
import { direction, locale } from '../language/current.ts';
import { EmptyState } from '../ui/states.tsx';
import type { View } from './address.ts';
import { GroupPage, PiecePage } from './PiecePage.tsx';
import { searchOnSlash } from './slash.ts';
import { ADDRESSES, findStory, isGroup, PIECES, stateShown } from './stories.ts';
import { SCREENS } from './screens.tsx';
import { ScreenStage } from './ScreenStage.tsx';
import { useView } from './useView.ts';
import { t } from './words.ts';

/** Puts the page into the document on which one story is shown, and nothing else. */
export function showStage(): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = direction;
  // For whoever walks through all of them.
  document.documentElement.dataset['stories'] = JSON.stringify(ADDRESSES);
  searchOnSlash();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Stage />);
}

function Stage() {
  const view = useView();
  const story = findStory(view.story);
  const state = story ? stateShown(story, view.state) : '';
  useEffect(() => {
    document.documentElement.style.fontSize = view.size === '100' ? '' : `${view.size}%`;
  }, [view.size]);
  const shown = `${view.story}/${state}`;
  useEffect(() => {
    document.documentElement.dataset['story'] = shown;
  }, [shown]);
  const key = `${shown} ${view.theme}`;
  const screen = SCREENS.get(view.story.replace(/^screens\//, ''));
  const answered = screen?.states.find((each) => each === state);
  return screen && answered ? (
    <ScreenStage key={key} screen={screen} state={answered} theme={view.theme} />
  ) : (
    <Pieces key={key} view={view} state={state} />
  );
}

/** Pieces link and ask before one leaves: they stand in a router whose address is nobody's. */
function Pieces({ view, state }: { view: View; state: string }) {
  const [router] = useState(() =>
    createMemoryRouter([{ path: '*', element: <Story story={view.story} state={state} /> }]),
  );
  return (
    <Look start={view.theme}>
      <RouterProvider router={router} />
    </Look>
  );
}

function Story({ story, state }: { story: string; state: string }) {
  const [room, name = ''] = story.split('/');
  const piece = PIECES.get(name);
  if (room === 'groups' && isGroup(name)) return <GroupPage group={name} />;
  if (room === 'pieces' && piece) return <PiecePage name={name} piece={piece} state={state} />;
  return (
    <main>
      <EmptyState title={t('notThere')} />
    </main>
  );
}
