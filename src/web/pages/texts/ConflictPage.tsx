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
  writer,
  ...both
}: Pick<BothProps, 'words' | 'path' | 'newer' | 'theirs' | 'typed' | 'language' | 'direction'> & {
  title: string
  writer: string
}) {
  const { say } = words
  return (
    <Layout words={words} title={title} path={path} sheets={['texts']}>
      <h1>{title}</h1>
      <Both
        {...both}
        words={words}
        path={path}
        told={say('texts:conflict.told', { name: writer, when: words.moment(both.newer.at) })}
        ofThem={say('texts:conflict.theirs', { name: writer })}
        keepTheirs={path}
      />
    </Layout>
  )
}

export interface BothProps {
  words: Words
  /** Where the versions are saved. */
  path: string
  newer: Pick<OwnText, 'rev' | 'at'>
  /** The words that are kept now, as typed. */
  theirs: string
  typed: string
  told: string
  ofThem: string
  /** Where it goes on when theirs stays. */
  keepTheirs: string
  /** What the forms carry besides. */
  fields?: Readonly<Record<string, string>>
  language: string
  direction: 'ltr' | 'rtl'
}

export function Both({ words, path, newer, theirs, typed, told, ofThem, keepTheirs, ...shown }: BothProps) {
  const { fields = {}, language, direction } = shown
  const { say } = words
  const [theirPieces, myPieces] = differences(theirs, typed)
  const carried = Object.entries({ ...fields, rev: String(newer.rev) }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <>
      <Strip kind="wrong">{told}</Strip>
      <div class="versions">
        <section class="sheet" aria-labelledby="theirs">
          <h2 id="theirs">{ofThem}</h2>
          <Version pieces={theirPieces} language={language} direction={direction} />
          <p>
            <a class="button" href={keepTheirs}>
              {say('texts:conflict.keep_theirs')}
            </a>
          </p>
        </section>
        <section class="sheet" aria-labelledby="mine">
          <h2 id="mine">{say('texts:conflict.mine')}</h2>
          <Version pieces={myPieces} language={language} direction={direction} />
          <form method="post" action={path}>
            {carried}
            <input type="hidden" name="text" value={typed} />
            <button type="submit" name="do" value="save">
              {say('texts:conflict.keep_mine')}
            </button>
          </form>
        </section>
      </div>
      <form method="post" action={path} class="form sheet">
        {carried}
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
    </>
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
