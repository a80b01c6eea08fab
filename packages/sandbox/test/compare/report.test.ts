import { expect, it } from 'vitest'
import { compareAccount } from '../../src/traffic/compare/compareAccount.ts'
import { toSide } from '../../src/traffic/compare/compareCommand.ts'
import { comparisonSeed, fillSandbox } from '../../src/traffic/compare/fillSandbox.ts'
import { writeReport } from '../../src/traffic/compare/writeReport.ts'
import { startSandbox } from '../startSandbox.ts'

const sendTo = '79115550009'
const account = {
  apiKey: 'canary-key-31aa02bb',
  whatomateKey: 'whm_canary31aa02bb',
  quirks: ['wazzup-v2.flatErrors', 'wazzup-v3.errorList', 'wazzup-tech.textChatId', 'whatomate.emptyFields'],
  seed: {
    channels: [
      { channelId: '11112222-3333-4444-8555-666677778888', transport: 'whatsapp' as const, plainId: '79115550003' },
    ],
    users: [{ id: 'mitarbeiter-4711', name: 'Katharina Beispiel', phone: '79115550001' }],
    contacts: [
      {
        id: 'kunde-0815',
        name: 'Ondine Musterfrau',
        responsibleUserId: 'mitarbeiter-4711',
        uri: 'https://crm.beispiel.example/kontakt/0815',
        chats: [{ chatType: 'whatsapp' as const, chatId: '79115550002' }],
      },
    ],
  },
}
const personal =
  /canary|31aa02bb|1111222|7911555|mitarbeiter|4711|katharina|beispiel|kunde|0815|ondine|musterfrau|leuchtturm|token=/i

it.each(['wazzup-v2', 'wazzup-v3', 'wazzup-tech', 'whatomate'] as const)(
  'a report about %s contains nothing of the account, and its differences',
  async (vendor) => {
    const real = await startSandbox(account)
    await real.simulate.message({
      chatType: 'whatsapp',
      chatId: sendTo,
      name: 'Ondine Musterfrau',
      text: 'Am Leuchtturm',
    })
    const sandbox = await startSandbox({ seed: comparisonSeed })
    await fillSandbox(sandbox, { sendTo })
    const comparison = await compareAccount({
      vendor,
      account: toSide(real, vendor),
      sandbox: toSide(sandbox, vendor),
      sendTo,
      quietMs: 2_000,
    })
    const report = writeReport({ vendor, comparison, sends: true })
    expect(report).not.toMatch(personal)
    expect(report).not.toContain(new URL(real.url).host)
    expect(comparison.findings.length).toBeGreaterThan(0)
    expect(report).toMatch(/^## \d+ differences?$/m)
    expect(report.split('\n').filter((line) => line.startsWith('|')).length).toBeGreaterThan(20)
  },
)
