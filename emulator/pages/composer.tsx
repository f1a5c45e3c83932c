import { Icon } from './icons'
import type { PhoneModel } from './phonesModel'
import type { Words } from './words'

const EMOJI = ['👍', '👎', '🙂', '😕', '😀', '😢', '❤️', '🙏', '✅', '❓']

/** Where the person with this phone writes, speaks and adds. */
export function Composer({ phone, words, keep }: { phone: PhoneModel; words: Words; keep: string }) {
  const to = (act: string) => `/phones/${phone.n}/${act}${keep}`
  const whatsapp = phone.writes === 'whatsapp'
  const label = phone.words('phone.write', { name: phone.name })
  return (
    <form
      method="post"
      action={to('text')}
      class={`composer ${phone.writes}`}
      dir={phone.direction}
      data-live
      data-part={`composer-${phone.n}-${phone.writes}`}
    >
      {/* Enter presses the first button of a form. */}
      <button type="submit" class="hidden" tabIndex={-1} aria-hidden="true" />
      <details class="extras">
        <summary>
          <Icon name="smile" />
          <span class="hidden">{words('phone.more')}</span>
        </summary>
        <div class="tray" dir={phone.direction}>
          {EMOJI.map(emoji => (
            <button type="submit" name="emoji" value={emoji} data-emoji formNoValidate>
              {emoji}
            </button>
          ))}
          {whatsapp && (
            <>
              <button type="submit" class="wide" formAction={to('image')} formNoValidate>
                <Icon name="picture" /> {words('phone.picture')}
              </button>
              <button type="submit" class="wide" formAction={to('location')} formNoValidate>
                <Icon name="place" /> {words('phone.place')}
              </button>
            </>
          )}
        </div>
      </details>
      <input
        name="body"
        aria-label={label}
        placeholder={label}
        lang={phone.language}
        dir="auto"
        autocomplete="off"
        maxLength={20000}
        required
        id={`write-${phone.n}`}
      />
      <button type="submit" class="send" aria-label={words('phone.send')}>
        <Icon name="send" />
      </button>
      {whatsapp && (
        <button
          type="submit"
          class="speak"
          formAction={to('voice')}
          formNoValidate
          aria-label={words('phone.voice')}
        >
          <Icon name="mic" />
        </button>
      )}
    </form>
  )
}
