import type { Words } from '../words'

/** What is shown once and carried elsewhere. Without scripts it is marked and copied by hand. */
export function ToCopy({
  id,
  label,
  value,
  words,
}: {
  id: string
  label: string
  value: string
  words: Words
}) {
  return (
    <>
      <label for={id}>{label}</label>
      <div class="to-copy">
        <input id={id} readOnly value={value} dir="ltr" />
        <button type="button" hidden data-copies={id} data-copied={words.say('copied')}>
          {words.say('copy')}
        </button>
      </div>
      <script src="/assets/copy.js" defer />
    </>
  )
}
