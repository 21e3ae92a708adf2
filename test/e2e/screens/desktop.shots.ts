import { rmSync } from 'node:fs';
import { test } from '@playwright/test';
import { button } from '../support/acts.ts';
import { connectTo, emptyFolder, launch } from '../support/desktop.ts';
import { inEveryLook } from './looks.ts';
import { takePicture } from './picture.ts';
import { toursOf } from './tours.ts';

test.describe.configure({ mode: 'parallel' });

for (const tour of toursOf({ users: 250 }).filter(({ web }) => !web)) {
  test(tour.title, async () => {
    const userData = emptyFolder();
    const { app, page } = await launch(userData);
    const shoot = (name: string) =>
      inEveryLook(page, (look) => takePicture(page, `desktop ${look}`, name), ['wide']);
    await button(page, /^On this computer/).waitFor();
    await shoot('welcome');
    // The app may go on asking: nobody counts its complaints here.
    const way = { arrive: (address: string) => connectTo(page, address), leave: () => Promise.resolve() };
    await tour.run(page, way, shoot);
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  });
}
