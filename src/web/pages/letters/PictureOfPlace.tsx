import { Field } from '../../components/Field'
import { Icon } from '../../components/Icon'
import type { LettersPageProps } from './LettersPage'
import { letterPath, picturePath } from './paths'

/** A map of the way or a photo of the door, for every letter of this event. Without one the way is written out. */
export function PictureOfPlace({ campaign, picture, words, wrong }: LettersPageProps) {
  const { say } = words
  const path = `${letterPath(campaign._id)}/picture`
  const seen = picture?.rev ?? 0
  const shown = picture && !picture.removed
  return (
    <section class="sheet" aria-labelledby="picture">
      <h2 id="picture">{say('letters:picture.title')}</h2>
      {shown ? (
        <div class="place-picture">
          <img
            src={picturePath(campaign._id, picture)}
            alt={say('letters:picture.of', { place: campaign.event.place })}
          />
          <div>
            <p class="soft">
              {say('letters:picture.put', {
                name: picture.by ?? say('letters:somebody'),
                when: words.moment(picture.at),
              })}
            </p>
            <form method="post" action={`${path}/remove`}>
              <input type="hidden" name="seen" value={seen} />
              <button type="submit" class="quiet">
                {say('letters:picture.remove')}
              </button>
            </form>
          </div>
        </div>
      ) : (
        <p>{say('letters:picture.none')}</p>
      )}
      <form method="post" action={path} encType="multipart/form-data" class="form">
        <input type="hidden" name="seen" value={seen} />
        <Field
          name="file"
          label={say(shown ? 'letters:picture.other' : 'letters:picture.choose')}
          help={say('letters:picture.help')}
          wrong={wrong.file}
        >
          {ids => <input {...ids} type="file" accept="image/png,image/jpeg" required />}
        </Field>
        <p class="actions">
          <button type="submit">
            <Icon name="upload" /> {say('letters:picture.upload')}
          </button>
        </p>
      </form>
    </section>
  )
}
