import type { ChainableCommander } from 'ioredis'

/** Sends commands in one go. @throws {Error} the failure of the first one that failed: none fails silently */
export async function execute(commands: ChainableCommander): Promise<void> {
  const results = await commands.exec()
  const failure = results?.map(([error]) => error).find(Boolean)
  if (failure) throw failure
}
