/** Draws a sample photo to send. */
export async function drawPhoto(): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 420 })
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('This browser has no canvas support.')
  const sky = brush.createLinearGradient(0, 0, 0, 420)
  for (const [at, colour] of [
    [0, '#39508f'],
    [0.55, '#e99a76'],
    [0.75, '#f6d49b'],
  ] as const)
    sky.addColorStop(at, colour)
  fill(brush, sky, [
    [0, 0],
    [640, 0],
    [640, 420],
    [0, 420],
  ])
  brush.fillStyle = '#fff3d2'
  brush.arc(430, 230, 46, 0, 2 * Math.PI)
  brush.fill()
  fill(brush, '#4b5687', [
    [0, 300],
    [150, 190],
    [280, 290],
    [420, 215],
    [640, 320],
    [640, 420],
    [0, 420],
  ])
  fill(brush, '#262f57', [
    [0, 360],
    [210, 280],
    [400, 370],
    [560, 310],
    [640, 345],
    [640, 420],
    [0, 420],
  ])
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  if (!blob) throw new Error('This browser cannot create a JPEG.')
  return new File([blob], 'photo.jpg', { type: 'image/jpeg' })
}

function fill(brush: CanvasRenderingContext2D, style: string | CanvasGradient, corners: [number, number][]): void {
  brush.beginPath()
  for (const [x, y] of corners) brush.lineTo(x, y)
  brush.fillStyle = style
  brush.fill()
  brush.beginPath()
}

const rate = 8_000

/** Generates a voice message of two seconds, as 8-bit sound in a WAV file. */
export function humVoice(): File {
  const samples = Uint8Array.from({ length: 2 * rate }, (_, at) => {
    const loudness = Math.sin((Math.PI * at) / (2 * rate))
    return 128 + 60 * loudness * Math.sin((2 * Math.PI * 220 * (1 + Math.floor(at / 4_000) / 8) * at) / rate)
  })
  return new File([toWavHeader(samples.length), samples], 'voice.wav', { type: 'audio/wav' })
}

/** @see RFC 2361 and the RIFF layout of a PCM file with one channel. */
function toWavHeader(length: number): ArrayBuffer {
  const header = new DataView(new ArrayBuffer(44))
  const write = (at: number, text: string) => {
    for (const [index, letter] of [...text].entries()) header.setUint8(at + index, letter.charCodeAt(0))
  }
  write(0, 'RIFF')
  header.setUint32(4, 36 + length, true)
  write(8, 'WAVEfmt ')
  header.setUint32(16, 16, true)
  header.setUint16(20, 1, true)
  header.setUint16(22, 1, true)
  header.setUint32(24, rate, true)
  header.setUint32(28, rate, true)
  header.setUint16(32, 1, true)
  header.setUint16(34, 8, true)
  write(36, 'data')
  header.setUint32(40, length, true)
  return header.buffer
}
