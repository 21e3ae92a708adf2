/** What the gallery can be read in: the languages there are, and two trials for whoever tests a layout. */
export const SPEECHES = ['en', 'de', 'long', 'mirrored'] as const;
export type Speech = (typeof SPEECHES)[number];
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
/** Of the window around a story, in pixels; `full`: whatever there is. */
export const WIDTHS = ['full', '390', '640', '1280', '1440'] as const;
export type Width = (typeof WIDTHS)[number];
/** Of the text, in per cent. */
export const SIZES = ['100', '125', '150', '200'] as const;
export type Size = (typeof SIZES)[number];

/** What is on show and how. All of it stands in the address, so that any of it can be sent to somebody. */
export interface View {
  /** `pieces/Banner`, `groups/forms`, `screens/users`. */
  story: string;
  /** One of its states; empty: all of them. */
  state: string;
  theme: Theme;
  speech: Speech;
  width: Width;
  size: Size;
}

export const START: View = {
  story: 'groups/forms',
  state: '',
  theme: 'system',
  speech: 'en',
  width: 'full',
  size: '100',
};

const oneOf = <V extends string>(values: readonly V[], given: string | null, otherwise: V): V =>
  values.find((value) => value === given) ?? otherwise;

/** @param hash `#pieces/Banner/long?theme=dark&language=de` */
export function readView(hash: string): View {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [room = '', name = '', state = ''] = path.split('/').map(decodeURIComponent);
  const how = new URLSearchParams(query);
  return {
    story: room && name ? `${room}/${name}` : START.story,
    state,
    theme: oneOf(THEMES, how.get('theme'), START.theme),
    speech: oneOf(SPEECHES, how.get('language'), START.speech),
    width: oneOf(WIDTHS, how.get('width'), START.width),
    size: oneOf(SIZES, how.get('size'), START.size),
  };
}

/** The address of a view: what is as at the start is left out. */
export function writeView({ story, state, theme, speech, width, size }: View): string {
  const how = new URLSearchParams(
    Object.entries({ theme, language: speech, width, size }).filter(
      ([name, value]) =>
        value !== START[name === 'language' ? 'speech' : (name as 'theme' | 'width' | 'size')],
    ),
  ).toString();
  return `#${story}${state && `/${state}`}${how && `?${how}`}`;
}

/** Has the modules that are loaded from now on speak so: they ask when they are loaded, and never again. */
export function speak(speech: Speech): void {
  const isTrial = speech === 'long' || speech === 'mirrored';
  localStorage.removeItem('gatehouse.language');
  localStorage.setItem('gatehouse.language.here', isTrial ? 'en' : speech);
  if (isTrial) localStorage.setItem('gatehouse.trial', speech);
  else localStorage.removeItem('gatehouse.trial');
}
