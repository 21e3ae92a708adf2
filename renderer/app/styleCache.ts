import createCache from '@emotion/cache';
import { StyleSheet, type Options } from '@emotion/sheet';
import { direction } from '../language/current.ts';

/** Puts left for right in every rule, where lines run that way. */
const mirror = direction === 'rtl' ? [(await import('@mui/stylis-plugin-rtl')).default] : undefined;

/**
 * Emotion's rules in constructable style sheets instead of `<style>` elements.
 * SECURITY: `style-src 'self'` refuses even an empty `<style>` that a script adds, and a nonce needs a page made anew for each
 * request, which a static file and app:// are not. CSSOM is allowed by CSP (CSP3 §6.1.14), so nothing has to be loosened (S-70).
 */
class AdoptedSheet extends StyleSheet {
  readonly #sheet = new CSSStyleSheet();

  constructor(options: Options) {
    super({ ...options, speedy: true });
    // Emotion's Global looks at its tags to tell whether there is something to flush; this one is never in the document.
    this.tags = [document.createElement('style')];
    const adopted = document.adoptedStyleSheets;
    const isGlobal = options.key.endsWith('-global');
    document.adoptedStyleSheets = isGlobal ? [this.#sheet, ...adopted] : [...adopted, this.#sheet];
  }

  override insert(rule: string): void {
    try {
      this.#sheet.insertRule(rule, this.#sheet.cssRules.length);
    } catch {
      // A vendor-prefixed rule of another browser: not understood here, and not needed.
    }
  }

  override flush(): void {
    this.#sheet.replaceSync('');
  }

  override hydrate(): void {
    // Nothing is rendered on a server.
  }
}

/** The cache that every styled component of the app writes to. */
export function createStyleCache() {
  const cache = createCache({ key: 'gh', ...(mirror && { stylisPlugins: mirror }) });
  cache.sheet = new AdoptedSheet({ key: 'gh', container: document.head });
  return cache;
}
