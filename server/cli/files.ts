import { readFileToWrite } from '../config/paths.ts';
import { WrongValue } from '../config/wrongValue.ts';
import { WrongUse } from '../failure.ts';
import { refuseOddText } from './readOptions.ts';

/** The same path where a file could be made. Throws `WrongUse`. */
export const fileToMake = (file: string): string => judged(file, readFileToWrite);

/** The same path where somebody could have meant it. Throws `WrongUse`. */
export const fileToRead = (file: string): string => judged(file, (path) => path);

function judged(file: string, read: (path: string) => string): string {
  try {
    refuseOddText(file, 'text');
    return read(file);
  } catch (error) {
    if (!(error instanceof WrongValue)) throw error;
    throw new WrongUse(error.said, { cause: error });
  }
}
