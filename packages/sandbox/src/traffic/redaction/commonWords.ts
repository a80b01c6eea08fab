/** English words of field names, statuses and paths in HTTP APIs. None is a name of a person. */
export const commonWords = `
  a access account accounts action actions active add added address age agent agents all allow allowed amount and api app
  archived array assigned at attachment attachments attempt attempts audio auth author authorization auto available avatar
  average balance base billing blocked body bot bots business button buttons bytes by call callback campaign can cancel
  cancelled card category change changed channel channels chat chatbot chats check city class clear cleared click client
  close closed code codes color comment comments company complete completed component components condition config confirm
  connected connecting connection contact contacts content contents context conversation conversations count counter
  counters country create created creation crm currency current cursor custom customer customers dashboard data date day
  days deal deals default delete deleted delivered delivery department description details device direct direction disabled
  display document domain done draft duration echo edit edited email emoji empty enabled end ended entity enum error errors
  event events exists expired expires export extra failed failure false features field fields file files filter first flag
  flow folder footer format forward forwarded found frame frames free from full gender global group groups guid handled has hash header
  headers health height hidden history host hour hours html icon id ids iframe image images in inbound incoming index info
  initial input instance integration integrations interactive internal invalid io ip is issue issues item items job kind label
  lang language last lat latitude lead length level limit limits link linked links list live loaded local locale location
  log logo long longitude manager max member members menu message messages messenger meta metadata method mime min minute
  mode model moderation module money month more msg muted new next no none not note notes notification notifications notify null
  number object of offline offset ok old on online only open opened operator option options or order ordering organization
  organizations origin original out outbound outgoing output owner page pages paid parent part partner password path pause
  paused payload payment pending per percent permission permissions phone photo picture pin ping pinned pipeline pipelines
  plain plan platform point pong position post preview previous price primary priority private profile progress property
  provider public qr quality query queue quick quoted range rate rating ratio reaction reactions read ready reason received
  recipient record ref reference refresh region rejected remote removed reply replies request requests required reset
  response responds responsible result results retry role roles room rows rule rules scope score search second seconds secret section
  seen send sender sent sequence service session sessions set settings shared show sidebar size socket sort source spam stage stages
  start started state states status statuses step steps stored sub subject subscription subscriptions success sum summary
  supported switch system tag tags target tariff task team teams template templates tenant test tech text theme thread thumbnail
  tier time timeout times timestamp timezone title to token tokens total track transfer transport tries trigger true type
  types unanswered unassigned unique unit unknown unread unsubscribed until update updated upload uploaded uri url usage
  used user username users utc valid value values variable variables vcard verified version video view viewed visible voice
  waba wait waiting wamid wapi warning web webhook webhooks week whatsapp width window with word work workspace write wrong
 ws year yes zone
`
  .trim()
  .split(/\s+/)
