/** Replies of the demo's customers to whatever staff write, by chat: each is said once, in this order. */
export const customerScripts: Readonly<Record<string, readonly string[]>> = {
  'whatsapp:79998887766': [
    'Thank you for the quick reply!',
    'Then we take the 48 lamps and two spare shades. Can you deliver on 20 May?',
    'Perfect. The order will be with you today.',
  ],
  'whatsapp:33639981234': ['Ten it is, then. What does it come to?', 'That works for us. Reserve the wood, please!'],
  'whatsapp:447700900142': ['Thank you, Ann. The directors meet on Monday, I shall write to you afterwards.'],
  'telegram:55501877': ['Will do! We open the garden next weekend.', 'I may need four more benches in June.'],
  'instagram:studio.marchetti.example': [
    'Grazie! I look forward to the samples.',
    'Do you also have the linen in ochre?',
  ],
  'whatsapp:46701740612': ['Good. Somebody is at the gate from eight o’clock on.'],
  'telegram:55501234': [
    'Great, I shall tell them. Could you send it in writing?',
    'Received. They agreed: please prepare the contract.',
    'Thank you, Ben. Talk to you on Monday.',
  ],
  'whatsapp:447700900361': ['Found it, it was in the spam folder. I sign it tonight.'],
  'whatsapp:12125550178': ['Tomorrow before ten would be best.', 'Thanks! Ask for Marcus at the front desk.'],
  'whatsapp:61491570156': ['The folder opens, all good.'],
  'vk:410293847': ['Great! Then I need six of them.', 'How long does delivery take?', 'That is fine, thank you!'],
  'whatsapp:447700900480': [
    'Wonderful! It is on the harbour, 28 seats and a small bar.',
    'Around 12,000 EUR for everything, if possible.',
    'Thursday at three suits me.',
  ],
  'telegram:55509931': ['See you on Saturday, then.'],
}
