import { LetterSheet } from './LetterSheet'
import type { LettersPageProps } from './LettersPage'
import { picturePath } from './paths'

/** As it leaves the printer, in small. */
export function Examples({ words, examples, view, campaign, picture }: LettersPageProps) {
  const { say } = words
  return (
    <section class="sheet" aria-labelledby="examples">
      <h2 id="examples">{say('letters:examples')}</h2>
      <ul class="examples">
        {examples.map(sheet => (
          <li key={sheet.contact}>
            <p>
              <bdi>{sheet.name || say('people.unknown')}</bdi>, {words.languageName(sheet.text.language)}
            </p>
            <div class={`paper ${view.type}`}>
              <LetterSheet
                sheet={sheet}
                picture={picture && !picture.removed ? picturePath(campaign._id, picture) : undefined}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
