import { expect, it } from 'vitest'
import { fetchFile } from './fetchFile.ts'

it.each(['http://10.0.0.1/a.png', 'http://169.254.169.254/latest', 'https://[fd00::1]/a.png'])(
  'refuses %s, an address of a local network, before it calls it',
  async (url) => {
    const signal = AbortSignal.abort() // A call would be refused for this reason.
    const fetching = fetchFile({ url, maxBytes: 10, allowPrivate: false, signal })
    await expect(fetching).rejects.toMatchObject({ name: 'AddressNotAllowedError' })
  },
)
