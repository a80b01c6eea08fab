import { useSearchParams } from 'react-router'

/** Filters of a list, kept in the page's address: they survive a reload, and a link has them. */
export interface UrlFilters<Name extends string> {
  values: Record<Name, string>
  /** Sets some of them; an empty text removes one. */
  set: (values: Partial<Record<Name, string>>) => void
}

/** Reads the filters of a list from the page's address. */
export function useUrlFilters<Name extends string>(names: readonly Name[]): UrlFilters<Name> {
  const [parameters, setParameters] = useSearchParams()
  const values = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? ''])) as Record<Name, string>
  return {
    values,
    set: (changed) =>
      setParameters(
        (latest) => {
          const next = new URLSearchParams(latest)
          for (const [name, value] of Object.entries<string | undefined>(changed)) {
            if (value) next.set(name, value)
            else next.delete(name)
          }
          return next
        },
        { replace: true },
      ),
  }
}
