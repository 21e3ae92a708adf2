import type { Page } from '@playwright/test';

export interface Look {
  scheme: 'light' | 'dark';
  width: 'wide' | 'desk' | 'narrow';
}

const SIZES = {
  wide: { width: 1440, height: 900 },
  desk: { width: 1280, height: 800 },
  narrow: { width: 390, height: 844 },
};

/** Shows what is on screen in both themes, on a desk and on a phone, unless fewer are named. */
export async function inEveryLook(
  page: Page,
  see: (name: string, look: Look) => Promise<void>,
  widths: readonly Look['width'][] = ['narrow', 'wide'],
  schemes: readonly Look['scheme'][] = ['dark', 'light'],
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize(SIZES[width]);
    for (const scheme of schemes) {
      // Without motion a theme is there at once, and not in the middle of a fade.
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await painted(page, scheme);
      await see(`${scheme}, ${width}`, { scheme, width });
    }
  }
}

/** The theme is there, and nothing moves any more. */
async function painted(page: Page, scheme: Look['scheme']): Promise<void> {
  await page.waitForFunction((wanted) => document.documentElement.dataset['scheme'] === wanted, scheme);
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => void requestAnimationFrame(resolve));
    await frame();
    await frame();
    const ending = document
      .getAnimations()
      .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}
