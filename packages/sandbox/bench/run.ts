import { compareSizes } from './compareSizes.ts'
import { measureReset } from './measureReset.ts'
import { measureSearch } from './measureSearch.ts'
import { median } from './median.ts'
import { isWithin, type Result, toLine } from './result.ts'
import { sendMany } from './sendMany.ts'
import { startCommand } from './startCommand.ts'

const results = [
  ...(await measureStart()),
  ...(await measureReset()),
  ...(await compareSizes()),
  await measureSearch(),
  await sendMany(),
]
for (const result of results) process.stdout.write(`${toLine(result)}\n`)
process.exitCode = results.every(isWithin) ? 0 : 1

async function measureStart(): Promise<Result[]> {
  const ready: number[] = []
  const memory: number[] = []
  for (let run = 0; run < 5; run++) {
    const command = await startCommand()
    ready.push(command.readyMs)
    memory.push(command.memoryMb())
    await command.stop()
  }
  return [
    {
      name: 'from the start of node to the first answer',
      value: median(ready),
      unit: 'ms',
      limit: 1_000,
      atMost: true,
    },
    { name: 'memory once it is ready', value: median(memory), unit: 'MB', limit: 150, atMost: true },
  ]
}
