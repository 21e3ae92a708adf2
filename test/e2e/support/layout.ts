import type { Page } from '@playwright/test';

/** What is wrong with how the texts on screen lie: a sentence each. The server speaks English to a page that is made long. */
export async function layoutFaults(page: Page, isServers: (text: string) => boolean): Promise<string[]> {
  const faults = await page.evaluate(faultsInPage);
  return faults.filter((fault) => {
    const text = /^not from the catalogue: “(.*)”$/s.exec(fault)?.[1];
    return text === undefined || !isServers(text);
  });
}

/** Runs in the page. */
function faultsInPage(): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > window.innerWidth + 1) faults.push(`the page is ${root.scrollWidth} px wide`);
  const above = [...document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]')].at(-1);
  const scope = above ?? document.body;
  const named = (element: Element) =>
    `<${element.tagName.toLowerCase()}> “${(element.textContent ?? '').trim().slice(0, 60)}”`;
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    // What is for screen readers alone is one pixel large.
    return (
      width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  };
  for (const element of scope.querySelectorAll<HTMLElement>('*')) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!hasText || !isSeen(element)) continue;
    const style = getComputedStyle(element);
    if (style.display === 'inline') continue;
    const isCut =
      element.scrollWidth > element.clientWidth + 1 &&
      style.overflowX !== 'visible' &&
      style.overflowX !== 'auto';
    // A long name may end in dots; a sentence of ours may not.
    const saysItIsCut =
      style.textOverflow === 'ellipsis' &&
      (element.closest('td, th, [title]') !== null || !element.textContent.includes('['));
    if (isCut && !saysItIsCut) faults.push(`cut: ${named(element)}`);
    if (
      element.scrollHeight > element.clientHeight + 4 &&
      style.overflowY === 'hidden' &&
      style.webkitLineClamp === 'none'
    )
      faults.push(`cut below: ${named(element)}`);
  }
  const controls = [
    ...scope.querySelectorAll('button, a[href], input:not([type=hidden]), [role=tab]'),
    // A link within a sentence may be broken in two by its lines.
  ].filter((element) => isSeen(element) && getComputedStyle(element).display !== 'inline');
  const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() }));
  for (const [index, { element, box }] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (element.contains(other.element) || other.element.contains(element)) continue;
      // What is scrolled passes beneath a foot that stays.
      if (element.closest('[data-foot]') !== other.element.closest('[data-foot]')) continue;
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      const isBeneath = (one: Element, at: DOMRect) => {
        const top = document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
        return top === null || !(one.contains(top) || top.contains(one));
      };
      if (across > 3 && down > 3 && !isBeneath(element, box) && !isBeneath(other.element, other.box))
        faults.push(`overlap: ${named(element)} and ${named(other.element)}`);
    }
  }
  // English that did not come from the catalogue has its short words without accents.
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const holder = node.parentElement;
    // What stands in brackets did, and what the language puts between two such texts.
    if (
      text.includes('[') ||
      !/\b(the|is|are|and|of|to|for|not|this|your|with)\b/.test(text) ||
      !holder ||
      !isSeen(holder)
    )
      continue;
    if (holder.closest('blockquote, code, [data-typed], textarea, [translate=no]')) continue;
    faults.push(`not from the catalogue: “${text.trim()}”`);
  }
  return [...new Set(faults)];
}
