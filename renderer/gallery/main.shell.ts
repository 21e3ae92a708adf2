import { openInSpeech } from './open.ts';

openInSpeech();
const { showShell } = await import('./Shell.tsx');
showShell();
