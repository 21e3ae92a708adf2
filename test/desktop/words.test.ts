import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { nameOf, LOCAL } from '../../electron/main/desktop/profiles.ts';
import { describeState } from '../../electron/main/desktop/state.ts';
import { createSupervisor } from '../../electron/main/localServer/supervisor.ts';
import { createAttention } from '../../electron/main/window/attention.ts';
import { applicationMenu, trayMenu } from '../../electron/main/window/menu.ts';
import { openWords, type Words } from '../../electron/main/words.ts';

const nothing = () => undefined;

function menuIn({ say }: Words, platform: NodeJS.Platform = 'linux') {
  return applicationMenu(say, { platform, developer: true, open: nothing, lock: nothing });
}
const labels = (items: MenuItemConstructorOptions[]) => items.map(({ label }) => label);

function notificationIn({ say }: Words) {
  const shown: { title: string; body: string }[] = [];
  const attention = createAttention({
    notify: (text) => shown.push(text),
    setBadge: nothing,
    isFocused: () => false,
    open: nothing,
    say,
  });
  return () => {
    attention.announceRequest(`request ${shown.length}`);
    return shown.at(-1)?.title;
  };
}

describe('the desktop speaks', () => {
  it('the system’s language first, then the one that the page told', async () => {
    const words = await openWords(['de-AT', 'en-GB']);
    const notify = notificationIn(words);
    expect(labels(menuIn(words))).toEqual(['Datei', 'Bearbeiten', 'Gehe zu', 'Ansicht', 'Fenster', 'Hilfe']);
    expect(notify()).toBe('Neue Anfrage');
    await words.use('en');
    expect(words.language()).toBe('en');
    expect(labels(menuIn(words))).toEqual(['File', 'Edit', 'Go', 'View', 'Window', 'Help']);
    expect(notify()).toBe('New reset request');
  });

  it('English where the system asks for nothing that there is', async () => {
    const words = await openWords(['C', 'fr-FR']);
    expect(words.language()).toBe('en');
    expect(words.say('waiting', { count: 0 })).toBe('Gatehouse');
    expect(words.say('waiting', { count: 2 })).toBe('Gatehouse: 2 reset requests wait');
  });

  it('the last language that was told, however they arrive', async () => {
    const words = await openWords(['en']);
    await Promise.all([words.use('de'), words.use('en')]);
    expect(words.say('quit')).toBe('Quit');
  });

  it.each(['linux', 'win32', 'darwin'] as const)('by a label on every entry: %s', async (platform) => {
    const words = await openWords(['de']);
    const entries = menuIn(words, platform).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const unnamed = [
      ...entries,
      ...trayMenu(words.say, { show: nothing, open: nothing, lock: nothing, quit: nothing }),
    ]
      .filter(({ type }) => type !== 'separator')
      .filter(({ label }) => label === undefined);
    expect(unnamed).toEqual([]);
  });

  it('of what happened before in the language of now', async () => {
    const words = await openWords(['en']);
    const supervisor = createSupervisor({
      spawn: ({ onExit }) => ({ send: () => onExit(1), kill: nothing }),
      startMessage: () => ({ type: 'start', kind: 'local', dataDir: '/d', setupToken: 't', keyring: 'k' }),
      now: () => 0,
      after: () => ({ cancel: nothing }),
      onState: nothing,
    });
    supervisor.start();
    const state = () =>
      describeState({
        profiles: [LOCAL],
        active: LOCAL,
        server: supervisor.state(),
        appearance: 'system',
        platform: 'linux',
        version: '0.1.0',
        keychain: true,
        words,
      });
    expect(state().localServer.message).toContain('is starting again');
    await words.use('de');
    expect(state().localServer.message).toContain('startet neu');
    expect(state().profiles[0]?.name).toBe('Auf diesem Computer');
    expect(nameOf({ id: 's', kind: 'server', name: 'Northwind' }, words.say)).toBe('Northwind');
  });
});
