import { useChannels } from '@crm-chat/react/query'
import { messengers } from '../../api/chat.ts'
import { useWords } from '../words/speech.ts'

/** Returns names of the vendor's channels: the messenger, and the name or number where it is known. */
export function useChannelNames(): (channel: { channelId: string; chatType: string }) => string {
  const words = useWords()
  const { data: channels = [] } = useChannels()
  return ({ channelId, chatType }) => {
    const messenger = messengers.find((each) => each === chatType)
    const name = channels.find(({ id }) => id === channelId)?.name
    return words.listOf([messenger ? words.messengers[messenger] : chatType, name ?? ''].filter(Boolean))
  }
}
