import { BESIDE_WORK, type BesideWork } from '../../domain/report/besideWork'
import type { Words } from '../words'

/** Study, internship, level of work: each yes, no, or not known, which is how it begins. */
export function BesideFields({ words, beside = {} }: { words: Words; beside?: BesideWork }) {
  const { say } = words
  return (
    <div class="short-asks">
      {BESIDE_WORK.map(one => (
        <label key={one}>
          <span>{say(`work:field.${one}`)}</span>
          <select name={one}>
            <option value="">{say('work:not_known')}</option>
            <option value="yes" selected={beside[one] === true}>
              {say('work:yes')}
            </option>
            <option value="no" selected={beside[one] === false}>
              {say('work:no')}
            </option>
          </select>
        </label>
      ))}
    </div>
  )
}
