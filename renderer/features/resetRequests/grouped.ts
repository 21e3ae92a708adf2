/** A phone number in threes from its end, so that it can be read and dialled without losing the place. */
export function grouped(number: string): string {
  return number.replace(/\d(?=(\d{3})+$)/g, '$& ');
}
