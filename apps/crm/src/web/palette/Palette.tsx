import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/speech.ts'
import { PaletteSearch } from './PaletteSearch.tsx'
import { closePalette, openPalette, usePaletteOpen } from './paletteState.ts'

/** The search over contacts, companies, deals and pages, which Ctrl+K opens on every page. */
export function Palette(): ReactNode {
  const { isOpen } = usePaletteOpen()
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      if (usePaletteOpen.getState().isOpen) closePalette()
      else openPalette()
    }
    document.addEventListener('keydown', handleKeyDown)
    return () => document.removeEventListener('keydown', handleKeyDown)
  }, [])
  return isOpen ? <PaletteDialog /> : null
}

function PaletteDialog(): ReactNode {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too.
    <dialog
      ref={dialog}
      aria-label={words.palette.title}
      onClose={closePalette}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      className="mx-auto mt-[min(6rem,8dvh)] mb-auto w-[min(38rem,calc(100vw-1.5rem))] overflow-hidden rounded-xl border border-line bg-raised p-0 text-ink shadow-float backdrop:bg-black/30"
    >
      <PaletteSearch onClose={() => dialog.current?.close()} />
    </dialog>
  )
}
