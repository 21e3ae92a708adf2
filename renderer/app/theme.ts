import { createTheme, type PaletteOptions } from '@mui/material/styles';
import { direction } from '../language/current.ts';
import { components } from './themeComponents.ts';
import { DARK, LIGHT, MONO, SANS, type Tokens } from './tokens.ts';

interface SoftColours {
  accent: string;
  success: string;
  warning: string;
  danger: string;
  neutral: string;
}
interface OwnPalette {
  /** Behind a word that carries a state. */
  soft: SoftColours;
  /** Borders of things that take input: 3:1 against what is around them. */
  control: { main: string };
  surface: { raised: string; hover: string };
  floating: { shadow: string };
}
declare module '@mui/material/styles' {
  interface Palette extends OwnPalette {}
  interface PaletteOptions extends OwnPalette {}
  interface TypographyVariants {
    mono: { fontFamily: string };
  }
  interface TypographyVariantsOptions {
    mono: { fontFamily: string };
  }
}

function palette(tokens: Tokens): PaletteOptions {
  return {
    primary: { main: tokens.accent, dark: tokens.accentHover, contrastText: tokens.onAccent },
    secondary: { main: tokens.secondary, contrastText: tokens.surface },
    success: { main: tokens.success },
    warning: { main: tokens.warning },
    error: { main: tokens.danger, dark: tokens.dangerHover, contrastText: tokens.onDanger },
    background: { default: tokens.background, paper: tokens.surface },
    text: { primary: tokens.text, secondary: tokens.secondary, disabled: tokens.disabled },
    divider: tokens.border,
    action: { hover: tokens.hover, disabled: tokens.disabled, disabledBackground: tokens.neutralSoft },
    soft: {
      accent: tokens.accentSoft,
      success: tokens.successSoft,
      warning: tokens.warningSoft,
      danger: tokens.dangerSoft,
      neutral: tokens.neutralSoft,
    },
    control: { main: tokens.controlBorder },
    surface: { raised: tokens.raised, hover: tokens.hover },
    floating: { shadow: tokens.shadow },
  };
}

const rem = (pixels: number) => `${pixels / 16}rem`;

/** Colours are CSS variables, so that changing between light and dark renders nothing again. */
export const theme = createTheme({
  direction,
  cssVariables: { cssVarPrefix: 'gh', colorSchemeSelector: 'data-scheme' },
  colorSchemes: { light: { palette: palette(LIGHT) }, dark: { palette: palette(DARK) } },
  spacing: 4,
  shape: { borderRadius: 6 },
  breakpoints: { values: { xs: 0, sm: 480, md: 700, lg: 1100, xl: 1440 } },
  transitions: {
    duration: {
      shortest: 120,
      shorter: 120,
      short: 140,
      standard: 160,
      complex: 180,
      enteringScreen: 160,
      leavingScreen: 120,
    },
    easing: { easeInOut: 'ease-out', easeOut: 'ease-out', easeIn: 'ease-out', sharp: 'ease-out' },
  },
  typography: {
    fontFamily: SANS,
    mono: { fontFamily: MONO },
    h1: { fontSize: rem(20), fontWeight: 600, lineHeight: 1.3, letterSpacing: '-0.01em' },
    h2: { fontSize: rem(16), fontWeight: 600, lineHeight: 1.4 },
    h3: { fontSize: rem(14), fontWeight: 600, lineHeight: 1.4 },
    body1: { fontSize: rem(14), lineHeight: 1.5 },
    body2: { fontSize: rem(13), lineHeight: 1.5 },
    caption: { fontSize: rem(12), lineHeight: 1.4 },
    button: { fontSize: rem(14), fontWeight: 500, textTransform: 'none', lineHeight: 1.4 },
  },
  components,
});
