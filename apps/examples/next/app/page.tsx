import { CardChat } from './CardChat'

/** A server component: it would read the contact from the database. */
export default async function ContactPage() {
  const contact = { name: 'Ann Smith', phone: '79998887766' }
  return (
    <main>
      <h1>{contact.name}</h1>
      <CardChat phone={contact.phone} name={contact.name} />
    </main>
  )
}
