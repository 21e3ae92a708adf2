import Box from '@mui/material/Box';
import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** What the browser alone decides, as a class that can be given: rules for the one are copied for the other. */
const DECIDED = { hover: /:hover(?![-\w])/g, focus: /:focus(-visible)?(?![-\w])/g } as const;
const TAKES_FOCUS = 'a[href], button, input, select, textarea, [tabindex="0"]';

interface Props {
  as: keyof typeof DECIDED;
  children: ReactNode;
}

/** Shows something as it looks under the pointer, or when Tab has reached it. */
export function Shown({ as, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const marked = frame.current?.querySelectorAll(as === 'focus' ? TAKES_FOCUS : '*') ?? [];
    for (const element of marked) {
      element.classList.add(classOf(as));
      if (as === 'focus') markAsMui(element);
    }
    const copies = new CSSStyleSheet();
    copies.replaceSync(
      document.adoptedStyleSheets.flatMap((sheet) => copiesIn(sheet.cssRules, as)).join('\n'),
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, copies];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== copies);
    };
  }, [as]);
  return <Box ref={frame}>{children}</Box>;
}

/** MUI decides by a script what has the focus, and marks what is around a field or a box to tick. */
function markAsMui(element: Element): void {
  element.closest('.MuiButtonBase-root')?.classList.add('Mui-focusVisible');
  if (element.matches('input, select, textarea'))
    element.closest('.MuiInputBase-root')?.classList.add('Mui-focused');
}

const classOf = (as: Props['as']) => `shown-${as}`;

function copiesIn(rules: CSSRuleList, as: Props['as']): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSMediaRule) {
      const inner = copiesIn(rule.cssRules, as);
      // What is left out where nothing hovers would put the hover back.
      if (inner.length === 0 || rule.conditionText.includes('hover: none')) return [];
      return [`@media ${rule.conditionText} { ${inner.join('\n')} }`];
    }
    if (!(rule instanceof CSSStyleRule)) return [];
    const selector = rule.selectorText.replace(DECIDED[as], `.${classOf(as)}`);
    return selector === rule.selectorText ? [] : [`${selector} { ${rule.style.cssText} }`];
  });
}
