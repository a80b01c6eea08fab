import { type ReactNode, useId } from 'react'

/** Props of {@link ChoiceCards}. */
export interface ChoiceCardsProps<Value extends string> {
  label: string
  about: string
  chosen: Value
  onChoose: (value: Value) => void
  choices: readonly { value: Value; label: string; about: string; isDisabled: boolean }[]
}

/** One of a few choices, each with a sentence about it. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>): ReactNode {
  const { label, about, chosen, onChoose, choices } = props
  const name = useId()
  return (
    <fieldset>
      <legend className="font-semibold">{label}</legend>
      <p className="mt-0.5 mb-3 text-soft">{about}</p>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map(({ value, label: title, about: text, isDisabled }, index) => (
          <label
            key={value}
            className="flex cursor-pointer items-start gap-3 rounded-lg border border-line bg-raised px-3.5 py-3 shadow-card has-checked:border-accent has-checked:bg-accent-soft/40 has-disabled:cursor-not-allowed has-disabled:bg-canvas has-disabled:shadow-none has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={value === chosen}
              disabled={isDisabled}
              aria-labelledby={`${name}-${index}`}
              aria-describedby={`${name}-${index}-about`}
              onChange={() => onChoose(value)}
            />
            <span className="min-w-0">
              <span id={`${name}-${index}`} className="block font-medium">
                <bdi>{title}</bdi>
              </span>
              <span id={`${name}-${index}-about`} className="block text-[0.8125rem] leading-5 text-soft">
                {text}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
