import { FileImage, FileMusic, FileText, FileVideo } from 'lucide-react'
import { describeFile, type FileDescription } from '../format/describeFile.ts'

const icons = { image: FileImage, video: FileVideo, audio: FileMusic, document: FileText }

/**
 * A file in a message. One that the sandbox keeps is shown; of one that lies elsewhere nothing is loaded: whoever wants
 * it follows the link.
 */
export function FileCard({ link }: { link: string }) {
  const file = describeFile(link)
  if (isKeptHere(link) && file.kind === 'image') return <Picture link={link} name={file.name} />
  if (isKeptHere(link) && file.kind === 'audio') return <Sound link={link} name={file.name} />
  return <Card link={link} file={file} />
}

function Picture({ link, name }: { link: string; name: string }) {
  return (
    <a href={link} target="_blank" rel="noopener noreferrer" className="my-1 -mx-1.5 block">
      <img src={link} alt={name} className="max-h-64 min-h-16 max-w-full rounded-xl bg-line/40 object-contain" />
    </a>
  )
}

function Sound({ link, name }: { link: string; name: string }) {
  return (
    <audio controls preload="metadata" src={link} aria-label={name} className="my-1 h-10 w-56 max-w-full">
      <track kind="captions" />
    </audio>
  )
}

function Card({ link, file: { name, host, kind } }: { link: string; file: FileDescription }) {
  const Icon = icons[kind]
  return (
    <a
      href={link}
      target="_blank"
      rel="noopener noreferrer"
      className="my-1 -mx-1.5 flex items-center gap-3 rounded-xl bg-surface/70 p-2 pr-4 hover:bg-surface"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent text-on-accent">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-xs text-muted">
          {kindNames[kind]} · {host}
        </span>
      </span>
    </a>
  )
}

const kindNames = { image: 'Image', video: 'Video', audio: 'Audio', document: 'File' }

function isKeptHere(link: string): boolean {
  const { origin, pathname } = new URL(link)
  return origin === location.origin && pathname.startsWith('/files/')
}
