import { Clock, MessageCircle, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/speech.ts'

/** The product pitch beside the login form, on wide screens. */
export function LoginPitch(): ReactNode {
  const words = useWords()
  return (
    <aside
      aria-label={words.login.about}
      className="relative hidden overflow-hidden bg-linear-150 from-[#0b4f4a] via-[#0b3d3f] to-[#0a2630] text-white lg:flex lg:flex-col lg:justify-center"
    >
      <div aria-hidden className="absolute -end-40 -top-40 size-130 rounded-full border border-white/10" />
      <div aria-hidden className="absolute -end-20 -top-20 size-90 rounded-full border border-white/10" />
      <div aria-hidden className="absolute -start-32 -bottom-48 size-110 rounded-full bg-teal-300/10 blur-3xl" />
      <div className="relative mx-auto max-w-md px-12">
        <p className="text-3xl leading-tight font-semibold tracking-tight text-balance">{words.login.pitch}</p>
        <ul className="mt-10 flex flex-col gap-6">
          {words.login.points.map(({ title, text }, index) => {
            const Icon = icons[index] ?? MessageCircle
            return (
              <li key={title} className="flex gap-4">
                <span className="grid size-10 shrink-0 place-items-center rounded-xl bg-white/10">
                  <Icon aria-hidden className="size-5 text-teal-200" />
                </span>
                <span>
                  <span className="block font-medium">{title}</span>
                  <span className="block leading-6 text-teal-50/80">{text}</span>
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    </aside>
  )
}

const icons = [MessageCircle, Clock, ShieldCheck]
