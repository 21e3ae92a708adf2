/** A value of an option, a variable or a setting can't be right. The message says what is wrong with it, and never repeats a secret. */
export class WrongValue extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WrongValue';
  }
}
