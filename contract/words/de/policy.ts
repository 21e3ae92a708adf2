import type { words as english } from '../en/policy.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({});
