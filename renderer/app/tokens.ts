/** What both colour schemes are made of: the one place to change a colour (contrast is 4.5:1 or better for text). */
export interface Tokens {
  background: string;
  surface: string;
  raised: string;
  border: string;
  controlBorder: string;
  text: string;
  secondary: string;
  disabled: string;
  accent: string;
  accentHover: string;
  onAccent: string;
  accentSoft: string;
  success: string;
  successSoft: string;
  warning: string;
  warningSoft: string;
  danger: string;
  dangerHover: string;
  onDanger: string;
  dangerSoft: string;
  neutralSoft: string;
  hover: string;
  shadow: string;
}

export const LIGHT: Tokens = {
  background: '#F6F7F9',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  border: '#E2E5EA',
  controlBorder: '#868E9A',
  text: '#14171B',
  secondary: '#515965',
  disabled: '#8A929E',
  accent: '#2B57D9',
  accentHover: '#2349BA',
  onAccent: '#FFFFFF',
  accentSoft: '#E9EFFE',
  success: '#1A7A48',
  successSoft: '#E6F4EC',
  warning: '#945600',
  warningSoft: '#FDF1DD',
  danger: '#BF2F1D',
  dangerHover: '#A22617',
  onDanger: '#FFFFFF',
  dangerSoft: '#FCEBE8',
  neutralSoft: '#EEF0F3',
  hover: '#F1F3F6',
  shadow: '0 0 0 1px rgb(20 23 27 / 6%), 0 8px 28px rgb(20 23 27 / 16%)',
};

export const DARK: Tokens = {
  background: '#0F1216',
  surface: '#161A20',
  raised: '#1D222A',
  border: '#2A313B',
  controlBorder: '#6B7480',
  text: '#E9ECF0',
  secondary: '#A5AEBA',
  disabled: '#6B7480',
  accent: '#8EABFF',
  accentHover: '#A6BDFF',
  onAccent: '#0B1020',
  accentSoft: '#1C2747',
  success: '#62CE97',
  successSoft: '#14301F',
  warning: '#F2B761',
  warningSoft: '#352710',
  danger: '#FF8F80',
  dangerHover: '#FFA79B',
  onDanger: '#200B08',
  dangerSoft: '#3B1B17',
  neutralSoft: '#252B34',
  hover: '#1E242C',
  shadow: '0 0 0 1px rgb(255 255 255 / 7%), 0 10px 32px rgb(0 0 0 / 55%)',
};

export const SANS = "'Inter Variable', 'Inter', system-ui, sans-serif";
export const MONO = "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace";
