import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { TestEvent } from './testProgress.ts'

/** A Vitest reporter that sends the progress of each file to the parent process. */
export default class VitestProgress implements Reporter {
  onTestModuleQueued(module: TestModule): void {
    send({ kind: 'fileStarted', module })
  }

  onTestCaseResult(test: TestCase): void {
    const result = test.result()
    const skipped = result.state === 'skipped' && { skipped: result.note ?? 'for no reason given' }
    const unsteady = test.diagnostic()?.flaky && { unsteady: test.fullName }
    send({ kind: 'testEnded', module: test.module, ...skipped, ...unsteady })
  }

  onTestModuleEnd(module: TestModule): void {
    send({ kind: 'fileEnded', module })
  }
}

function send({ module, ...event }: Omit<TestEvent, 'file'> & { module: TestModule }): void {
  const file = `${module.project.name} › ${relative(process.cwd(), module.moduleId)}`
  process.send?.({ ...event, file } satisfies TestEvent)
}
