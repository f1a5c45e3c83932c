import type { LanguageTag } from '../../../domain/message'
import { FieldSet } from '../../components/Field'
import { SubjectPage, type SubjectProps } from './Subject'

export interface LanguagesPageProps extends Omit<SubjectProps, 'subject' | 'children'> {
  /** In which all of their own words are. */
  own: LanguageTag
  chosen: readonly LanguageTag[]
  /** In which participants can be written to. */
  all: readonly LanguageTag[]
  rev: number
}

/** In which languages they write what is their own: about an event, and saved replies. */
export function LanguagesPage({ own, chosen, all, rev, ...props }: LanguagesPageProps) {
  const { say, languageName } = props.words
  const language = languageName(own)
  return (
    <SubjectPage {...props} subject="languages">
      <form method="post" action="/settings/languages" class="form sheet">
        <input type="hidden" name="rev" value={rev} />
        <h2>{say('settings:languages.own')}</h2>
        <p>{say('settings:languages.own_help', { language })}</p>
        <FieldSet
          name="languages"
          label={say('settings:languages.others')}
          help={say('settings:languages.others_help')}
        >
          {all
            .filter(tag => tag !== own)
            .map(tag => (
              <label key={tag} class="choice">
                <input type="checkbox" name="languages" value={tag} checked={chosen.includes(tag)} />
                <span>{languageName(tag)}</span>
              </label>
            ))}
        </FieldSet>
        <button type="submit" class="first">
          {say('settings:save')}
        </button>
        <p class="soft">{say('settings:languages.rest', { language })}</p>
      </form>
    </SubjectPage>
  )
}
