import { describeWords } from '../../test/describeWords.ts'
import { composerArea } from './composerArea.ts'

describeWords({
  area: composerArea,
  sameAsEnglish: { de: ['messenger', 'text', 'link', 'intents.default'], es: ['color'], pt: ['link'] },
})
