import { UserRound } from 'lucide-react'
import type { CSSProperties } from 'react'

/** A person's initials on a colour derived from the name, or a silhouette for a bare number. */
export function Avatar({ name, size = 'list' }: { name: string; size?: 'list' | 'header' }) {
  const initials = toInitials(name)
  const style: CSSProperties & { '--hue': number } = { '--hue': toHue(name) }
  return (
    <span
      aria-hidden="true"
      style={style}
      className={`avatar-hue grid shrink-0 place-items-center rounded-full font-semibold select-none ${
        size === 'list' ? 'size-11 text-[15px]' : 'size-10 text-sm'
      }`}
    >
      {initials || <UserRound className="size-5" />}
    </span>
  )
}

function toInitials(name: string): string {
  const words = name.split(/\s+/).flatMap((word) => word.match(/\p{L}/u) ?? [])
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words
  return (first + last).toUpperCase()
}

function toHue(name: string): number {
  return [...name].reduce((hue, letter) => (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7)
}
