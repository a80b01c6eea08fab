#!/usr/bin/env node
import { readText } from './readText.ts'
import { runCommand } from './runCommand.ts'
import { startTimer } from './timers.ts'

process.exitCode = await runCommand({
  args: process.argv.slice(2),
  shell: {
    env: process.env,
    fetch,
    print: (text) => void process.stdout.write(`${text}\n`),
    printError: (text) => void process.stderr.write(`${text}\n`),
    readInput: () => readText(process.stdin),
    untilStopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
      }),
  },
})

// A connection that a configuration leaves open, e.g. to its database, does not keep a command alive that is done.
startTimer(() => process.exit(), 1_000).unref()
