import { library } from '../../vite.library.ts'

export default library({ entries: ['src/index.ts', 'src/conversation/index.ts'] })
