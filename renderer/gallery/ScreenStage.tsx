import { useState } from 'react';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { App } from '../app/App.tsx';
import { routes } from '../app/routes.tsx';
import type { Shell } from '../transport/shell.ts';
import { useActs, type Act } from './acts.ts';
import type { Theme } from './address.ts';
import { empty, full } from './fixture/recorded.ts';
import { createFixtureTransport } from './fixture/transport.ts';
import { nothing } from './Held.tsx';
import { WithOptions, type Screen, type ScreenState } from './screens.tsx';

const STEP = '/step';
const NONE: readonly Act[] = [];

/** The whole console at one address, in a router whose address is nobody's, answered from the fixture. */
export function ScreenStage({ screen, state, theme }: { screen: Screen; state: ScreenState; theme: Theme }) {
  const { path = STEP, show, written = {}, acts = NONE } = screen;
  const [handed] = useState(() => ({
    transport: createFixtureTransport({
      state,
      fixture: state === 'empty' ? empty : full,
      written,
      known: show && ['signIn.options'],
    }),
    shell: shellFor(theme),
    makeRouter: () => createMemoryRouter([...stepRoutes(show), ...routes], { initialEntries: [path] }),
  }));
  useActs(state === 'full' ? acts : NONE);
  return <App {...handed} />;
}

const stepRoutes = (show: Screen['show']): RouteObject[] =>
  show ? [{ path: STEP, element: <WithOptions show={show} /> }] : [];

const left = () => Promise.resolve({ ok: true, data: 'left' } as const);

function shellFor(theme: Theme): Shell {
  return {
    appearance: theme,
    setAppearance: nothing,
    copySecret: () => Promise.resolve(),
    setBadge: nothing,
    protectContent: nothing,
    subscribe: () => nothing,
    sso: {
      signIn: left,
      stepUp: left,
      test: () => new Promise(nothing),
      comeBack: () => Promise.resolve({ ok: true, data: 'handed_over' }),
    },
  };
}
