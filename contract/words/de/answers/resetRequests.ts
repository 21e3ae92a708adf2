import type { words as english } from '../../en/answers/resetRequests.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({});
