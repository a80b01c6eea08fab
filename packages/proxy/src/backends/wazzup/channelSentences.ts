/** Reasons for the state of a channel, in the spelling of `toWord`, each as a sentence. */
export const channelSentences: Readonly<Record<string, string>> = {
  active: 'The channel works.',
  init: 'The channel is starting.',
  sync: 'The messages of the channel are being imported.',
  disabled: 'The channel is switched off.',
  phoneunavailable: 'The phone of the channel cannot be reached.',
  qr: 'A QR code is to be scanned with the phone.',
  qridle: 'Nobody scanned the QR code in time. Connect the channel again.',
  openelsewhere: 'The messenger was opened somewhere else.',
  notenoughmoney: 'The channel is not paid for.',
  foreignphone: 'The QR code was scanned with another phone number than before.',
  unauthorized: 'The messenger logged the channel out. Connect it again.',
  waitforpassword: 'The messenger asks for the password of the second factor.',
  waitforcode: 'The messenger asks for a code.',
  blocked: 'Meta has blocked the channel.',
  onmoderation: 'Meta is reviewing the channel.',
  rejected: 'Meta has rejected the channel.',
}
