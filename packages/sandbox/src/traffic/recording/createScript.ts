/** Plays a recorded conversation: after each message of the client come the server's, up to the client's next one. */
export interface Script<Frame> {
  /** Sends the server's first messages. */
  start: () => void
  /** Takes a message of the client. @returns false if nothing like it was recorded from here on */
  receive: (frame: Frame) => boolean
}

/** Creates the script of one connection. */
export function createScript<Frame extends { from: 'client' | 'server' }>({
  frames,
  send,
  isSame,
  onEnd,
}: {
  frames: Frame[]
  /** Sends a message of the server. `answered` is the client's message before it. */
  send: (frame: Frame, answered: Frame | undefined) => void
  /** Compares a message of the client with a recorded one. */
  isSame: (recorded: Frame, received: Frame) => boolean
  /** All messages are played. */
  onEnd?: () => void
}): Script<Frame> {
  let next = 0

  function play(answered: Frame | undefined): void {
    for (let frame = frames[next]; frame?.from === 'server'; frame = frames[next]) {
      next++
      send(frame, answered)
    }
    if (next >= frames.length) onEnd?.()
  }

  return {
    start: () => play(undefined),
    receive(received) {
      const found = frames.findIndex(
        (frame, index) => index >= next && frame.from === 'client' && isSame(frame, received),
      )
      if (found === -1) return false
      next = found + 1
      play(received)
      return true
    },
  }
}
