import { paths } from '../../../contract/paths.ts';
import { PartsBar } from '../../ui/PartsBar.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const bar = (haveMfa: number, inGrace: number, locked: number) => {
  const parts = [
    { key: 'with', label: t('haveMfa'), value: haveMfa, colour: 'success.main' },
    { key: 'grace', label: t('grace'), value: inGrace, colour: 'warning.main' },
    { key: 'locked', label: t('locked'), value: locked, colour: 'control.main', striped: true },
  ];
  return <PartsBar label={t('people')} parts={parts.map((part) => ({ ...part, href: paths.users() }))} />;
};

export const piece: Piece = {
  group: 'facts',
  width: 480,
  states: [
    { name: 'plain', show: () => bar(412, 59, 9) },
    { name: 'hover', show: () => <Shown as="hover">{bar(412, 59, 9)}</Shown> },
    { name: 'focus', show: () => <Shown as="focus">{bar(412, 59, 9)}</Shown> },
    { name: 'oneMissing', show: () => bar(4811, 0, 1) },
    { name: 'complete', show: () => bar(480, 0, 0) },
    { name: 'empty', show: () => bar(0, 0, 0) },
  ],
};
