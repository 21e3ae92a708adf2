import { walkTest } from './walk.ts';

walkTest(1);
