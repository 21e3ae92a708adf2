import { useEffect } from 'react';

/** What somebody does on a page until it looks as its screen shows it; names as they are read there. */
export type Act = { press: string } | { pressBegins: string } | { fill: string; text: string };

/** Does one after the other, each as soon as the page has what it is done to. */
export function useActs(acts: readonly Act[]): void {
  useEffect(() => {
    const left = [...acts];
    const goOn = () => {
      while (left[0] && isDone(left[0])) left.shift();
      if (left.length === 0) observer.disconnect();
    };
    const observer = new MutationObserver(goOn);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    goOn();
    return () => observer.disconnect();
  }, [acts]);
}

function isDone(act: Act): boolean {
  if (!('fill' in act)) {
    const isMeant = (name: string) =>
      'press' in act ? name === act.press : name.startsWith(act.pressBegins);
    const button = [...document.querySelectorAll('button')].find((one) => isMeant(nameOf(one)));
    if (!button || button.disabled) return false;
    button.click();
    return true;
  }
  const label = [...document.querySelectorAll('label')].find((one) => one.textContent.trim() === act.fill);
  const field = label?.control;
  if (!(field instanceof HTMLTextAreaElement)) return false;
  // By the element's own setter: React takes what is set through its own as known.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, act.text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}

const nameOf = (button: HTMLButtonElement) => button.getAttribute('aria-label') ?? button.textContent.trim();
