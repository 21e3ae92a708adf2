import icon from '../icon.svg';
import '../start.css';
import { readView, speak } from './address.ts';

/** Before anything is loaded that speaks: which language that is. Another one loads the page anew. */
export function openInSpeech(): void {
  const { speech } = readView(location.hash);
  speak(speech);
  window.addEventListener('hashchange', () => {
    if (readView(location.hash).speech !== speech) location.reload();
  });
  const link = Object.assign(document.createElement('link'), { rel: 'icon', href: icon });
  document.head.append(link);
}
