import { setClock } from './clock.ts';
import { openInSpeech } from './open.ts';

openInSpeech();
const { full } = await import('./fixture/recorded.ts');
setClock(full.recordedAt);
const { showStage } = await import('./Stage.tsx');
showStage();
