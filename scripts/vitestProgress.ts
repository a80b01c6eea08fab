import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'
import type { TestEvent } from './testProgress.ts'

/** A Vitest reporter that sends the progress of each file to the parent process. */
export default class VitestProgress implements Reporter {
  onTestModuleQueued(module: TestModule): void {
    send('fileStarted', module)
  }

  onTestCaseResult({ module }: { module: TestModule }): void {
    send('testEnded', module)
  }

  onTestModuleEnd(module: TestModule): void {
    send('fileEnded', module)
  }
}

function send(kind: TestEvent['kind'], { moduleId, project }: TestModule): void {
  const event: TestEvent = { kind, file: `${project.name} › ${relative(process.cwd(), moduleId)}` }
  process.send?.(event)
}
