import { isMainThread } from 'node:worker_threads'

// Loaded before a server of the demo: ends it when its parent is gone, even if that was killed and could send no signal.
if (isMainThread && process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5_000).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel.unref() // The channel alone does not keep the process alive.
}
