import { differences, type Piece } from '../../../domain/text/differences'
import type { OwnText } from '../../../domain/text/ownText'
import { Field } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { asTyped } from './valueNames'

/** Somebody else saved meanwhile: both versions, and three ways on. Nothing is lost in any of them. */
export function ConflictPage({
  words,
  path,
  title,
  newer,
  theirs,
  typed,
  writer,
  language,
  direction,
}: {
  words: Words
  path: string
  title: string
  newer: OwnText
  /** The words that are kept now, as typed. */
  theirs: string
  typed: string
  writer: string
  language: string
  direction: 'ltr' | 'rtl'
}) {
  const { say } = words
  const [theirPieces, myPieces] = differences(theirs, typed)
  return (
    <Layout words={words} title={title} path={path} sheets={['texts']}>
      <h1>{title}</h1>
      <Strip kind="wrong">{say('texts:conflict.told', { name: writer, when: words.moment(newer.at) })}</Strip>
      <div class="versions">
        <section class="sheet" aria-labelledby="theirs">
          <h2 id="theirs">{say('texts:conflict.theirs', { name: writer })}</h2>
          <Version pieces={theirPieces} language={language} direction={direction} />
          <p>
            <a class="button" href={path}>
              {say('texts:conflict.keep_theirs')}
            </a>
          </p>
        </section>
        <section class="sheet" aria-labelledby="mine">
          <h2 id="mine">{say('texts:conflict.mine')}</h2>
          <Version pieces={myPieces} language={language} direction={direction} />
          <form method="post" action={path}>
            <input type="hidden" name="rev" value={newer.rev} />
            <input type="hidden" name="text" value={typed} />
            <button type="submit" name="do" value="save">
              {say('texts:conflict.keep_mine')}
            </button>
          </form>
        </section>
      </div>
      <form method="post" action={path} class="form sheet">
        <input type="hidden" name="rev" value={newer.rev} />
        <Field name="text" label={say('texts:conflict.together')}>
          {ids => (
            <textarea {...ids} rows={10} lang={language} dir={direction}>
              {asTyped(typed, words)}
            </textarea>
          )}
        </Field>
        <p>
          <button type="submit" name="do" value="save" class="first">
            {say('texts:conflict.save')}
          </button>
        </p>
      </form>
    </Layout>
  )
}

function Version({
  pieces,
  language,
  direction,
}: {
  pieces: readonly Piece[]
  language: string
  direction: 'ltr' | 'rtl'
}) {
  return (
    <p class="pre" lang={language} dir={direction}>
      {pieces.map(({ text, isOwn }, index) => (isOwn ? <mark key={index}>{text}</mark> : text))}
    </p>
  )
}
