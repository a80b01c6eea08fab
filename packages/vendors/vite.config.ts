import { library } from '../../vite.library.ts'

export default library({
  entries: [
    'src/wazzup-v2/index.ts',
    'src/wazzup-v3/index.ts',
    'src/wazzup-tech/index.ts',
    'src/whatomate/index.ts',
    'src/webhooks/index.ts',
    'src/phone.ts',
    'src/http/createRedactor.ts',
    'src/http/findPublicFetch.ts',
    'src/endpoints/index.ts',
    'src/http/noUndici.ts',
  ],
})
