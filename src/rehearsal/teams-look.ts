/**
 * How Teams looks, as near as can be said without it: sizes from the host configuration that Microsoft published for
 * Teams (https://github.com/microsoft/AdaptiveCards/tree/main/samples/HostConfig), colours as Teams shows them today.
 */
interface Colours {
  readonly ink: string;
  readonly soft: string;
  readonly ground: string;
  readonly card: string;
  readonly emphasis: string;
  readonly line: string;
  readonly edge: string;
  readonly accent: string;
  readonly brand: string;
  readonly onBrand: string;
  readonly attention: string;
}

const light: Colours = {
  ink: '#242424',
  soft: '#616161',
  ground: '#f5f5f5',
  card: '#ffffff',
  emphasis: '#f5f5f5',
  line: '#e0e0e0',
  edge: '#808080',
  accent: '#5b5fc7',
  brand: '#5b5fc7',
  onBrand: '#ffffff',
  attention: '#c4314b',
};

const dark: Colours = {
  ink: '#ffffff',
  soft: '#adadad',
  ground: '#1f1f1f',
  card: '#292929',
  emphasis: '#1f1f1f',
  line: '#525252',
  edge: '#8a8a8a',
  accent: '#aaaeeb',
  brand: '#5b5fc7',
  onBrand: '#ffffff',
  attention: '#f7a3a9',
};

const font = {
  fontFamily: "'Segoe UI', system-ui, 'Helvetica Neue', Arial, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
};

/** What npm adaptivecards takes as a host's configuration, for Teams' two themes. */
export const hostConfigs = { light: hostConfig(light), dark: hostConfig(dark) } as const;

function hostConfig(colours: Colours) {
  const { ink, soft, card, emphasis, line, accent, attention } = colours;
  const words = (colour: string) => ({ default: colour, subtle: soft });
  const foregroundColors = { default: words(ink), accent: words(accent), attention: words(attention) };
  return {
    supportsInteractivity: true,
    ...font,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    containerStyles: {
      default: { backgroundColor: card, foregroundColors },
      emphasis: { backgroundColor: emphasis, foregroundColors },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', spacing: 'small' },
    },
    textBlock: { headingLevel: 2 },
    adaptiveCard: { allowCustomStyle: false },
  };
}

function variables(colours: Colours): string {
  return Object.entries(colours)
    .map(([name, colour]: [string, string]) => `--${name}: ${colour};`)
    .join(' ');
}

/** The chat around the cards, and their buttons and inputs, which the renderer leaves to its host. */
export const teamsStyle = `
:root { color-scheme: light dark; ${variables(light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(dark)} } }
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: var(--ground); color: var(--ink); font: 14px/1.43 ${font.fontFamily}; overflow-wrap: anywhere; }
.post + .post { margin-top: 1rem; }
.by { margin: 0 0 4px; font-size: 12px; color: var(--soft); }
.card { max-width: 46rem; background: var(--card); border: 1px solid var(--line); border-radius: 4px; box-shadow: 0 1px 2px rgb(0 0 0 / 14%); overflow: hidden; }
.instead { margin: 0; padding: 16px; white-space: pre-line; }
.card a { color: var(--accent); }
.ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.ac-pushButton { font: 600 14px/20px ${font.fontFamily}; min-height: 32px; padding: 5px 12px; border: 1px solid var(--edge); border-radius: 4px; background: var(--card); color: var(--ink); text-align: center; overflow: hidden; text-overflow: ellipsis; }
.ac-pushButton.style-positive { background: var(--brand); border-color: var(--brand); color: var(--onBrand); }
.ac-pushButton.style-destructive { color: var(--attention); border-color: var(--attention); }
.ac-pushButton:focus-visible, .card a:focus-visible { outline: 2px solid var(--ink); outline-offset: 1px; }
input.ac-input:not([type='checkbox'], [type='radio']), textarea.ac-input, select.ac-input { font: inherit; width: 100%; padding: 5px 12px; border: 1px solid var(--edge); border-radius: 4px; background: var(--card); color: var(--ink); }
.card input[type='checkbox'], .card input[type='radio'] { flex: none; width: 24px; height: 24px; margin: 2px 0 !important; accent-color: var(--brand); }
.ac-multiline { min-height: 5rem; }
`;
