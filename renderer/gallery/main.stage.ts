import { setClock } from './clock.ts';
import { openInSpeech } from './open.ts';

openInSpeech();
setClock('2026-11-24T10:42:00Z');
const { showStage } = await import('./Stage.tsx');
showStage();
