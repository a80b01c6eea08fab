import type { ArgTypesEnhancer } from 'storybook/internal/types'

/** Texts of a type that a prop may have, `undefined` left out: e.g. `number`, or `'title'`. */
function toOptions(type: unknown): string[] {
  const { name, value, raw } = Object(type)
  if (name === 'union' && Array.isArray(value)) return value.flatMap(toOptions)
  const text = String(raw ?? (name === 'literal' || name === 'other' ? value : name))
  return text === 'undefined' ? [] : [text]
}

/** Returns the control for such types: a field, a switch or a list, and that of an object for anything else. */
function toControl(options: string[]): { control?: string; options?: unknown[] } {
  const [only] = options
  if (options.length === 1 && (only === 'number' || only === 'boolean')) return { control: only }
  if (options.length === 1 && only === 'string') return { control: 'text' }
  if (options.length > 0 && options.every((text) => /^(["']).*\1$/.test(text)))
    return { control: 'select', options: options.map((text) => text.slice(1, -1)) }
  return {}
}

/** Takes the default out of a prop's description, and gives it the control of its type without `undefined`. */
export const describeProps: ArgTypesEnhancer = ({ argTypes }) => {
  const described = Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const [description, standard] = (argType.description ?? '').split(/\s*@default\s+/)
      const options = toOptions(argType.type)
      const table = {
        ...argType.table,
        ...(options.length > 0 && { type: { summary: options.join(' | ') } }),
        ...(standard && { defaultValue: { summary: standard } }),
      }
      const isOwn = argType.table?.category === 'State'
      return [name, { ...argType, description: description ?? '', table, ...(!isOwn && toControl(options)) }]
    }),
  )
  return described as typeof argTypes // Storybook accepts the short form of a control, too.
}
