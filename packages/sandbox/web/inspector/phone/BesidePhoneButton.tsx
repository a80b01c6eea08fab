import { Smartphone } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { useAddress } from '../shell/useAddress.ts'
import { useBesidePhone } from './useBesidePhone.ts'

/** Shows or hides the phone beside the current panel, on screens with room for both. */
export function BesidePhoneButton() {
  const { panel } = useAddress()
  const { isShown, toggle } = useBesidePhone(panel)
  return (
    <Button
      aria-pressed={isShown}
      onClick={toggle}
      title={isShown ? 'Hide the phone beside this panel' : 'Show the phone beside this panel'}
      className="aria-pressed:bg-selected max-desk:hidden"
    >
      <Smartphone aria-hidden="true" className="size-4" />
      Phone
    </Button>
  )
}
