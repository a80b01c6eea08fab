import { day, hour, type InboxConversation } from './conversation.ts'

/** The channel of WhatsApp Business that the sandbox's template for orders is approved for. */
const businessChannel = '020e3f61-e5df-447f-8ef9-ce8258e92c7a'
const orderTemplate = '0b7c6a52-93d1-4c8e-8a40-51d2f6e7b944'

/** Conversations with the demo CRM's contacts, with a group and with two people whom the CRM does not know yet. */
export const conversations: InboxConversation[] = [
  {
    chatType: 'whatsapp',
    chatId: '79998887766',
    name: 'Maria Lindqvist',
    lines: [
      {
        minutesAgo: 9 * day + 95,
        from: 'customer',
        text: 'Good morning! We open the new wing on 1 June and need 48 bedside lamps.',
      },
      {
        minutesAgo: 9 * day + 72,
        from: 'ann',
        text: 'Good morning, Maria. Congratulations on the new wing! Which colour do you have in mind?',
      },
      { minutesAgo: 9 * day + 60, from: 'customer', text: 'Blue, like the sample I took home.' },
      {
        minutesAgo: 9 * day + 41,
        from: 'ann',
        text: 'The Vega in blue, then. 180 EUR each for 48 pieces, delivery included.',
      },
      { minutesAgo: 2 * day + 190, from: 'customer', text: 'The owner would like 5 % off. Is that possible?' },
      {
        minutesAgo: 2 * day + 120,
        from: 'ann',
        text: 'I have asked, and yes: 171 EUR if we have the order by Friday.',
      },
      { minutesAgo: 2 * day + 115, from: 'customer', text: 'Wonderful, thank you!' },
      { minutesAgo: 2 * day + 108, from: 'ann', text: 'With pleasure. I am glad they fit!' },
      { minutesAgo: 26, from: 'customer', file: { name: 'lamp.jpg', type: 'image/jpeg' } },
      {
        minutesAgo: 25,
        from: 'customer',
        text: 'This is the sample in room 12. Is it the same blue as in your catalogue?',
      },
      { minutesAgo: 12, from: 'customer', text: 'And could we have two spare shades?' },
    ],
  },
  {
    chatType: 'whatsapp',
    chatId: '33639981234',
    name: 'Tomás',
    lines: [
      { minutesAgo: 6 * day + 300, from: 'customer', text: 'Hello, does the oak for the terrace need oil every year?' },
      {
        minutesAgo: 6 * day + 252,
        from: 'ann',
        text: 'Once a year, in spring. We leave you a can with the first tables.',
      },
      { minutesAgo: 6 * day + 240, from: 'customer', text: 'Perfect.' },
      {
        minutesAgo: 5 * hour + 20,
        from: 'ann',
        text: 'Tomás, here is the quote for eight tables: 5,200 EUR. Shall I reserve the wood?',
      },
      { minutesAgo: 3 * hour + 35, from: 'customer', text: 'Lunch was long, sorry. Can you make it ten tables?' },
      { minutesAgo: 3 * hour + 34, from: 'customer', text: 'Same width, please.' },
    ],
  },
  {
    chatType: 'whatsapp',
    chatId: '447700900142',
    name: 'Priya Raman',
    lines: [
      {
        minutesAgo: 4 * day + 410,
        from: 'customer',
        text: 'Hi Ann, I need a separate quote for each of our three houses.',
      },
      { minutesAgo: 4 * day + 385, from: 'ann', text: 'Of course. May I have the floor plans of the lobbies?' },
      { minutesAgo: 4 * day + 330, from: 'customer', file: { name: 'lobby-plan.pdf', type: 'application/pdf' } },
      {
        minutesAgo: 4 * day + 322,
        from: 'ann',
        text: 'Got it, thank you. You will have the three quotes on Thursday.',
      },
      { minutesAgo: 1 * day + 150, from: 'ann', text: 'The three quotes are in your mailbox.' },
      {
        minutesAgo: 1 * day + 95,
        from: 'customer',
        text: 'Thanks! I shall discuss them with the directors on Monday.',
      },
      { minutesAgo: 1 * day + 90, from: 'ann', text: 'Good luck, and call me if a number needs explaining.' },
    ],
  },
  {
    chatType: 'telegram',
    chatId: '55501877',
    name: 'Jonas Weber',
    lines: [
      { minutesAgo: 8 * day + 130, from: 'ann', text: 'Hello Jonas, how do the benches do outdoors?' },
      { minutesAgo: 8 * day + 20, from: 'customer', text: 'Very well! Guests ask where they are from.' },
      {
        minutesAgo: 7 * day + 1250,
        from: 'phone',
        text: 'That is good to hear. Send us a photo when the garden is full!',
      },
    ],
  },
  {
    chatType: 'instagram',
    chatId: 'studio.marchetti.example',
    name: 'Elena Marchetti',
    lines: [
      {
        minutesAgo: 1 * day + 420,
        from: 'customer',
        text: 'I love the photographs of the terrace. Do you have a catalogue with fabrics?',
      },
      { minutesAgo: 1 * day + 355, from: 'ann', text: 'Thank you, Elena! Yes: shall I send it by post, with samples?' },
      {
        minutesAgo: 55,
        from: 'customer',
        text: 'By post, please: via San Nicolò 4, Trieste. The green ones above all!',
      },
    ],
  },
  {
    chatType: 'whatsapp',
    chatId: '46701740612',
    name: 'Nils Aaltonen',
    lines: [
      {
        minutesAgo: 3 * day + 200,
        from: 'customer',
        text: 'Will the loungers stand damp air? The pool hall has 70 %.',
      },
      {
        minutesAgo: 3 * day + 148,
        from: 'ann',
        text: 'They are made for it. I shall send you the test report with the quote.',
      },
      {
        minutesAgo: 1 * day + 30,
        from: 'template',
        templateId: orderTemplate,
        channelId: businessChannel,
        values: ['2214', 'Nils', 'on Tuesday', '2214'],
      },
      { minutesAgo: 22 * hour, from: 'customer', text: 'Yes, thank you' },
      { minutesAgo: 21 * hour + 48, from: 'ann', text: 'Great. The driver calls half an hour before he arrives.' },
    ],
  },
  {
    chatType: 'telegram',
    chatId: '55501234',
    name: 'David Chen',
    lines: [
      {
        minutesAgo: 5 * day + 500,
        from: 'customer',
        text: 'We move in September. Can the desks come in parts? Our lift takes 2.1 m.',
      },
      {
        minutesAgo: 5 * day + 463,
        from: 'ben',
        text: 'Yes, the tops are 1.8 m and the frames come flat. Our fitters assemble them upstairs.',
      },
      { minutesAgo: 5 * day + 455, from: 'customer', text: '32 of them, then. What about the cable trays?' },
      { minutesAgo: 5 * day + 380, from: 'ben', text: 'Included. I shall put them into the quote.' },
      { minutesAgo: 100, from: 'customer', text: 'The board has one question: is there a discount from 30 desks on?' },
      { minutesAgo: 41, from: 'customer', text: 'They meet again at five.' },
    ],
  },
  {
    chatType: 'whatsapp',
    chatId: '447700900361',
    name: 'Aoife Brennan',
    lines: [
      { minutesAgo: 2 * day + 340, from: 'customer', text: 'Each shelf has to carry 60 kg. Is that a problem?' },
      { minutesAgo: 2 * day + 322, from: 'ben', text: 'None: they are tested to 90 kg.' },
      { minutesAgo: 2 * day + 315, from: 'customer', text: 'Brilliant. Then I would like to order.' },
      { minutesAgo: 2 * day + 290, from: 'ben', text: 'I have sent the order form to your e-mail address.' },
    ],
  },
  {
    chatType: 'whatsapp',
    chatId: '12125550178',
    name: 'Marcus Hall',
    lines: [
      { minutesAgo: 1 * day + 700, from: 'customer', text: 'The phone booths are in. Everybody fights over them.' },
      { minutesAgo: 1 * day + 655, from: 'ben', text: 'Then you need more of them! Seriously: I am glad they work.' },
      {
        minutesAgo: 7 * hour + 10,
        from: 'customer',
        text: 'One door squeaks, second floor, the booth by the window. Can someone come by?',
      },
    ],
  },
  {
    chatType: 'whatsapp',
    chatId: '61491570156',
    name: 'Yuki Tanabe',
    lines: [
      { minutesAgo: 7 * day + 210, from: 'customer', text: 'Do you have the shelves as drawings? DWG, if possible.' },
      { minutesAgo: 6 * day + 1380, from: 'ben', text: 'Yes, all of them. I have sent you a link to the folder.' },
      { minutesAgo: 6 * day + 1365, from: 'customer', text: 'That was quick, thank you.' },
      { minutesAgo: 6 * day + 1360, from: 'ben', text: 'Any time.' },
    ],
  },
  {
    chatType: 'vk',
    chatId: '410293847',
    name: 'Sofia Petrova',
    lines: [
      {
        minutesAgo: 1 * day + 260,
        from: 'customer',
        text: 'Hi! Do the wheels of the prop cabinets leave marks on a white floor?',
      },
      { minutesAgo: 1 * day + 215, from: 'ben', text: 'Hi Sofia! No, they are of soft rubber, light grey.' },
      { minutesAgo: 6, from: 'customer', text: 'And can two of them be locked together?' },
    ],
  },
  {
    chatType: 'whatsgroup',
    chatId: '79998887766-1611143663',
    name: 'New wing, Hotel Skärgården',
    members: [
      { memberId: '79998887766', name: 'Maria Lindqvist' },
      { memberId: '46701740655', name: 'Oskar, electrician' },
    ],
    lines: [
      { minutesAgo: 3 * day + 90, from: 'customer', text: 'Oskar, Ann: here we can agree on the sockets.' },
      { minutesAgo: 3 * day + 70, from: 'ann', text: 'Good idea. The lamps have 1.5 m of cable.' },
      { minutesAgo: 2 * hour + 25, from: 'customer', text: 'Is there a version with a plug for the wall itself?' },
    ],
  },
  {
    chatType: 'whatsapp',
    chatId: '447700900480',
    name: 'Grace Okoye',
    lines: [
      {
        minutesAgo: 18,
        from: 'customer',
        text: 'Hello! A friend recommended you. Do you furnish small restaurants, too? We have 28 seats.',
      },
      { minutesAgo: 17, from: 'customer', text: 'We would like to open in autumn.' },
    ],
  },
  {
    chatType: 'telegram',
    chatId: '55509931',
    name: 'Henrik',
    lines: [
      { minutesAgo: 2 * day + 45, from: 'customer', text: 'Are you open on Saturdays?' },
      { minutesAgo: 2 * day + 22, from: 'ben', text: 'Yes, from ten to two. You are welcome!' },
    ],
  },
]
