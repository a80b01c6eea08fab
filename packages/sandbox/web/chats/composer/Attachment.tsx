import { FileText, X } from 'lucide-react'
import { formatSize } from '../../ui/format/formatSize.ts'
import type { Upload } from '../../ui/message/toUpload.ts'

/** The attached file, with a button to remove it. */
export function Attachment({ file, onRemove }: { file: Upload; onRemove: () => void }) {
  return (
    <div className="mb-2 flex w-fit max-w-full items-center gap-2.5 rounded-xl border border-line p-1.5 pr-1">
      {/^image\/(png|jpeg|gif|webp|avif)$/.test(file.type) ? (
        <img src={`data:${file.type};base64,${file.data}`} alt="" className="size-11 rounded-lg object-cover" />
      ) : (
        <span className="grid size-11 shrink-0 place-items-center rounded-lg bg-accent text-on-accent">
          <FileText aria-hidden="true" className="size-5" />
        </span>
      )}
      <span className="min-w-0">
        <span className="block truncate text-[13px] font-medium">{file.name}</span>
        <span className="block text-xs text-muted">{formatSize(countBytes(file.data))}</span>
      </span>
      <button
        type="button"
        aria-label="Remove the file"
        onClick={onRemove}
        className="grid size-8 shrink-0 place-items-center rounded-full text-muted hover:bg-hover"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  )
}

/** Decoded size of a base64 text; its `=` padding does not count. */
function countBytes(data: string): number {
  return Math.floor((data.replace(/=+$/, '').length * 3) / 4)
}
