/** Forms of a phrase by the language's plural rules. `#` stands for the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Creates a function that makes phrases with a number in them from their forms in one language. */
export function createPlural(lang: string): (forms: PluralForms) => (count: number) => string {
  const rules = new Intl.PluralRules(lang)
  const numbers = new Intl.NumberFormat(lang)
  return (forms) => (count) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count))
}
