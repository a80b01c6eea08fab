import type { ReactNode } from 'react'

/** A person's initials, on a color derived from the name. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: keyof typeof sizes }): ReactNode {
  return (
    <span
      aria-hidden
      className={`grid shrink-0 place-items-center rounded-full font-semibold select-none ${sizes[size]} ${colorOf(name)}`}
    >
      {initialsOf(name)}
    </span>
  )
}

const sizes = {
  tiny: 'size-5 text-[0.5625rem]',
  small: 'size-7 text-xs',
  medium: 'size-8 text-xs',
  large: 'size-11 text-base',
}

const colors = [
  'bg-[light-dark(#d9efe9,#17403a)] text-[light-dark(#0c5a50,#9be3d3)]',
  'bg-[light-dark(#dfe8fb,#1f3256)] text-[light-dark(#27479b,#b3c8fb)]',
  'bg-[light-dark(#f6e3d4,#4a2c18)] text-[light-dark(#8a4312,#f5c19c)]',
  'bg-[light-dark(#efe1f6,#3d2450)] text-[light-dark(#6d2f92,#dcb6f3)]',
  'bg-[light-dark(#f9e0e4,#4c1f29)] text-[light-dark(#9b2742,#f6b3c1)]',
  'bg-[light-dark(#eeedd3,#3d3b16)] text-[light-dark(#5d5a0f,#dfdc95)]',
]

function colorOf(name: string): string {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return colors[sum % colors.length] ?? ''
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const shown = words.length > 1 ? [words.at(0), words.at(-1)] : words
  return shown
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
