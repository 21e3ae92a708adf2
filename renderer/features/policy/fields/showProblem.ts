import { problemId } from './Setting.tsx';

/** Brings what is wrong with a setting into sight, and the cursor to where it is put right. */
export function showProblem(key: string): void {
  const id = problemId(key);
  document.getElementById(id)?.scrollIntoView({ block: 'center' });
  document.querySelector<HTMLElement>(`[aria-describedby~="${id}"]`)?.focus({ preventScroll: true });
}
