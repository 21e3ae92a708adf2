import type { words as english } from '../../en/answers/views.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  noSuchView: 'Diese Ansicht haben Sie nicht.',
  notYourList: 'Ihre Rollen erlauben nicht, diese Liste zu lesen.',
  notOfThisList: 'Hierin steht etwas, wonach die Liste weder filtert noch sortiert.',
  nameTaken: 'Sie haben von dieser Liste schon eine Ansicht „{name}“. Wählen Sie einen anderen Namen.',
  tooManyViews: 'Sie haben {most, number} Ansichten, mehr sind nicht möglich. Löschen Sie zuerst eine.',
});
