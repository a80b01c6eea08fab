/** Variables of the look, without `--cc-`: see the README. */
export type LookVariable =
  | 'surface'
  | 'sunken'
  | 'line'
  | 'ink'
  | 'inkSoft'
  | 'accent'
  | 'onAccent'
  | 'alert'
  | 'onAlert'
  | 'quiet'
  | 'onQuiet'
  | 'warning'
  | 'radius'
  | 'font'
  | 'layer'

/** Parts of the components: each is a class `cc-…` in React, and a `::part(…)` of the custom elements. */
export type LookPart =
  | 'window'
  | 'badge'
  | 'launcher'
  | 'toggle'
  | 'trigger'
  | 'panel'
  | 'bar'
  | 'title'
  | 'body'
  | 'close'

/** Look of components. `Style` is an object of CSS properties. */
export interface Appearance<Style = Readonly<Record<string, string | number>>> {
  /** `auto` follows the browser, whatever is set around it. */
  theme?: 'light' | 'dark' | 'auto' | undefined
  /** Values of the look's variables, e.g. `{ accent: '#0a7d5a' }`. */
  variables?: { readonly [Name in LookVariable]?: string | number | undefined } | undefined
  /** Style of single parts. */
  elements?: { readonly [Part in LookPart]?: Style | undefined } | undefined
}

/** Look of a component, or of all components of a page. */
export interface LookOptions<Style> {
  appearance?: Appearance<Style> | undefined
  /** Classes of single parts. */
  classNames?: { readonly [Part in LookPart]?: string | undefined } | undefined
  /** Class of the outermost part. */
  className?: string | undefined
}

/** Parameters of {@link toLook}. */
export interface ToLookParameters<Style> {
  part: LookPart
  /** Classes of the kit's own. */
  kitClass?: string | undefined
  /** The later ones win. */
  looks: LookOptions<Style>[]
  /** True for the outermost part, which has the variables. */
  isRoot?: boolean
}

/** Puts together the classes and the style of one part. */
export function toLook<Style extends object>(parameters: ToLookParameters<Style>): { className: string; style: Style } {
  const { part, kitClass, looks, isRoot = false } = parameters
  const classes = looks.flatMap(({ classNames, className }) => [classNames?.[part], isRoot && className])
  const variables = isRoot ? looks.map(({ appearance = {} }) => toCustomProperties(appearance)) : []
  return {
    className: [kitClass, `cc-${part}`, ...classes].filter(Boolean).join(' '),
    style: Object.assign({}, ...variables, ...looks.map(({ appearance }) => appearance?.elements?.[part])),
  }
}

/** Returns the custom properties that stand for a theme and variables. */
function toCustomProperties({ theme, variables = {} }: Appearance<unknown>): Record<string, string> {
  const properties: Record<string, string> = theme ? { '--cc-theme': theme === 'auto' ? 'light dark' : theme } : {}
  for (const [name, value] of Object.entries(variables)) {
    if (value !== undefined) properties[`--cc-${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`] = String(value)
  }
  return properties
}
