import { InvalidOptionError } from '../../store/errors.ts'
import { type Command, type CommandCall, readText } from '../command.ts'
import { createReplay } from './createReplay.ts'
import { readPort } from './readPort.ts'

const help = `crm-chat-sandbox replay <folder>: serves recorded traffic

  --port <number>    port to listen on; 0 picks a free one (default: 4030)
  --help             show this help

A request gets the response recorded for its method, path and shape of body. Ids in a path do not have to be the recorded ones.
Repeated requests get the recorded responses in their order. Any other request gets 501 with the nearest fixture.`

/** The subcommand `replay`. */
export const replayCommand: Command = {
  help,
  options: { port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  argument: 'folder',
  async run({ flags, argument, untilStopped }: CommandCall) {
    if (argument === undefined) throw new InvalidOptionError('The folder is missing: crm-chat-sandbox replay <folder>.')
    const replay = await createReplay({ folder: argument, port: readPort(readText(flags, 'port') ?? '4030') })
    process.stdout.write(`Replaying ${argument} at ${replay.url}. Stop with Ctrl+C.\n`)
    await untilStopped()
    await replay.close()
  },
}
