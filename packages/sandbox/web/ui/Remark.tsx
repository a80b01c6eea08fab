/** The reason for something that one might not expect. */
export function Remark({ text }: { text: string }) {
  return <p className="rounded-lg bg-warn px-3 py-2 text-[13px] text-warn-ink wrap-anywhere">{text}</p>
}
