import { Icon } from '../../components/Icon'
import type { Words } from '../../words'

/**
 * The camera of this phone, for the code on a letter. It is there only where the browser can read codes by itself; whoever
 * has no such browser types what is printed.
 */
export function ScanButton({ day, words, again }: { day: string; words: Words; again?: true }) {
  const { say } = words
  return (
    <div class="scan" data-scan hidden>
      <button type="button" data-deed="open">
        <Icon name="scan" /> {say(again ? 'day:scan.next' : 'day:scan.open')}
      </button>
      <form method="post" action={`${day}/scan`}>
        <input type="hidden" name="text" />
      </form>
      <dialog aria-label={say('day:scan.open')}>
        <p role="status" data-refused={say('day:scan.no_camera')}>
          {say('day:scan.how')}
        </p>
        <video muted playsInline />
        <button type="button" data-deed="close">
          {say('day:scan.close')}
        </button>
      </dialog>
    </div>
  )
}
