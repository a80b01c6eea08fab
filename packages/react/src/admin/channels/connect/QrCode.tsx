import { type ReactNode, useEffect, useRef, useState } from 'react'

interface QrCodeProps {
  /** A `data:` URL. */
  qr: string
  label: string
}

/**
 * A QR code. It is painted, because the security policy of many a CRM allows no image in a `data:` URL; one that cannot be painted,
 * e.g. an SVG, is shown as an image all the same.
 */
export function QrCode({ qr, label }: QrCodeProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [unpainted, setUnpainted] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    toBitmap(qr).then(
      (bitmap) => {
        if (isCurrent) paint(canvas.current, bitmap)
      },
      () => {
        if (isCurrent) setUnpainted(qr)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [qr])
  if (unpainted === qr) return <img src={qr} alt={label} className="cc-connect-qr" />
  return <canvas ref={canvas} role="img" aria-label={label} className="cc-connect-qr" />
}

/** Reads a `data:` URL without a request: a policy may forbid that too. @throws where it is no picture of dots */
async function toBitmap(url: string): Promise<ImageBitmap> {
  const [head = '', data = ''] = url.split(',', 2)
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  return createImageBitmap(new Blob([bytes], { type: head.slice('data:'.length).split(';', 1)[0] ?? '' }))
}

function paint(canvas: HTMLCanvasElement | null, bitmap: ImageBitmap): void {
  if (!canvas) return
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
}
