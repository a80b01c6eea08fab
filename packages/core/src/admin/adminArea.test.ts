import { describeWords } from '../../test/describeWords.ts'
import { adminArea } from './adminArea.ts'

describeWords({
  area: adminArea,
  sameAsEnglish: { de: ['dataFields.name', 'dataFields.chats', 'dataFields.url', 'dataOrders.name'] },
})
